import { hash, randomBytes, randomUUID } from 'node:crypto';
import { type Database, transaction } from '../../lib/database.ts';
import { normalizeEmail } from '../../lib/email.ts';
import { keepStaff, type StaffPerson } from './people.ts';
import { dropOpenInvitations, lockTeam, refusalOf, type Team } from './staff.ts';

export const invitation_days = 7;
const day_ms = 86_400_000;
const token_bytes = 24;

export interface Invitation extends Pick<StaffPerson, 'kind' | 'email' | 'seller' | 'role' | 'name'> {
  id: string;
  expires_at_ms: number;
}

type Invited = Omit<Invitation, 'id' | 'expires_at_ms' | 'name'> & { name?: string };

/**
 * Makes an invitation. What opens it is in this answer and nowhere else. An earlier one to this address, for this desk,
 * ends: one of them is open at a time.
 */
export async function invite(
  database: Database,
  { kind, email: typed, seller, role, name = '' }: Invited,
  now_ms: number,
): Promise<Invitation & { token: string }> {
  const id = randomUUID();
  const email = normalizeEmail(typed);
  const token = newToken();
  const expires_at_ms = now_ms + invitation_days * day_ms;
  await transaction(database, async (connection) => {
    // The first operator's names nobody, and every process of a start has printed one.
    if (email !== '') {
      await lockTeam(connection, { kind, seller });
      await dropOpenInvitations(connection, { kind, seller, email });
    }
    await connection.query(
      `insert into invitations (id, token_hash, kind, email, seller, role, name, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[id, tokenHash(token), kind, email, seller, role, name],
        ...[new Date(now_ms), new Date(expires_at_ms)],
      ],
    );
  });
  return { id, kind, email, seller, role, name, expires_at_ms, token };
}

const SHOWN = 'id, kind, email, seller, role, name, expires_at';
/** Of a team; the first operator's names nobody, and is of the terminal. */
const WAITING = `($1::text is null or (kind = $1 and seller is not distinct from $2))
  and email <> '' and accepted_at is null and expires_at > $3`;

/** Those that can still be accepted, the newest first. */
export async function listInvitations(
  database: Database,
  { kind, seller }: Team,
  now_ms: number,
): Promise<Invitation[]> {
  const { rows } = await database.query(
    `select ${SHOWN} from invitations where ${WAITING} order by expires_at desc, id`,
    [kind, seller, new Date(now_ms)],
  );
  return rows.map(invitationOf);
}

/** Null: this team has no such invitation, or it is no longer open. */
export async function findInvitation(
  database: Database,
  { kind, seller }: Team,
  id: string,
  now_ms: number,
): Promise<Invitation | null> {
  const { rows } = await database.query(`select ${SHOWN} from invitations where ${WAITING} and id = $4`, [
    ...[kind, seller, new Date(now_ms), id],
  ]);
  return rows[0] ? invitationOf(rows[0]) : null;
}

/** Makes it open something for as long again, by another link: the one before ends. Null: it is no longer open. */
export async function renewInvitation(
  database: Database,
  { kind, seller }: Team,
  id: string,
  now_ms: number,
): Promise<(Invitation & { token: string }) | null> {
  const token = newToken();
  const { rows } = await database.query(
    `update invitations set token_hash = $5, expires_at = $6 where ${WAITING} and id = $4 returning ${SHOWN}`,
    [kind, seller, new Date(now_ms), id, tokenHash(token), new Date(now_ms + invitation_days * day_ms)],
  );
  return rows[0] ? { ...invitationOf(rows[0]), token } : null;
}

/**
 * It opens nothing from now on.
 * @param team null: whosesoever it is
 * @returns null: it is no longer open
 */
export async function withdrawInvitation(
  database: Database,
  team: Team | null,
  id: string,
  now_ms: number,
): Promise<Invitation | null> {
  const { rows } = await database.query(
    `delete from invitations where ${WAITING} and id = $4 returning ${SHOWN}`,
    [team?.kind ?? null, team?.seller ?? null, new Date(now_ms), id],
  );
  return rows[0] ? invitationOf(rows[0]) : null;
}

function invitationOf({ expires_at, ...invitation }: Invitation & { expires_at: Date }): Invitation {
  return { ...invitation, expires_at_ms: expires_at.getTime() };
}

/** The first operator's, printed at the start, is worth nothing as soon as there is one. */
const OPEN = `token_hash = $1 and accepted_at is null and expires_at > $2
  and (email <> '' or not exists (select from staff_accounts where kind = 'operator' and not demonstration))`;

/** Makes the invitation of the first operator; who accepts it says which address is theirs. */
export function inviteFirstOperator(database: Database, now_ms: number): Promise<{ token: string }> {
  return invite(database, { kind: 'operator', email: '', seller: null, role: 'owner' }, now_ms);
}

/** Null: there is none, it was accepted, or it is too old. */
export async function readInvitation(
  database: Database,
  token: string,
  now_ms: number,
): Promise<Invitation | null> {
  const { rows } = await database.query(`select ${SHOWN} from invitations where ${OPEN}`, [
    tokenHash(token),
    new Date(now_ms),
  ]);
  return rows[0] ? invitationOf(rows[0]) : null;
}

/**
 * Uses it up.
 * @param email for an invitation that names none
 * @returns the account it made or gave back; null: it opens nothing, or would leave the desk without an owner
 */
export async function acceptInvitation(
  database: Database,
  { token, email }: { token: string; email: string },
  now_ms: number,
): Promise<string | null> {
  const invited = await readInvitation(database, token, now_ms);
  if (!invited) return null;
  const person = { ...invited, email: invited.email || normalizeEmail(email), demonstration: false };
  if (person.email === '') return null;
  return transaction(database, async (connection) => {
    // The team first, then the invitation: as whoever removes somebody does, so that nobody waits in a circle.
    const team = await lockTeam(connection, invited);
    const { rowCount } = await connection.query(`select from invitations where ${OPEN} for update`, [
      ...[tokenHash(token), new Date(now_ms)],
    ]);
    const known = team.find((member) => member.email === person.email);
    const wish = { person: known?.id ?? '', by: null, becomes: person.role };
    if (rowCount !== 1 || (known && refusalOf(team, wish) !== null)) return null;
    const account = await keepStaff(connection, person, now_ms);
    if (account === null) return null;
    await connection.query('update invitations set accepted_at = $2 where id = $1', [
      ...[invited.id, new Date(now_ms)],
    ]);
    return account;
  });
}

function newToken(): string {
  return randomBytes(token_bytes).toString('base64url');
}

function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

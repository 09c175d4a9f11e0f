import { hash, randomBytes, randomUUID } from 'node:crypto';
import { type Database, transaction } from '../../lib/database.ts';
import { normalizeEmail } from '../../lib/email.ts';
import { keepStaff, type StaffPerson } from './people.ts';

export const invitation_days = 7;
const day_ms = 86_400_000;
const token_bytes = 24;

export interface Invitation extends Pick<StaffPerson, 'kind' | 'email' | 'seller' | 'role'> {
  id: string;
  expires_at_ms: number;
}

/** Makes an invitation. What opens it is in this answer and nowhere else. */
export async function invite(
  database: Database,
  { kind, email, seller, role }: Omit<Invitation, 'id' | 'expires_at_ms'>,
  now_ms: number,
): Promise<Invitation & { token: string }> {
  const id = randomUUID();
  const token = randomBytes(token_bytes).toString('base64url');
  const expires_at_ms = now_ms + invitation_days * day_ms;
  await database.query(
    `insert into invitations (id, token_hash, kind, email, seller, role, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[id, tokenHash(token), kind, normalizeEmail(email), seller, role],
      ...[new Date(now_ms), new Date(expires_at_ms)],
    ],
  );
  return { id, kind, email: normalizeEmail(email), seller, role, expires_at_ms, token };
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
  const { rows } = await database.query(
    `select id, kind, email, seller, role, expires_at from invitations where ${OPEN}`,
    [tokenHash(token), new Date(now_ms)],
  );
  if (!rows[0]) return null;
  const { expires_at, ...invitation } = rows[0];
  return { ...invitation, expires_at_ms: expires_at.getTime() };
}

/**
 * Uses it up.
 * @param email for an invitation that names none
 * @returns the account it made or gave back; null: it opens nothing
 */
export function acceptInvitation(
  database: Database,
  { token, email }: { token: string; email: string },
  now_ms: number,
): Promise<string | null> {
  return transaction(database, async (connection) => {
    const { rows } = await connection.query<Omit<StaffPerson, 'demonstration'>>(
      `select id, kind, email, seller, role from invitations where ${OPEN} for update`,
      [tokenHash(token), new Date(now_ms)],
    );
    if (!rows[0]) return null;
    const { id, ...invited } = rows[0];
    const person = { ...invited, email: invited.email || email, demonstration: false };
    if (person.email === '') return null;
    const account = await keepStaff(connection, person, now_ms);
    if (account === null) return null;
    await connection.query('update invitations set accepted_at = $2 where id = $1', [id, new Date(now_ms)]);
    return account;
  });
}

function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

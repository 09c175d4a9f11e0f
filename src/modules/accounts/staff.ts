import { type Connection, type Database, transaction } from '../../lib/database.ts';
import { normalizeEmail } from '../../lib/email.ts';
import type { Role } from './account.ts';
import type { StaffPerson } from './people.ts';
import { may } from './rights.ts';

/** Who works behind one desk: the operators, or the people of one seller. */
export type Team = Pick<StaffPerson, 'kind' | 'seller'>;

/** What stands between a thief and the desk, beside what can be read in a mailbox; null: they cannot sign in yet. */
export type SecondStep = 'passkey' | 'authenticator' | 'mailed_code';

/** Somebody of a team, as its owner sees them. */
export interface StaffMember extends StaffPerson {
  second_step: SecondStep | null;
  /** Null: never. */
  signed_in_at_ms: number | null;
}

const MEMBER = `select a.id, a.kind, a.email, a.name, a.seller, a.role, a.demonstration, a.signed_in_at,
    case when exists (select from staff_passkeys p where p.account_id = a.id) then 'passkey'
         when exists (select from staff_authenticators t where t.account_id = a.id and t.verified) then 'authenticator'
         when a.demonstration then 'mailed_code' end as second_step
  from staff_accounts a`;

const IN_TEAM = 'a.kind = $1 and a.seller is not distinct from $2';

/** Owners first, then by address. */
export async function listStaff(database: Database, { kind, seller }: Team): Promise<StaffMember[]> {
  const { rows } = await database.query(
    `${MEMBER} where ${IN_TEAM} order by a.role <> 'owner', a.role, a.email`,
    [kind, seller],
  );
  return rows.map(memberOf);
}

/** Null: nobody of this team has this id. */
export async function findStaffMember(
  database: Database,
  { kind, seller }: Team,
  id: string,
): Promise<StaffMember | null> {
  const { rows } = await database.query(`${MEMBER} where ${IN_TEAM} and a.id = $3`, [kind, seller, id]);
  return rows[0] ? memberOf(rows[0]) : null;
}

function memberOf({ signed_in_at, ...member }: StaffMember & { signed_in_at: Date | null }): StaffMember {
  return { ...member, signed_in_at_ms: signed_in_at?.getTime() ?? null };
}

/** A wish about somebody of a team. */
export interface StaffWish {
  /** Whose access it is: an account's id. */
  person: string;
  /** Whose wish it is: an account's id. Null: the shop itself, by the API. */
  by: string | null;
}

/**
 * The rule that stands against it. `not_allowed`: who wishes it is no owner, or no longer. `self`: another owner does
 * that, so that nobody locks themselves out by a click. `last_owner`: nobody would be left who can let others in.
 */
export type StaffRefusal = 'not_found' | 'not_allowed' | 'self' | 'last_owner';

/** @param becomes their role after it; null: they are gone */
export function refusalOf(
  team: readonly Pick<StaffMember, 'id' | 'kind' | 'role' | 'second_step'>[],
  { person, by, becomes }: StaffWish & { becomes: Role | null },
): StaffRefusal | null {
  const wishing = team.find(({ id }) => id === by);
  if (by !== null && !(wishing && may(wishing, 'people'))) return 'not_allowed';
  const member = team.find(({ id }) => id === person);
  if (!member) return 'not_found';
  if (by === person) return 'self';
  if (member.role !== 'owner' || becomes === 'owner') return null;
  const others = team.filter(({ id, role }) => id !== person && role === 'owner');
  return others.some(({ second_step }) => second_step !== null) ? null : 'last_owner';
}

/** Somebody whose access was changed, as they were before. */
export type Changed = { was: StaffMember } | { refusal: StaffRefusal };

/** Gives them another role, from their next click on. */
export function changeRole(
  database: Database,
  team: Team,
  { role, ...wish }: StaffWish & { role: Role },
  now_ms: number,
): Promise<Changed> {
  return change(database, team, { ...wish, becomes: role }, async (connection, { id }) => {
    await connection.query('update staff_accounts set role = $2, updated_at = $3 where id = $1', [
      ...[id, role, new Date(now_ms)],
    ]);
  });
}

/** Removes them with every way in they had: their sessions open nothing from now on, in any process. */
export function removeStaff(database: Database, team: Team, wish: StaffWish): Promise<Changed> {
  return change(database, team, { ...wish, becomes: null }, async (connection, { id }) => {
    await connection.query('delete from staff_accounts where id = $1', [id]);
  });
}

/** What was offered to them before ends too: an old invitation must not undo what is done here. */
function change(
  database: Database,
  team: Team,
  wish: StaffWish & { becomes: Role | null },
  carryOut: (connection: Connection, member: StaffMember) => Promise<void>,
): Promise<Changed> {
  return transaction(database, async (connection) => {
    const members = await lockTeam(connection, team);
    const refusal = refusalOf(members, wish);
    if (refusal !== null) return { refusal };
    const was = members.find(({ id }) => id === wish.person)!;
    await carryOut(connection, was);
    await dropOpenInvitations(connection, { ...team, email: was.email });
    return { was };
  });
}

/**
 * Everybody of a team, who stays as they are until the transaction ends: of two owners who remove each other the second
 * finds that they are no owner any more. In one order, so that nobody waits in a circle.
 */
export async function lockTeam(connection: Connection, { kind, seller }: Team): Promise<StaffMember[]> {
  const { rows } = await connection.query(`${MEMBER} where ${IN_TEAM} order by a.id for update of a`, [
    kind,
    seller,
  ]);
  return rows.map(memberOf);
}

/** Ends what was offered to an address and not yet taken. */
export async function dropOpenInvitations(
  connection: Pick<Connection, 'query'>,
  { kind, seller, email }: Team & { email: string },
): Promise<void> {
  await connection.query(
    `delete from invitations where kind = $1 and seller is not distinct from $2 and email = $3
       and accepted_at is null`,
    [kind, seller, normalizeEmail(email)],
  );
}

/** They have just shown who they are. */
export async function rememberSignIn(database: Database, account: string, now_ms: number): Promise<void> {
  await database.query('update staff_accounts set signed_in_at = $2 where id = $1', [
    account,
    new Date(now_ms),
  ]);
}

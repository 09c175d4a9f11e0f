import type { Database } from '../../lib/database.ts';
import type { AccountKind, Role } from './account.ts';
import type { Realm } from './auth/tables.ts';
import { absolute_ms, idle_ms, isComplete, type Proof, type SignedIn, touched_every_ms } from './session.ts';
import { rememberSignIn } from './staff.ts';

/** A session as its holder sees it in the list. */
export interface SessionItem {
  id: string;
  /** "Firefox", "Chrome", ... */
  browser: string;
  created_at_ms: number;
  /** To the day for buyers, to the minute for desks. */
  seen_at_ms: number;
}

interface Row {
  token: string;
  session: string;
  proof: Proof | null;
  proven_at: Date | null;
  created_at: Date;
  updated_at: Date;
  id: string;
  email: string;
  name: string;
  customer?: string | null;
  kind?: AccountKind;
  seller?: string | null;
  role?: Role;
  demonstration?: boolean;
}

const of_account: Readonly<Record<Realm, string>> = {
  customer: 'a.customer',
  staff: 'a.kind, a.seller, a.role, a.demonstration',
};

/**
 * Who holds these tokens, all of them in one query. Sessions that are over, by age or by lying idle, are no sessions.
 */
export async function readSessions(
  database: Database,
  realm: Realm,
  tokens: readonly string[],
  now_ms: number,
): Promise<Map<string, SignedIn>> {
  const { rows } = await database.query<Row>({
    name: `${realm}_sessions_read`,
    text: `select s.token, s.id as session, s.proof, s.proven_at, s.created_at, s.updated_at,
             a.id, a.email, a.name, ${of_account[realm]}
           from ${realm}_sessions s join ${realm}_accounts a on a.id = s.account_id
           where s.token = any($1)`,
    values: [tokens],
  });
  const live = rows.filter((row) => isLive(row, realm, now_ms));
  await touch(
    database,
    realm,
    live.filter(({ updated_at }) => now_ms - updated_at.getTime() >= touched_every_ms[realm]),
    now_ms,
  );
  return new Map(live.map((row) => [row.token, signedIn(row, realm)]));
}

function isLive({ created_at, updated_at }: Row, realm: Realm, now_ms: number): boolean {
  return now_ms - created_at.getTime() < absolute_ms[realm] && now_ms - updated_at.getTime() < idle_ms[realm];
}

async function touch(database: Database, realm: Realm, rows: readonly Row[], now_ms: number): Promise<void> {
  if (rows.length === 0) return;
  await database.query(`update ${realm}_sessions set updated_at = $2 where id = any($1)`, [
    rows.map(({ session }) => session),
    new Date(now_ms),
  ]);
}

function signedIn(row: Row, realm: Realm): SignedIn {
  const proof = row.proof ?? 'password';
  return {
    id: row.id,
    kind: row.kind ?? 'customer',
    email: row.email,
    name: row.name,
    customer: row.customer ?? null,
    seller: row.seller ?? null,
    role: row.role ?? 'owner',
    demonstration: row.demonstration ?? false,
    session: row.session,
    proof,
    proven_at_ms: row.proven_at?.getTime() ?? 0,
    complete: isComplete(realm, proof),
  };
}

/** Newest first. */
export async function listSessions(
  database: Database,
  realm: Realm,
  account: string,
  now_ms: number,
): Promise<SessionItem[]> {
  const { rows } = await database.query(
    `select id, user_agent, created_at, updated_at from ${realm}_sessions
     where account_id = $1 and created_at > $2 and updated_at > $3 order by updated_at desc, id`,
    [account, new Date(now_ms - absolute_ms[realm]), new Date(now_ms - idle_ms[realm])],
  );
  return rows.map((row) => ({
    id: row.id,
    browser: row.user_agent ?? '',
    created_at_ms: row.created_at.getTime(),
    seen_at_ms: row.updated_at.getTime(),
  }));
}

/** Ends sessions of one account: one, all but one, or all. They open nothing from now on, in any process. */
export async function endSessions(
  database: Database,
  realm: Realm,
  account: string,
  which: { only?: string; but?: string } = {},
): Promise<number> {
  const { rowCount } = await database.query(
    `delete from ${realm}_sessions where account_id = $1 and ($2::text is null or id = $2)
       and ($3::text is null or id <> $3)`,
    [account, which.only ?? null, which.but ?? null],
  );
  return rowCount ?? 0;
}

/** Ends the session a browser had before it signed in anew: a token never outlives a sign-in (ASVS 5.0, 7.2.4). */
export async function endToken(database: Database, realm: Realm, token: string): Promise<void> {
  await database.query(`delete from ${realm}_sessions where token = $1`, [token]);
}

/** They proved again who they are. */
export async function renewProof(
  database: Database,
  realm: Realm,
  session: string,
  proof: Proof,
  now_ms: number,
): Promise<void> {
  const { rows } = await database.query<{ account_id: string }>(
    `update ${realm}_sessions set proof = $2, proven_at = $3 where id = $1 returning account_id`,
    [session, proof, new Date(now_ms)],
  );
  if (realm === 'staff' && rows[0]) await rememberSignIn(database, rows[0].account_id, now_ms);
}

import { hash, randomBytes } from 'node:crypto';
import { instant } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';

/** The one key whose secret comes from the environment. */
export const bootstrap_key_id = 'bootstrap';

const secret_bytes = 32;
const id_bytes = 6;

export interface ApiKey {
  id: string;
  label: string;
  scopes: string[];
  created_at: string;
}

/** What is stored instead of the secret. */
export function secretHash(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

/** Makes a key. The secret is in this answer and nowhere else. */
export async function createKey(
  database: Database,
  wish: { label: string; scopes: string[] },
  now_ms: number,
): Promise<ApiKey & { secret: string }> {
  const id = `key_${randomBytes(id_bytes).toString('hex')}`;
  const secret = `tdk_${randomBytes(secret_bytes).toString('base64url')}`;
  const created_at = instant(now_ms);
  await database.query(
    'insert into api_keys (id, label, secret_hash, scopes, created_at) values ($1, $2, $3, $4, $5)',
    [id, wish.label, secretHash(secret), wish.scopes, created_at],
  );
  return { id, label: wish.label, scopes: wish.scopes, created_at, secret };
}

/** The key a secret opens; null: none, or a revoked one. Found by hash, so the time tells nothing of a secret. */
export async function findKey(
  database: Database,
  hashed: Buffer,
): Promise<{ id: string; scopes: string[] } | null> {
  const { rows } = await database.query<{ id: string; scopes: string[] }>({
    name: 'api key',
    text: 'select id, scopes from api_keys where secret_hash = $1 and revoked_at is null',
    values: [hashed],
  });
  return rows[0] ?? null;
}

/** Ends a key. False: there is no such key. Ending it twice is no mistake. */
export async function revokeKey(database: Database, id: string, now_ms: number): Promise<boolean> {
  const { rowCount } = await database.query(
    'update api_keys set revoked_at = coalesce(revoked_at, $2) where id = $1',
    [id, instant(now_ms)],
  );
  return rowCount === 1;
}

/** Keys that work, newest first. */
export async function listKeys(database: Database): Promise<ApiKey[]> {
  const { rows } = await database.query<Omit<ApiKey, 'created_at'> & { created_at: Date }>(
    `select id, label, scopes, created_at from api_keys where revoked_at is null
     order by created_at desc, id limit 1000`,
  );
  return rows.map((row) => ({ ...row, created_at: instant(row.created_at.getTime()) }));
}

/**
 * Sees to it that somebody can call: `given` (API_KEY) becomes the bootstrap key, replacing an older one;
 * without it a key is made when no admin key works yet. Answers the secret only when it was made here.
 */
export async function ensureApiKey(
  database: Database,
  given: string | null,
  now_ms: number,
): Promise<{ made: string | null }> {
  if (given !== null) {
    await database.query(
      `insert into api_keys (id, label, secret_hash, scopes, created_at)
       values ($1, 'API_KEY of the environment', $2, '{admin}', $3)
       on conflict (id) do update set secret_hash = excluded.secret_hash, revoked_at = null`,
      [bootstrap_key_id, secretHash(given), instant(now_ms)],
    );
    return { made: null };
  }
  const { rows } = await database.query(
    `select 1 from api_keys where revoked_at is null and 'admin' = any(scopes) limit 1`,
  );
  if (rows.length > 0) return { made: null };
  const { secret } = await createKey(
    database,
    { label: 'Made at the first start', scopes: ['admin'] },
    now_ms,
  );
  return { made: secret };
}

import { hkdfSync, randomBytes } from 'node:crypto';
import type pg from 'pg';

const secret_bytes = 32;

/** One secret, able to give a key of its own to every purpose: a key made for links never opens a session. */
export interface Secret {
  /** Public name of the secret; it is written in front of what it signed. */
  id: string;
  /** 32 bytes for one purpose (HKDF-SHA256). The same purpose gives the same key. */
  key(purpose: string): Buffer;
}

/** The server's secrets. `current` signs; `find` answers the ones that still verify. */
export interface Secrets {
  current: Secret;
  find(id: string): Secret | null;
  /** `current` first: for what has no room to say which one it was. */
  all: readonly Secret[];
}

/**
 * Reads the secrets of this installation from the table `secrets`; the first process to ask makes the first one.
 * They are read once at the start: a rotated secret is in use after the next restart.
 */
export async function serverSecret(pool: pg.Pool): Promise<Secrets> {
  const kept = await readSecrets(pool);
  if (kept.length > 0) return secretsOf(kept);
  await makeFirstSecret(pool);
  return secretsOf(await readSecrets(pool));
}

/** Newest first; the first one signs. Throws when there is none. */
export function secretsOf(rows: readonly { id: string; secret: Uint8Array }[]): Secrets {
  const [current, ...older] = rows.map(({ id, secret }) => openSecret(id, secret));
  if (!current) throw new Error('every secret in the table "secrets" is retired: insert a new one');
  const byId = new Map([current, ...older].map((secret) => [secret.id, secret]));
  return { current, find: (id) => byId.get(id) ?? null, all: [current, ...older] };
}

function openSecret(id: string, secret: Uint8Array): Secret {
  const keys = new Map<string, Buffer>();
  return {
    id,
    key(purpose) {
      let key = keys.get(purpose);
      if (!key) {
        key = Buffer.from(hkdfSync('sha256', secret, '', `tidings ${purpose}`, 32));
        keys.set(purpose, key);
      }
      return key;
    },
  };
}

async function readSecrets(pool: pg.Pool): Promise<{ id: string; secret: Buffer }[]> {
  const { rows } = await pool.query<{ id: string; secret: Buffer }>(
    'select id, secret from secrets where retired_at is null order by created_at desc, id',
  );
  return rows;
}

/** Several processes may start at once on an empty table: all insert the same id, and one of them wins. */
async function makeFirstSecret(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into secrets (id, secret)
     select '1', $1 where not exists (select from secrets)
     on conflict (id) do nothing`,
    [randomBytes(secret_bytes)],
  );
}

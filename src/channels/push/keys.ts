import { createECDH } from 'node:crypto';
import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import { type VapidKeys, vapidKeys } from './vapid.ts';

/** What the settings say: a pair, or nothing. base64url, as `web-push generate-vapid-keys` prints them. */
export interface GivenKeys {
  public_key: string;
  private_key: string;
}

/**
 * The keys of the settings, or those of this installation: the first process to ask makes them, and they stay, since
 * a browser that subscribed to one key is reached with no other. Throws when the settings' two keys are no pair.
 */
export async function openVapidKeys(
  given: GivenKeys | null,
  { database, clock }: { database: Database; clock: Clock },
): Promise<VapidKeys> {
  return given ? pairOf(given) : vapidKeys(await keptKey(database, clock.now()));
}

function pairOf({ public_key, private_key }: GivenKeys): VapidKeys {
  const keys = vapidKeysOrNull(private_key);
  if (keys?.public_key !== public_key) {
    throw new Error('VAPID_PUBLIC_KEY does not belong to VAPID_PRIVATE_KEY.');
  }
  return keys;
}

function vapidKeysOrNull(private_key: string): VapidKeys | null {
  try {
    return vapidKeys(Buffer.from(private_key, 'base64url'));
  } catch {
    return null;
  }
}

/** Several processes may start at once: all offer a key, and one of them wins. */
async function keptKey(database: Database, now_ms: number): Promise<Uint8Array> {
  const kept = await readKey(database);
  if (kept) return kept;
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  await database.query(
    'insert into vapid_keys (private_key, created_at) values ($1, $2) on conflict do nothing',
    [scalar(ecdh.getPrivateKey()), new Date(now_ms)],
  );
  return (await readKey(database))!;
}

async function readKey(database: Database): Promise<Buffer | null> {
  const { rows } = await database.query<{ private_key: Buffer }>('select private_key from vapid_keys');
  return rows[0]?.private_key ?? null;
}

/** Node leaves out leading zeros; a JWK wants all 32 bytes. */
function scalar(private_key: Buffer): Buffer {
  return Buffer.concat([Buffer.alloc(32 - private_key.length), private_key]);
}

import type { Database } from '../../lib/database.ts';
import type { Realm } from './auth/tables.ts';

export interface PasskeyItem {
  id: string;
  /** Where it lives, as far as its maker says ("iCloud Keychain"); null: it does not. */
  kept_in: string | null;
  created_at_ms: number;
}

/** Oldest first. */
export async function listPasskeys(
  database: Database,
  realm: Realm,
  account: string,
): Promise<PasskeyItem[]> {
  const { rows } = await database.query(
    `select id, aaguid, created_at from ${realm}_passkeys where account_id = $1 order by created_at, id`,
    [account],
  );
  if (rows.length === 0) return [];
  // Half a second to load, for those who have passkeys.
  const { getAuthenticatorName } = await import('@better-auth/passkey');
  return rows.map(({ id, aaguid, created_at }) => ({
    id,
    kept_in: getAuthenticatorName(aaguid) ?? null,
    created_at_ms: created_at?.getTime() ?? 0,
  }));
}

/** False: this account has no such passkey. */
export async function removePasskey(
  database: Database,
  realm: Realm,
  account: string,
  id: string,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `delete from ${realm}_passkeys where account_id = $1 and id = $2`,
    [account, id],
  );
  return rowCount === 1;
}

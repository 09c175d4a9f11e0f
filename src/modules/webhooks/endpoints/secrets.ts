import type { Database } from '../../../lib/database.ts';
import { makeSecret, showSecret } from '../signature.ts';
import type { Owner } from './endpoint.ts';
import { old_secret_hours } from './limits.ts';
import { sellerOf } from './read.ts';

/**
 * Gives an endpoint a new secret, which is in this answer and never again. The old one signs beside it for
 * `old_secret_hours`, so that the receiver can take its time. Null: there is no such endpoint, or it is not the owner's.
 */
export async function rotateWebhookSecret(
  database: Database,
  owner: Owner,
  id: string,
  now_ms: number,
): Promise<{ secret: string; old_secret_expires_at_ms: number } | null> {
  const secret = makeSecret();
  const old_secret_expires_at_ms = now_ms + old_secret_hours * 3_600_000;
  const { rowCount } = await database.query(
    `with mine as (
       select id from webhook_endpoints where id = $1 and ($2::text is null or seller = $2) for update
     ), forgotten as (
       delete from webhook_secrets s using mine where s.endpoint = mine.id and s.expires_at <= $3
     ), aging as (
       update webhook_secrets s set expires_at = $4 from mine where s.endpoint = mine.id and s.expires_at is null
     )
     insert into webhook_secrets (endpoint, number, secret)
     select id, (select max(number) + 1 from webhook_secrets s where s.endpoint = mine.id), $5 from mine`,
    [id, sellerOf(owner), new Date(now_ms), new Date(old_secret_expires_at_ms), secret],
  );
  return rowCount === 1 ? { secret: showSecret(secret), old_secret_expires_at_ms } : null;
}

/** What messages to an endpoint are signed with, newest first. */
export async function readWebhookSecrets(
  database: Database,
  endpoint: string,
  now_ms: number,
): Promise<Buffer[]> {
  const { rows } = await database.query<{ secret: Buffer }>(
    `select secret from webhook_secrets where endpoint = $1 and (expires_at is null or expires_at > $2)
     order by number desc`,
    [endpoint, new Date(now_ms)],
  );
  return rows.map(({ secret }) => secret);
}

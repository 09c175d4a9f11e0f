import { randomBytes } from 'node:crypto';
import type { Database } from '../../../lib/database.ts';
import { makeSecret, showSecret } from '../signature.ts';
import type { Owner, WebhookEndpoint } from './endpoint.ts';
import { endpoints_max } from './limits.ts';
import { ENDPOINT_COLUMNS, type EndpointRow, sellerOf, shownEndpoint } from './read.ts';

const id_bytes = 8;

/** Begins with the time, so that the newest is the last. */
function newId(now_ms: number): string {
  return `whe_${now_ms.toString(16).padStart(12, '0')}${randomBytes(id_bytes).toString('hex')}`;
}

export type NewWebhookEndpoint = Pick<WebhookEndpoint, 'seller' | 'url' | 'description' | 'types'>;

/**
 * Adds an endpoint with a secret of its own, which is in this answer and never again. Null: its owner has
 * `endpoints_max` already.
 */
export async function createWebhookEndpoint(
  database: Database,
  wish: NewWebhookEndpoint,
  now_ms: number,
): Promise<(WebhookEndpoint & { secret: string }) | null> {
  const secret = makeSecret();
  const { rows } = await database.query<EndpointRow>(
    `with created as (
       insert into webhook_endpoints (id, seller, url, description, types, created_at)
       select $1, $2, $3, $4, $5, $6
       where (select count(*) from webhook_endpoints where seller is not distinct from $2) < ${endpoints_max}
       returning ${ENDPOINT_COLUMNS}
     ), signing as (
       insert into webhook_secrets (endpoint, number, secret) select id, 1, $7 from created
     )
     select * from created`,
    [newId(now_ms), wish.seller, wish.url, wish.description, wish.types, new Date(now_ms), secret],
  );
  return rows[0] ? { ...shownEndpoint(rows[0]), secret: showSecret(secret) } : null;
}

/** What may be changed. Absent: stays as it is. */
export interface EndpointChange {
  url?: string | undefined;
  description?: string | null | undefined;
  types?: string[] | undefined;
  /** True: sent to again, with a clean record. What waited when it was disabled leaves now. */
  enabled?: boolean | undefined;
}

/** Null: there is none, or it is not the owner's. */
export async function changeWebhookEndpoint(
  database: Database,
  owner: Owner,
  id: string,
  change: EndpointChange,
  now_ms: number,
): Promise<WebhookEndpoint | null> {
  const { rows } = await database.query<EndpointRow>(
    `update webhook_endpoints e
     set url = coalesce($3, url), types = coalesce($4, types),
         description = case when $5 then $6 else description end,
         disabled_at = case $7 when true then null when false then coalesce(disabled_at, $8) else disabled_at end,
         disabled_reason = case $7 when true then null when false then coalesce(disabled_reason, 'by_request')
                                   else disabled_reason end,
         failing_since = case when fresh then null else failing_since end,
         failures = case when fresh then 0 else failures end,
         next_try_at = case when fresh then null else next_try_at end,
         throttled_until = case when fresh then null else throttled_until end
     from (select $7 is true and disabled_at is not null or $3 <> url as fresh from webhook_endpoints where id = $1) f
     where id = $1 and ($2::text is null or seller = $2) returning ${ENDPOINT_COLUMNS}`,
    [
      ...[id, sellerOf(owner), change.url ?? null, change.types ?? null],
      ...[change.description !== undefined, change.description ?? null, change.enabled ?? null],
      new Date(now_ms),
    ],
  );
  return rows[0] ? shownEndpoint(rows[0]) : null;
}

/**
 * Ends an endpoint and its secrets at once; its deliveries are swept away later. False: there is none, or it is not
 * the owner's.
 */
export async function deleteWebhookEndpoint(database: Database, owner: Owner, id: string): Promise<boolean> {
  const { rowCount } = await database.query(
    `with deleted as (
       delete from webhook_endpoints where id = $1 and ($2::text is null or seller = $2) returning id
     ), silenced as (
       delete from webhook_secrets s using deleted d where s.endpoint = d.id
     )
     select from deleted`,
    [id, sellerOf(owner)],
  );
  return rowCount === 1;
}

import { instant } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';
import type { Owner, WebhookEndpoint } from './endpoint.ts';

/** The row as it is stored, but for what only senders need. */
export interface EndpointRow
  extends Pick<WebhookEndpoint, 'id' | 'seller' | 'url' | 'description' | 'types'> {
  disabled_reason: WebhookEndpoint['disabled_reason'];
  disabled_at: Date | null;
  failing_since: Date | null;
  last_success_at: Date | null;
  created_at: Date;
}

export const ENDPOINT_COLUMNS = `id, seller, url, description, types, disabled_reason, disabled_at, failing_since,
  last_success_at, created_at`;

/** Newest first. @param after the id the page begins behind */
export async function listWebhookEndpoints(
  database: Database,
  owner: Owner,
  { after, limit }: { after: string | null; limit: number },
): Promise<WebhookEndpoint[]> {
  const { rows } = await database.query<EndpointRow>(
    `select ${ENDPOINT_COLUMNS} from webhook_endpoints
     where ($1::text is null or seller = $1) and ($2::text is null or id < $2) order by id desc limit $3`,
    [sellerOf(owner), after, limit],
  );
  return rows.map(shownEndpoint);
}

/** Null: there is none, or it is not the owner's. */
export async function readWebhookEndpoint(
  database: Database,
  owner: Owner,
  id: string,
): Promise<WebhookEndpoint | null> {
  const { rows } = await database.query<EndpointRow>(
    `select ${ENDPOINT_COLUMNS} from webhook_endpoints where id = $1 and ($2::text is null or seller = $2)`,
    [id, sellerOf(owner)],
  );
  return rows[0] ? shownEndpoint(rows[0]) : null;
}

/** Null: everybody's. */
export function sellerOf(owner: Owner): string | null {
  return owner === 'anybody' ? null : owner.seller;
}

export function shownEndpoint(row: EndpointRow): WebhookEndpoint {
  const at = (date: Date | null) => date && instant(date.getTime());
  const { id, seller, url, description, types, disabled_reason } = row;
  const failing = row.failing_since === null ? 'enabled' : 'failing';
  return {
    ...{ id, seller, url, description, types },
    status: row.disabled_at === null ? failing : 'disabled',
    disabled_reason,
    disabled_at: at(row.disabled_at),
    failing_since: at(row.failing_since),
    last_success_at: at(row.last_success_at),
    created_at: instant(row.created_at.getTime()),
  };
}

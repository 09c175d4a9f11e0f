import type { Database } from '../../../lib/database.ts';
import type { WebhookEndpoint } from './endpoint.ts';
import { ENDPOINT_COLUMNS, type EndpointRow, shownEndpoint } from './read.ts';

/** How it stands with one endpoint, for an operator's page. */
export interface WebhookStanding extends WebhookEndpoint {
  /** Not yet delivered and not given up, those on their way included. */
  waiting: number;
  /** Given up, and still in the log. */
  failed: number;
}

const standings_max = 1_000;

/** Those with trouble first, then the newest; at most `standings_max`. */
export async function readWebhookStandings(database: Database): Promise<WebhookStanding[]> {
  const { rows } = await database.query<EndpointRow & { waiting: number; failed: number }>(
    `select ${ENDPOINT_COLUMNS},
       (select count(*) from webhook_deliveries d where d.endpoint = e.id and d.status = 'waiting')
       + (select count(*) from webhook_deliveries d where d.endpoint = e.id and d.status = 'sending') as waiting,
       (select count(*) from webhook_deliveries d where d.endpoint = e.id and d.status = 'failed') as failed
     from webhook_endpoints e
     order by disabled_at is null, failing_since is null, id desc limit ${standings_max}`,
  );
  return rows.map((row) => ({ ...shownEndpoint(row), waiting: row.waiting, failed: row.failed }));
}

/** The figures of /metrics. */
export async function countWebhooks(
  database: Database,
): Promise<{ waiting: number; failing: number; disabled: number }> {
  const { rows } = await database.query(
    `select (select count(*) from webhook_deliveries where status = 'waiting') as waiting,
       count(*) filter (where disabled_at is null and failing_since is not null) as failing,
       count(*) filter (where disabled_at is not null) as disabled
     from webhook_endpoints`,
  );
  return rows[0];
}

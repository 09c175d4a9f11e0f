import { instant } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';
import type { Try, WebhookStatus } from './delivery.ts';

/** A delivery as its log shows it. */
export interface WebhookDelivery {
  /** webhook-id. */
  id: string;
  type: string;
  order: string;
  version: number;
  status: WebhookStatus;
  attempts: number;
  created_at: string;
  /** When it is tried next; null: settled, or on its way. */
  next_try_at: string | null;
  /** Oldest first. */
  tries: Try[];
}

interface Row extends Omit<WebhookDelivery, 'created_at' | 'next_try_at'> {
  created_at: Date;
  due_at: Date;
}

const READ = `select id, type, order_number as order, fact_version as version, status, attempts, created_at, due_at,
              tries from webhook_deliveries`;

/** Newest first. @param after the id the page begins behind */
export async function listWebhookDeliveries(
  database: Database,
  endpoint: string,
  asked: { status: WebhookStatus | null; after: string | null; limit: number },
): Promise<WebhookDelivery[]> {
  const { rows } = await database.query<Row>(
    `${READ} where endpoint = $1 and ($2::text is null or status = $2) and ($3::text is null or id < $3)
     order by id desc limit $4`,
    [endpoint, asked.status, asked.after, asked.limit],
  );
  return rows.map(shown);
}

export async function readWebhookDelivery(
  database: Database,
  endpoint: string,
  id: string,
): Promise<WebhookDelivery | null> {
  const { rows } = await database.query<Row>(`${READ} where endpoint = $1 and id = $2`, [endpoint, id]);
  return rows[0] ? shown(rows[0]) : null;
}

function shown({ created_at, due_at, ...row }: Row): WebhookDelivery {
  return {
    ...row,
    created_at: instant(created_at.getTime()),
    tries: row.tries.map((each) => ({ ...each, at: instant(Date.parse(each.at)) })),
    next_try_at: row.status === 'waiting' ? instant(due_at.getTime()) : null,
  };
}

import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmail, openSmtp, type WrittenMail } from '../../src/channels/email/index.ts';
import { type Outbox, type OutboxOptions, openOutbox } from '../../src/channels/outbox/index.ts';
import type { Clock } from '../../src/lib/clock.ts';
import type { Database } from '../../src/lib/database.ts';
import { openLog } from '../../src/lib/log.ts';
import type { Notification } from '../../src/modules/notifications/deliveries/index.ts';
import { DELIVERIES, NOTIFICATIONS } from '../../src/modules/notifications/rows.ts';
import { buildStatement } from '../../src/story/statement.ts';

export const silent = openLog({ level: 'silent' });

interface Planned {
  number: string;
  importance?: number;
  type?: string;
  recipient?: string;
  created_at?: string;
  /** Default: the order itself, a guest. */
  person?: string;
  due_at?: string;
  /** Null: the order's buyer has been erased. */
  email?: string | null;
}

export const NOON = '2026-03-02T12:00:00Z';
export const messageId = (number: string): string => `<${number}@tidings.invalid>`;

/** Plans one notification with one mail per order, by the statement the ledger itself writes with. */
export async function plan(database: Database, planned: readonly Planned[]): Promise<void> {
  const rows = planned.map((one) => {
    const { number, importance = 5, type = 'order_confirmed', recipient = 'customer' } = one;
    const created_at = one.created_at ?? NOON;
    const subject_key = `order:${number}`;
    return {
      notification: {
        ...{ subject_key, id: `n-${number}`, order_number: number, fact_version: 1, type },
        audience: recipient === 'customer' ? 'buyer' : 'seller',
        ...{ recipient, locale: 'en', importance, data: '{}', created_at },
      },
      delivery: {
        ...{ subject_key, notification_id: `n-${number}`, channel: 'email', importance },
        ...{ due_at: one.due_at ?? created_at, person: one.person ?? subject_key, type, also: 'sms,push' },
      },
    };
  });
  // Before the deliveries: an outbox that looks in between must not find an order without a buyer.
  await database.query(
    `insert into contacts (order_number, email, name)
     select number, email, 'Ann Buyer' from unnest($1::text[], $2::text[]) as c(number, email)`,
    [
      planned.map(({ number }) => number),
      planned.map(({ number, email }) => (email === undefined ? `buyer-of-${number}@shop.invalid` : email)),
    ],
  );
  const tables = [
    { set: NOTIFICATIONS, rows: rows.map((row) => row.notification) },
    { set: DELIVERIES, rows: rows.map((row) => row.delivery) },
  ];
  await database.query(
    buildStatement(
      tables.map(({ set, rows }) => ({ kind: 'upsert', table: set.table, columns: set.columns, set, rows })),
      [],
    )!,
  );
}

/** `a-1 .. a-n` */
export const numbers = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);

/** Reads the address and writes a short mail, as the product's own writer does with a long one. */
export function writer(database: Database): (notification: Notification) => Promise<WrittenMail> {
  return async ({ order_number }) => {
    const { rows } = await database.query('select email from contacts where order_number = $1', [
      order_number,
    ]);
    const number = order_number!;
    return {
      to: rows[0]?.email ?? null,
      subject: `Order ${number}`,
      html: `<p>Order ${number}</p>`,
      text: `Order ${number}`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      message_id: messageId(number),
    };
  };
}

/** Every mail of these tests is signed: what is known of a lost answer must not depend on it. */
const signing = {
  domain: 'tidings.invalid',
  selector: 'test',
  key: generateKeyPairSync('ed25519').privateKey,
};

/** An outbox that mails to `url`, looking often. */
export function openMailOutbox(
  options: { database: Database; url: string; clock: Clock; exchange_timeout_ms?: number } & Pick<
    OutboxOptions,
    'limits' | 'registry'
  >,
): Outbox {
  const { database, clock, url, limits, exchange_timeout_ms, ...rest } = options;
  const provider = openSmtp({
    url,
    from: 'Shop <shop@tidings.invalid>',
    clock,
    dkim: [signing],
    ...(exchange_timeout_ms ? { exchange_timeout_ms } : {}),
  });
  return openOutbox({
    ...rest,
    database,
    clock,
    log: silent,
    channels: [openEmail({ provider, write: writer(database) })],
    limits: { poll_ms: 20, reclaim_every_ms: 100, ...limits },
  });
}

export interface DeliveryRow {
  status: string;
  attempts: number;
  last_error: string | null;
  due_at: Date;
  message_id: string | null;
}

export async function readDelivery(database: Database, number: string): Promise<DeliveryRow> {
  const { rows } = await database.query(
    'select status, attempts, last_error, due_at, message_id from deliveries where subject_key = $1',
    [`order:${number}`],
  );
  return rows[0];
}

export async function countByStatus(database: Database): Promise<Record<string, number>> {
  const { rows } = await database.query('select status, count(*) as count from deliveries group by status');
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

const patience_ms = 15_000;

/** Waits until `condition` holds. Throws with `what` when it takes unreasonably long. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  limit_ms = patience_ms,
): Promise<void> {
  const limit = performance.now() + limit_ms;
  while (!(await condition())) {
    if (performance.now() > limit) throw new Error(`It never came about that ${what}`);
    await sleep(5);
  }
}

export const allSent = async (database: Database): Promise<boolean> =>
  Object.keys(await countByStatus(database)).every((status) => status === 'sent');

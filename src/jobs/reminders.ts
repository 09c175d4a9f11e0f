import { randomUUID } from 'node:crypto';
import { instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import type { NoticeShipBy } from '../modules/orders/commands.ts';
import type { State } from '../modules/state.ts';
import type { Ledger, Outcome } from '../story/index.ts';

/** A seller of an order, and when it was to be reminded of its day of shipping. */
interface Due {
  order_number: string;
  seller: string;
  remind_at: Date;
}

const page_reminders = 500;
/** Nothing of such an order is open. */
const nothing_open = ['canceled', 'returned', 'delivered', 'partially_delivered', 'shipped'];

/**
 * Reminds sellers of what they are to send, where its day is near and something is still open. Most orders have long
 * left by then: those are put aside in one statement, without looking into them.
 * @returns how many sellers of orders were reminded
 */
export async function remindSellers(
  database: Database,
  ledger: Ledger<State>,
  now_ms: number,
): Promise<number> {
  while ((await putAside(database, now_ms)) === page_reminders);
  let reminded = 0;
  let page: Due[];
  let last: Due | undefined;
  do {
    page = await dueReminders(database, now_ms, last);
    const outcomes = await Promise.allSettled(page.map((due) => ledger.executeAll([notice(due, now_ms)])));
    const unchanged: { due: Due; outcome: Outcome<State> }[] = [];
    for (const [index, settled] of outcomes.entries()) {
      if (settled.status === 'rejected') continue;
      const outcome = settled.value[0]!;
      if (outcome.changed) reminded += 1;
      else unchanged.push({ due: page[index]!, outcome });
    }
    await setReminders(database, unchanged);
    last = page.at(-1);
  } while (page.length === page_reminders);
  return reminded;
}

function notice({ order_number, seller }: Due, now_ms: number): NoticeShipBy {
  const now = instant(now_ms);
  const at = { at: now, recorded_at: now };
  return {
    type: 'NoticeShipBy',
    order: order_number,
    id: randomUUID(),
    ...at,
    actor: 'system',
    body: { seller },
  };
}

async function putAside(database: Database, now_ms: number): Promise<number> {
  const { rowCount } = await database.query({
    name: 'reminders_put_aside',
    text: `update order_sellers o set remind_at = null
           from (select d.order_number, d.seller, d.remind_at
                 from order_sellers d join stories s on s.order_number = d.order_number
                 where d.remind_at <= $1 and s.status = any($2) limit ${page_reminders}) left_already
           where o.order_number = left_already.order_number and o.seller = left_already.seller
             and o.remind_at = left_already.remind_at`,
    values: [new Date(now_ms), nothing_open],
  });
  return rowCount ?? 0;
}

async function dueReminders(database: Database, now_ms: number, last: Due | undefined): Promise<Due[]> {
  const { rows } = await database.query<Due>({
    name: 'reminders_due',
    text: `select order_number, seller, remind_at from order_sellers
           where remind_at <= $1 and (remind_at, order_number, seller) > ($2::timestamptz, $3::text, $4::text)
           order by remind_at, order_number, seller limit ${page_reminders}`,
    values: [new Date(now_ms), last?.remind_at ?? '-infinity', last?.order_number ?? '', last?.seller ?? ''],
  });
  return rows;
}

/**
 * Of those there was nothing to remind of: when to ask again, as the order answered. Only while the order is as it was
 * then: what changed it since has set a time of its own.
 */
async function setReminders(
  database: Database,
  answers: readonly { due: Due; outcome: Outcome<State> }[],
): Promise<void> {
  if (answers.length === 0) return;
  await database.query({
    name: 'reminders_set',
    text: `update order_sellers o set remind_at = a.next
           from unnest($1::text[], $2::text[], $3::timestamptz[], $4::int[], $5::timestamptz[])
             as a(order_number, seller, remind_at, version, next)
           join stories s on s.order_number = a.order_number and s.version = a.version
           where o.order_number = a.order_number and o.seller = a.seller and o.remind_at = a.remind_at`,
    values: [
      answers.map(({ due }) => due.order_number),
      answers.map(({ due }) => due.seller),
      answers.map(({ due }) => due.remind_at),
      answers.map(({ outcome }) => outcome.version),
      answers.map(({ outcome }) => (outcome.result as { remind_at: string | null }).remind_at),
    ],
  });
}

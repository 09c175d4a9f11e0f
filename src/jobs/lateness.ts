import { randomUUID } from 'node:crypto';
import { instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import type { NoticeLateness } from '../modules/delays/commands.ts';
import { lateAt } from '../modules/delays/index.ts';
import type { State } from '../modules/state.ts';
import type { Ledger, Outcome } from '../story/index.ts';

const page_orders = 500;

/** An order, and when somebody was to look whether it is late. */
interface Due {
  order_number: string;
  late_at: Date;
}

/**
 * Tells every order whose promised day is over to say so. What it says moves `late_at` on in the same commit; an order
 * that could not be told is asked again next time, and keeps nobody behind it waiting.
 * @returns how many had something to say
 */
export async function noticeLateOrders(
  database: Database,
  ledger: Ledger<State>,
  now_ms: number,
): Promise<number> {
  let noticed = 0;
  let page: Due[];
  let last: Due | undefined;
  do {
    page = await lateOrders(database, now_ms, last);
    const told = page.map(({ order_number }) => ledger.executeAll([notice(order_number, now_ms)]));
    const silent: Outcome<State>[] = [];
    for (const settled of await Promise.allSettled(told)) {
      if (settled.status === 'rejected') continue;
      const outcome = settled.value[0]!;
      if (outcome.changed) noticed += 1;
      else silent.push(outcome);
    }
    await lookAgain(database, silent);
    last = page.at(-1);
  } while (page.length === page_orders);
  return noticed;
}

function notice(order: string, now_ms: number): NoticeLateness {
  const now = instant(now_ms);
  return {
    ...{ type: 'NoticeLateness', order, id: randomUUID(), body: {} },
    ...{ at: now, recorded_at: now, actor: 'system' },
  };
}

async function lateOrders(database: Database, now_ms: number, last: Due | undefined): Promise<Due[]> {
  const { rows } = await database.query<Due>({
    name: 'late_orders',
    text: `select order_number, late_at from stories
           where late_at <= $1 and (late_at, order_number) > ($2::timestamptz, $3::text)
           order by late_at, order_number limit ${page_orders}`,
    values: [new Date(now_ms), last?.late_at ?? '-infinity', last?.order_number ?? ''],
  });
  return rows;
}

/**
 * Of those that had nothing to say: when to ask them again. Only while an order is as it was then: what changed it since
 * has set a time of its own.
 */
async function lookAgain(database: Database, silent: readonly Outcome<State>[]): Promise<void> {
  const orders = silent.filter(({ state }) => state !== null);
  if (orders.length === 0) return;
  await database.query({
    name: 'late_orders_again',
    text: `update stories s set late_at = a.late_at
           from unnest($1::text[], $2::int[], $3::timestamptz[]) as a(order_number, version, late_at)
           where s.order_number = a.order_number and s.version = a.version
             and s.late_at is distinct from a.late_at`,
    values: [
      orders.map(({ order }) => order),
      orders.map(({ version }) => version),
      orders.map(({ state }) => lateAt(state!)),
    ],
  });
}

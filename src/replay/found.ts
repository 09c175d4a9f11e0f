import type { Api } from '../client/api.ts';
import { dateInZone } from '../lib/dates.ts';

/** An order as the server tells it at the end. */
export interface FoundOrder {
  number: string;
  status: string;
  delayed: boolean;
  /** All of it arrived by the first promise, by calendar date in the order's zone; null: not delivered. */
  on_time: boolean | null;
}

/** How many notifications of a type stand how: `sent`, `planned`, `held`, `suppressed`, `failed`. */
export type Standings = Map<string, Map<string, number>>;

/** Lists are read in slices, so many at once: reading must not take longer than sending. */
const readers_max = 4;

interface OrderItem {
  number: string;
  status: string;
  delayed: boolean;
  time_zone: string;
  lines: { status: string; promise: { first_latest: string } | null }[];
  shipments: { delivered_at: string | null }[];
}

/** The orders among `numbers` that the server has, read month by month from `GET /v1/orders`. */
export async function readFound(
  api: Api,
  numbers: ReadonlySet<string>,
  span: { from: string; to: string },
): Promise<Map<string, FoundOrder>> {
  const found = new Map<string, FoundOrder>();
  await inParallel(monthsOf(span), async (month) => {
    for await (const item of api.list<OrderItem>('/v1/orders', month)) {
      if (numbers.has(item.number)) found.set(item.number, foundOf(item));
    }
  });
  return found;
}

/** What buyers were told about these orders, type by type from `GET /v1/notifications`. */
export async function readStandings(
  api: Api,
  numbers: ReadonlySet<string>,
  types: readonly string[],
): Promise<Standings> {
  const standings: Standings = new Map();
  await inParallel(types, async (type) => {
    const counts = new Map<string, number>();
    for await (const item of api.list<{ order: string | null; status: string }>('/v1/notifications', {
      type,
    })) {
      if (!numbers.has(item.order ?? '')) continue;
      counts.set(item.status, (counts.get(item.status) ?? 0) + 1);
    }
    if (counts.size > 0) standings.set(type, counts);
  });
  return standings;
}

function foundOf({ number, status, delayed, time_zone, lines, shipments }: OrderItem): FoundOrder {
  return { number, status, delayed, on_time: status === 'delivered' ? onTime() : null };

  function onTime(): boolean {
    const arrived_at = shipments.flatMap(({ delivered_at }) => delivered_at ?? []).sort();
    const arrived = dateInZone(Date.parse(arrived_at.at(-1)!), time_zone);
    const delivered = lines.filter((line) => line.status === 'delivered');
    return delivered.every(({ promise }) => promise === null || arrived <= promise.first_latest);
  }
}

/** From the month of `from` to that of `to`, in UTC: `placed_after` is included, `placed_before` is not. */
function monthsOf({
  from,
  to,
}: {
  from: string;
  to: string;
}): { placed_after: string; placed_before: string }[] {
  const last = Temporal.PlainYearMonth.from(to.slice(0, 7));
  const months = [];
  const start = (month: Temporal.PlainYearMonth) => `${month.toPlainDate({ day: 1 })}T00:00:00Z`;
  let month = Temporal.PlainYearMonth.from(from.slice(0, 7));
  while (Temporal.PlainYearMonth.compare(month, last) <= 0) {
    const next = month.add({ months: 1 });
    months.push({ placed_after: start(month), placed_before: start(next) });
    month = next;
  }
  return months;
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: readers_max }, worker));
}

import type { Expected } from './expected.ts';
import type { FoundOrder, Standings } from './found.ts';
import { grouped } from './progress.ts';
import type { Refused, Tally } from './send.ts';

export interface Outcome {
  expected: readonly Expected[];
  found: ReadonlyMap<string, FoundOrder>;
  standings: Standings;
  /** What was read into the files. */
  assumptions: readonly [count: number, what: string][];
  tally: Tally;
}

/** How many order numbers are shown as examples of one difference. */
const examples_max = 3;

/** What came of a replay, as lines for a terminal: what the files say beside what the server says. */
export function summarize(outcome: Outcome): string[] {
  return [
    ...statuses(outcome),
    ...differences(outcome),
    ...delayed(outcome),
    ...punctuality(outcome),
    ...notifications(outcome.standings),
    ...assumed(outcome.assumptions),
    ...refusals(outcome.tally.refused),
  ];
}

/** True when nothing is different that the files do not explain. */
export function isFaithful({ expected, found, tally }: Outcome): boolean {
  return (
    tally.refused.length === 0 && expected.every((order) => surprise(order, found.get(order.number)) === null)
  );
}

/** What the server says about an order that the files do not explain; null when all is as it should be. */
function surprise(expected: Expected, found: FoundOrder | undefined): string | null {
  if (!found) return 'not found on the server';
  if (found.status !== expected.status) return `expected ${expected.status}, found ${found.status}`;
  const late = (on_time: boolean | null) => (on_time === null ? 'unknown' : on_time ? 'on time' : 'late');
  if (expected.status !== 'delivered' || expected.on_time === null) return null;
  return found.on_time === expected.on_time
    ? null
    : `${late(expected.on_time)} by the files, found ${late(found.on_time)}`;
}

/** Both languages' statuses, from the beginning of an order to its end. */
const LIFE: readonly string[] = [
  ...['created', 'awaiting_payment', 'approved', 'processing', 'awaiting_packing', 'invoiced'],
  ...['partially_shipped', 'shipped', 'partially_delivered', 'delivered', 'unavailable', 'canceled'],
];

function statuses({ expected, found }: Outcome): string[] {
  const there = countBy(expected, (order) => order.olist_status);
  const here = countBy([...found.values()], (order) => order.status);
  const known = LIFE.filter((status) => there.has(status) || here.has(status));
  const others = [...here.keys()].filter((status) => !LIFE.includes(status));
  const rows = [...known, ...others].map((status) => [
    status,
    grouped(there.get(status) ?? 0),
    grouped(here.get(status) ?? 0),
  ]);
  rows.push(['all', grouped(expected.length), grouped(found.size)]);
  return ['', 'Orders by status', ...table(['', 'Olist', 'Tidings'], rows)];
}

function differences({ expected, found }: Outcome): string[] {
  const explained = expected.filter(({ because }) => because !== null);
  const renamed = expected.filter(
    ({ olist_status, status, because }) => because === null && olist_status !== status,
  );
  const lines = [
    ...examples(renamed, ({ olist_status, status }) => `${olist_status} is called ${status}`),
    ...examples(explained, ({ olist_status, status, because }) => `${olist_status} -> ${status}: ${because}`),
  ];
  const surprising = expected.flatMap((order) => {
    const what = surprise(order, found.get(order.number));
    return what === null ? [] : [{ number: order.number, what }];
  });
  const unexplained = examples(surprising, ({ what }) => what);
  return [
    ...(lines.length === 0 ? [] : ['', 'Why the two differ', ...lines]),
    ...(unexplained.length === 0 ? [] : ['', 'NOT EXPLAINED BY THE FILES', ...unexplained]),
  ];
}

function delayed({ found }: Outcome): string[] {
  const late = [...found.values()].filter((order) => order.delayed);
  const by = [...countBy(late, (order) => order.status)].map(
    ([status, count]) => `${status} ${grouped(count)}`,
  );
  const which = by.length === 0 ? '' : `: ${by.join(', ')}`;
  return ['', `Delayed now  ${grouped(late.length)}, promised for a day that has passed${which}`];
}

/** By calendar date: an arrival on the promised day is on time at any hour. */
function punctuality({ expected, found }: Outcome): string[] {
  const withItems = expected.filter((order) => order.has_items);
  const row = (what: string, orders: readonly Expected[]) => [
    what,
    rate(orders.map((order) => order.on_time)),
    rate(orders.map((order) => found.get(order.number)?.on_time ?? null)),
  ];
  const rows = [row('all with a delivery time', expected), row('of these with items', withItems)];
  const same = rows.every(([, there, here]) => there === here);
  const verdict = same ? '  No difference.' : '  The orders that make the difference are named above.';
  return ['', 'Delivered by the promised date', ...table(['', 'Olist', 'Tidings'], rows), verdict];
}

function rate(on_time: readonly (boolean | null)[]): string {
  const known = on_time.filter((value) => value !== null);
  const punctual = known.filter((value) => value).length;
  if (known.length === 0) return 'none';
  return `${((punctual / known.length) * 100).toFixed(2)} % (${grouped(punctual)} of ${grouped(known.length)})`;
}

function notifications(standings: Standings): string[] {
  if (standings.size === 0) return ['', 'Notifications  none'];
  const statuses = [...new Set([...standings.values()].flatMap((counts) => [...counts.keys()]))].sort();
  const rows = [...standings].map(([type, counts]) => [
    type,
    ...statuses.map((status) => grouped(counts.get(status) ?? 0)),
  ]);
  const total = (status: string) =>
    [...standings.values()].reduce((sum, counts) => sum + (counts.get(status) ?? 0), 0);
  rows.push(['all', ...statuses.map((status) => grouped(total(status)))]);
  const waiting = total('planned') > 0 ? ['  planned: written, and sent as fast as the outbox goes'] : [];
  return ['', 'Notifications by type', ...table(['', ...statuses], rows), ...waiting];
}

function assumed(assumptions: Outcome['assumptions']): string[] {
  if (assumptions.length === 0) return [];
  const rows = assumptions.map(([count, what]) => `  ${grouped(count).padStart(6)}  ${what}`);
  return ['', 'How the files were read', ...rows];
}

function refusals(refused: readonly Refused[]): string[] {
  if (refused.length === 0) return [];
  const named = refused.map((one) => ({ number: one.order, ...one }));
  const what = ({ path, number, status, code }: (typeof named)[number]) =>
    `${path.replace(number, '{number}')}: ${status} ${code}`;
  return ['', 'REFUSED BY THE SERVER', ...examples(named, what)];
}

/** Counts equal texts, each with the first few orders it is about. */
function examples<Order extends { number: string }>(
  orders: readonly Order[],
  text: (order: Order) => string,
): string[] {
  return [...Map.groupBy(orders, text)].map(([what, alike]) => {
    const numbers = alike.slice(0, examples_max).map(({ number }) => number);
    const named = `(${alike.length > examples_max ? 'such as ' : ''}${numbers.join(', ')})`;
    return `  ${grouped(alike.length).padStart(6)}  ${what} ${named}`;
  });
}

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/** The first column to the left, figures to the right. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]!.length)));
  return [header, ...rows].map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? `  ${cell.padEnd(widths[0]!)}` : cell.padStart(widths[column]! + 3),
      )
      .join(''),
  );
}

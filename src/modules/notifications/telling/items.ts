import { type LineView, titleOf } from '../../order-view/index.ts';
import type { LineQuantity } from '../../orders/facts.ts';
import type { Item, Section } from '../message.ts';
import type { Telling } from '../type.ts';

/** In a subject there is room for a name, on a line of its own for a sentence. */
const title_in_subject_length_max = 60;
const title_length_max = 200;
/** More would make a mail that Gmail cuts off (102 kB); the order page has them all. */
const items_max = 40;

/** "Second book", "Second book and 2 more items": what a subject is about. */
export function nameItems({ order, words }: Telling, quantities: readonly LineQuantity[]): string {
  const first = order.lines.find((line) => line.id === quantities[0]?.line);
  const title = first ? titleOf(first, title_in_subject_length_max) : order.number;
  if (quantities.length < 2) return title;
  return words.say('mail.items', { first: title, more: quantities.length - 1 });
}

/** A list of units of an order. @param extra what the message adds to each item. */
export function itemsSection(
  telling: Telling,
  heading: string,
  quantities: readonly LineQuantity[],
  extra: (line: LineView, quantity: number) => Partial<Item> = () => ({}),
): Section {
  const { order, words } = telling;
  const items = quantities.slice(0, items_max).flatMap(({ line: id, quantity }) => {
    const line = order.lines.find((candidate) => candidate.id === id);
    return line ? [itemOf(telling, line, quantity, extra(line, quantity))] : [];
  });
  const rest = quantities.length - items_max;
  const more = rest > 0 ? words.say('mail.more_items', { count: rest }) : null;
  return { kind: 'items', heading, items, more };
}

function itemOf({ words }: Telling, line: LineView, quantity: number, extra: Partial<Item>): Item {
  return {
    title: titleOf(line, title_length_max),
    image_url: line.image_url && /^https?:\/\//i.test(line.image_url) ? line.image_url : null,
    detail: words.say('mail.pieces', { quantity }),
    amount: null,
    note: null,
    action: null,
    ...extra,
  };
}

/** Everything that was ordered. */
export function orderedUnits(lines: readonly LineView[]): LineQuantity[] {
  return lines.map((line) => ({ line: line.id, quantity: line.quantity.ordered }));
}

/** What has neither been sent nor canceled. */
export function openUnits(lines: readonly LineView[]): LineQuantity[] {
  return lines.flatMap(({ id, quantity }) =>
    quantity.open > 0 ? [{ line: id, quantity: quantity.open }] : [],
  );
}

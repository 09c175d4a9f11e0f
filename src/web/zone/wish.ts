import { type ListPosition, ORDER_SHELVES, type Shelf } from '../../modules/order-list/index.ts';

/** What the reader of a list asked for, as it stands in its address. */
export interface OrdersWish {
  shelf: Shelf | null;
  /** Empty: no search. */
  words: string;
  after: ListPosition | null;
}

/** Longer is no number, title or name that somebody looks for. */
export const words_length_max = 200;
const number_length_max = 64;

export function ordersPath(base: string): string {
  return `${base}/orders`;
}

/** Whatever cannot be read is as if it were not there: an address is typed, cut off and kept for years. */
export function readWish(query: (name: string) => string | undefined): OrdersWish {
  const show = query('show');
  return {
    shelf: ORDER_SHELVES.find((shelf) => shelf === show) ?? null,
    words: (query('q') ?? '')
      .replace(/\p{C}+/gu, ' ')
      .slice(0, words_length_max)
      .trim(),
    after: readPosition(query('after')),
  };
}

/** The address of a list. */
export function addressOf(base: string, { shelf, words, after }: OrdersWish): string {
  const query = new URLSearchParams();
  if (shelf) query.set('show', shelf);
  if (words) query.set('q', words);
  if (after) query.set('after', `${after.placed_at} ${after.number}`);
  return query.size > 0 ? `${ordersPath(base)}?${query}` : ordersPath(base);
}

/** Says where in a list to go on, and nothing about whose it is: that is asked anew each time. */
function readPosition(text: string | undefined): ListPosition | null {
  const [, placed_at, number] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) ([^\s\p{C}]+)$/u.exec(text ?? '') ?? [];
  if (placed_at === undefined || number === undefined || number.length > number_length_max) return null;
  return Number.isNaN(Date.parse(placed_at)) ? null : { placed_at, number };
}

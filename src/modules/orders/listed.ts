import { normalizeEmail } from '../../lib/email.ts';
import type { Row, RowSet } from '../../story/index.ts';
import type { OrderFacts } from './facts.ts';

/** What a customer's list of orders is found by. Whose it is and what it holds is written once, when it is placed. */
export const LISTED_ORDERS: RowSet = {
  table: 'listed_orders',
  columns: {
    order_number: 'text',
    placed_at: 'timestamptz',
    customer: 'text',
    email: 'text',
    country: 'text',
    words: 'text',
    coming: 'bool',
    unshipped: 'bool',
    some_canceled: 'bool',
    late_from: 'timestamptz',
    returnable_until: 'timestamptz',
  },
  key: ['order_number'],
  on_conflict: 'update',
  // A contact that changes or is erased takes its row along: see migrations/0017_customer_zone.sql.
  once: ['placed_at', 'customer', 'email', 'country', 'words'],
};

/** The part of the row that only placing knows; the order-list module adds where the order is. */
export function listedRow(placed: OrderFacts['OrderPlaced'], email: string): Row {
  const { number, placed_at, customer, country } = placed;
  const values = { order_number: number, placed_at, customer, email: normalizeEmail(email), country };
  return { set: LISTED_ORDERS, values: { ...values, words: wordsOf(placed) } };
}

/** What is searched, on lines of their own: a seller's id stands behind an `@`, so that it is found by its name too. */
function wordsOf({ number, lines }: OrderFacts['OrderPlaced']): string {
  const words = new Set([foldWords(number)]);
  for (const { title, sku, seller } of lines) {
    words.add(foldWords(title)).add(foldWords(sku)).add(sellerWord(seller));
  }
  return `\n${[...words].join('\n')}\n`;
}

export function sellerWord(seller: string): string {
  return `@${foldWords(seller)}`;
}

/** Letters of our languages that are no letter and a mark: nobody types the stroke on a phone. */
const strokes: Record<string, string> = { ł: 'l', đ: 'd', ø: 'o' };

/** A text as it is searched: lower case, in one line, without accents. "Chłopi" is found by "chlopi". */
export function foldWords(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[łđø]/g, (letter) => strokes[letter]!)
    .replace(/\s+/g, ' ')
    .trim();
}

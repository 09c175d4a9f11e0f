import type { ContactDetails } from './commands.ts';
import type { OrderFacts, PlacedLine } from './facts.ts';

/** The one order that documents, previews and pages show: two books of 2008, after a buyer's real letters. */
export const exampleContact: ContactDetails = {
  email: 'ann@example.com',
  name: 'Ann Buyer',
  phone: null,
  ship_to: {
    name: 'Ann Buyer',
    line1: '1 Main St',
    line2: null,
    city: 'Boston',
    region: 'MA',
    postal_code: '02101',
    country: 'US',
    pickup_point: null,
  },
};

/** One thing of the shop, with the least that must be said of it. */
export function exampleLine(
  id: string,
  title: string,
  unit_price: number,
  more: Partial<PlacedLine> = {},
): PlacedLine {
  const nothing = { image_url: null, availability: 'in_stock', ships_after: null, promise: null } as const;
  return { id, sku: `book-${id}`, title, seller: 's-1', unit_price, quantity: 1, ...nothing, ...more };
}

export const exampleLines: readonly PlacedLine[] = [
  exampleLine('1', 'The Design of Everyday Things', 1999, {
    promise: { earliest: '2008-07-18', latest: '2008-07-22', source: 'given' },
  }),
  exampleLine('2', 'Structure and Interpretation of Computer Programs', 2999, {
    promise: { earliest: '2008-07-22', latest: '2008-07-22', source: 'given' },
  }),
];

type Placed = OrderFacts['OrderPlaced'];

/** The order as it is placed, paid by card; with other lines its totals are theirs. */
export function exampleOrder(changes: Partial<Placed> = {}): Placed {
  const lines = changes.lines ?? [...exampleLines];
  const items = lines.reduce((sum, line) => sum + line.unit_price * line.quantity, 0);
  return {
    number: '114-3941689-8772232',
    placed_at: '2008-07-14T12:49:00Z',
    currency: 'USD',
    locale: 'en-US',
    time_zone: 'America/New_York',
    delivery_option: 'standard',
    country: 'US',
    customer: 'c-1',
    payment_method: 'card',
    payment_status: 'paid',
    payment_reference: 'pi_123',
    content_hash: 'example',
    notify: true,
    totals: { items, shipping: 399, tax: 0, discount: 0, total: items + 399 },
    ...changes,
    lines,
  };
}

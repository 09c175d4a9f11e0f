import { wordsFor } from '../../../src/lib/words.ts';
import type { Person } from '../../support/person.ts';
import { type Letter, linksIn, type SeedShop } from '../seeds/shop.ts';

/** Something a buyer comes for. */
export interface Task {
  name: string;
  /** It is not done when it takes more touches than this. */
  clicks_max: number;
  /** What must have happened before its buyer comes. @returns the number of their order */
  prepare(shop: SeedShop, number: string): Promise<void>;
  /** From the mail, or the address of the shop, to the sentence that says it is done. */
  perform(person: Person, shop: SeedShop, order: { number: string; email: string }): Promise<void>;
  /** What is true afterwards, asked of the API. Throws when it is not. */
  done?(shop: SeedShop, number: string): Promise<void>;
}

const { say } = wordsFor('en');

/** A word of ours as the start of an accessible name. */
export function named(key: string, values?: Record<string, string | number>): RegExp {
  return new RegExp(`^${say(key, values).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** The link of a letter whose address has this in it; without, the one to the order. */
export function linkIn(letter: Letter, part = ''): string {
  const links = linksIn(letter).filter((link) => link.includes('/o/'));
  const found =
    part === '' ? links.find((link) => !link.includes('?')) : links.find((link) => link.includes(part));
  if (!found) throw new Error(`no link with ${part} in ${letter.text}`);
  return found;
}

/** Opens the order from its confirmation. */
export async function openFromMail(
  person: Person,
  shop: SeedShop,
  { number, email }: { number: string; email: string },
): Promise<void> {
  await person.follow(linkIn(await shop.letter(email, /confirmed/i)));
  await person.page.waitForURL(`**/orders/${number}`);
}

/** The code in the newest letter with one. */
export async function codeFor(shop: SeedShop, email: string): Promise<string> {
  const letter = await shop.letter(email, /^\d{3}\D?\d{3} /);
  return /^\d{3}\D?\d{3}/.exec(letter.subject)![0];
}

export function emailOf(number: string): string {
  return `${number.toLowerCase()}@reader.example`;
}

/** Days from now as a date. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** An order of two books. */
export function placeOrder(shop: SeedShop, number: string): Promise<unknown> {
  const line = { quantity: 1, seller: 's-1', promise: { earliest: inDays(2), latest: inDays(4) } };
  return shop.post('/v1/orders', {
    ...{
      number,
      placed_at: new Date().toISOString(),
      currency: 'EUR',
      locale: 'en',
      time_zone: 'Europe/Dublin',
    },
    customer: { email: emailOf(number), name: 'Ann Buyer', phone: '+353871234567' },
    ship_to: {
      name: 'Ann Buyer',
      line1: '1 Main St',
      city: 'Dublin',
      postal_code: 'D02 XY45',
      country: 'IE',
    },
    ...{ delivery_option: 'standard', shipping_price: 399, tax: 0, discount: 0 },
    payment: { method: 'card', status: 'paid', reference: `pi-${number}` },
    lines: [
      { id: '1', sku: 'book-1', title: 'First book', unit_price: 1999, ...line },
      { id: '2', sku: 'book-2', title: 'Second book', unit_price: 2999, ...line },
    ],
  });
}

/** The first book leaves. */
export function sendFirstBook(shop: SeedShop, number: string): Promise<unknown> {
  return shop.post(`/v1/orders/${number}/shipments`, {
    ...{
      id: 'p-1',
      lines: [{ line: '1', quantity: 1 }],
      carrier: 'ups',
      tracking_number: trackingOf(number),
    },
    dispatched_at: new Date().toISOString(),
  });
}

/** Its carrier tells where it is. */
export function scanFirstBook(shop: SeedShop, number: string, stage: string): Promise<unknown> {
  const occurred_at = new Date().toISOString();
  return shop.post('/v1/tracking-events', [
    { carrier: 'ups', tracking_number: trackingOf(number), stage, occurred_at, location: 'Dublin' },
  ]);
}

function trackingOf(number: string): string {
  return `1Z${number.replaceAll('-', '').toUpperCase()}`;
}

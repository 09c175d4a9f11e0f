import type { Clock } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import { oneLine } from '../lib/one-line.ts';
import type { Secrets } from '../lib/secrets.ts';
import { type Words, wordsFor } from '../lib/words.ts';
import { normalizeEmail } from '../modules/accounts/index.ts';
import type { Notification } from '../modules/notifications/deliveries/index.ts';
import {
  type Links,
  type Message,
  type NotificationType,
  readNotes,
  type Shop,
  tell,
  typeNamed,
} from '../modules/notifications/index.ts';
import {
  type OrderReader,
  type OrderView,
  type StoredOrder,
  sellersPart,
  viewOrder,
} from '../modules/order-view/index.ts';
import { signLink } from '../modules/order-view/links.ts';
import { KnownSellers, type Seller, type SellerDefaults } from '../modules/sellers/index.ts';
import { type Declarant, readDeclarants } from '../modules/withdrawals/index.ts';
import { openIdeas } from './ideas.ts';

/** What a notification says at this moment, and to whom: what every channel makes its own shape of. */
export interface Told {
  audience: NotificationType['audience'];
  message: Message;
  words: Words;
  shop: Shop;
  /** Null: there is no page for this reader. */
  links: Links | null;
  /** As the reader may see it: a seller sees its own part, and the buyer's e-mail masked. */
  order: OrderView;
  /** Where the reader can be reached; null or empty: not that way. */
  to: { email: string | null; phone: string | null };
}

/** For a channel with little room: the same message with the titles of what was ordered cut at a length. */
export interface Retelling {
  inShort(title_length_max: number): Message;
}

/** Throws when the order cannot be read; the delivery is then tried again. */
export type Teller = (notification: Notification) => Promise<Told & Retelling>;

export interface TellerOptions {
  database: Database;
  orders: OrderReader;
  secrets: Secrets;
  shop: Shop;
  clock: Clock;
  /** Of a seller nobody described. */
  seller_defaults: SellerDefaults;
  /** Where the shop sells a listing, with `{sku}` in it; absent: it does not say. */
  listing_url?: string | null;
}

/** Who reads it: in which words, where, and what of the order. */
type Reader = Pick<Told, 'words' | 'links' | 'order' | 'to'> & { time_zone: string };

/** Tells a notification from what is true at this moment: the order, the reader's address, a fresh link. */
export function openTeller(options: TellerOptions): Teller {
  const { database, orders, secrets, shop, clock, seller_defaults, listing_url = null } = options;
  const { withdrawal_countries: returns = [] } = shop;
  const sellers = new KnownSellers(database, clock, seller_defaults);
  const readNote = readNotes(database);
  const readDeclarant = readDeclarants(database);
  const readIdeas = openIdeas({ database, clock, secrets, listing_url, public_url: shop.public_url });

  return async (notification) => {
    const { id, order_number, fact_version } = notification;
    const stored = order_number === null ? null : await orders.read(order_number);
    if (!stored) throw new Error(`notification ${id} is about no order`);
    const { audience, with_note, with_ideas, answers_declaration } = typeNamed(notification.type);
    const reader = audience === 'seller' ? await seller(stored, notification) : buyer(stored, notification);
    const note = with_note && fact_version !== null ? await readNote(stored.number, fact_version) : null;
    const declarant = answers_declaration ? await declarantOf(notification, stored.number) : null;
    const { words, order } = reader;
    // Whoever else was named is answered, and let into nothing.
    const links = isStranger(declarant, stored) ? null : reader.links;
    const to = declarant ? { ...reader.to, email: declarant.email } : reader.to;
    const ideas = with_ideas && audience === 'buyer' ? await readIdeas(order) : null;
    const said = { ...reader, links, shop, note, declarant };
    const message = tell(notification, { ...said, ideas });
    const inShort = (title_length_max: number): Message =>
      tell(notification, { ...said, order: withShortTitles(order, title_length_max) });
    return { audience, message, words, shop, links, order, to, inShort };
  };

  function declarantOf({ data }: Notification, number: string): Promise<Declarant | null> {
    return readDeclarant(number, (data as { withdrawal: string }).withdrawal);
  }

  function buyer(stored: StoredOrder, { locale }: Notification): Reader {
    const now_ms = clock.now();
    const order = viewOrder(stored, { locale, now_ms, returns });
    const links = linksTo(stored.number, stored.access_epoch, now_ms);
    const { email, phone } = stored.contact.customer;
    const to = { email: email || null, phone };
    return { words: wordsFor(locale), links, order, to, time_zone: order.time_zone };
  }

  async function seller(stored: StoredOrder, { id, recipient }: Notification): Promise<Reader> {
    const part = sellersPart(stored, recipient);
    if (!part) throw new Error(`notification ${id} is about no line of its seller`);
    const { email, locale, time_zone } = await describedSeller(recipient);
    const words = wordsFor(locale, seller_defaults.locale);
    const order = viewOrder(part, { locale: words.locale, now_ms: clock.now(), returns });
    return { words, links: null, order, to: { email, phone: null }, time_zone };
  }

  /**
   * One without an address is asked for anew: a shop may describe its seller a second after the first order, and who
   * is taken for unreachable is never told.
   */
  async function describedSeller(id: string): Promise<Seller> {
    const known = (await sellers.find([id])).get(id)!;
    if (known.email) return known;
    sellers.forget(id);
    return (await sellers.find([id])).get(id)!;
  }

  function linksTo(number: string, access_epoch: number, now_ms: number): Links {
    const order = shop.public_url + signLink(secrets, { number, access_epoch }, now_ms);
    const cancel = (line: string) => `${order}?cancel=${encodeURIComponent(line)}`;
    const delay: Links['delay'] = (lines, answer) =>
      `${order}?${new URLSearchParams([...lines.map((line) => ['delay', line]), ['answer', answer]])}`;
    return { order, cancel, delay, withdraw: `${order}?withdraw` };
  }
}

/** An address that is not the one of the order: a shop may take a declaration from any. */
function isStranger(declarant: Declarant | null, { contact }: StoredOrder): boolean {
  return declarant !== null && normalizeEmail(declarant.email) !== normalizeEmail(contact.customer.email);
}

/** The same order with the titles of what was bought cut at a length. */
export function withShortTitles(order: OrderView, length_max: number): OrderView {
  return {
    ...order,
    lines: order.lines.map((line) => ({ ...line, title: oneLine(line.title, length_max) })),
  };
}

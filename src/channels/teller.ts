import type { Clock } from '../lib/clock.ts';
import type { Secrets } from '../lib/secrets.ts';
import { type Words, wordsFor } from '../lib/words.ts';
import type { Notification } from '../modules/notifications/deliveries/index.ts';
import { type Links, type Message, type Shop, tell } from '../modules/notifications/index.ts';
import { type OrderReader, type OrderView, viewOrder } from '../modules/order-view/index.ts';
import { signLink } from '../modules/order-view/links.ts';

/** What a notification says at this moment, and to whom: what every channel makes its own shape of. */
export interface Told {
  message: Message;
  words: Words;
  shop: Shop;
  links: Links;
  order: OrderView;
  /** Where the reader can be reached; null or empty: not that way. */
  to: { email: string | null; phone: string | null };
}

/** Throws when the order cannot be read; the delivery is then tried again. */
export type Teller = (notification: Notification) => Promise<Told>;

export interface TellerOptions {
  orders: OrderReader;
  secrets: Secrets;
  shop: Shop;
  clock: Clock;
}

/** Tells a notification from what is true at this moment: the order, the reader's address, a fresh link. */
export function openTeller({ orders, secrets, shop, clock }: TellerOptions): Teller {
  return async (notification) => {
    const stored = notification.order_number === null ? null : await orders.read(notification.order_number);
    if (!stored) throw new Error(`notification ${notification.id} is about no order`);
    const { locale } = notification;
    const now_ms = clock.now();
    const order = viewOrder(stored, { locale, now_ms });
    const links = linksTo(stored.number, stored.access_epoch, now_ms);
    const words = wordsFor(locale);
    const message = tell(notification, { order, words, links, shop });
    const { email, phone } = stored.contact.customer;
    return { message, words, shop, links, order, to: { email: email || null, phone } };
  };

  function linksTo(number: string, access_epoch: number, now_ms: number): Links {
    const order = shop.public_url + signLink(secrets, { number, access_epoch }, now_ms);
    return { order, cancel: (line) => `${order}?cancel=${encodeURIComponent(line)}` };
  }
}

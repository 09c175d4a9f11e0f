import type { Clock } from '../../lib/clock.ts';
import type { Secrets } from '../../lib/secrets.ts';
import { wordsFor } from '../../lib/words.ts';
import type { ClaimedDelivery } from '../../modules/notifications/deliveries/index.ts';
import type { Links, Shop } from '../../modules/notifications/index.ts';
import { type OrderReader, viewOrder } from '../../modules/order-view/index.ts';
import { signLink } from '../../modules/order-view/links.ts';
import type { WrittenMail } from './index.ts';
import { renderEmail } from './render/index.ts';

export interface WriterOptions {
  orders: OrderReader;
  secrets: Secrets;
  shop: Shop;
  clock: Clock;
}

type Notification = ClaimedDelivery['notification'];

/**
 * Writes the mail of a notification from what is true at this moment: the order, the address, a fresh link.
 * Throws when the order cannot be read; the delivery is then tried again.
 */
export function openWriter({ orders, secrets, shop, clock }: WriterOptions) {
  return async (notification: Notification): Promise<WrittenMail> => {
    const stored = notification.order_number === null ? null : await orders.read(notification.order_number);
    if (!stored) throw new Error(`notification ${notification.id} is about no order`);
    const { locale } = notification;
    const now_ms = clock.now();
    const mail = renderEmail({
      notification,
      order: viewOrder(stored, { locale, now_ms }),
      links: linksTo(stored.number, stored.access_epoch, now_ms),
      shop,
      words: wordsFor(locale),
    });
    const { message_id, in_reply_to, references, headers } = mail.thread;
    return {
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      headers: { ...headers, 'In-Reply-To': in_reply_to, References: references },
      message_id,
      to: stored.contact.customer.email || null,
    };
  };

  function linksTo(number: string, access_epoch: number, now_ms: number): Links {
    const order = shop.public_url + signLink(secrets, { number, access_epoch }, now_ms);
    return { order, cancel: (line) => `${order}?cancel=${encodeURIComponent(line)}` };
  }
}

import type { Notification } from '../../modules/notifications/deliveries/index.ts';
import type { Retelling, Told } from '../teller.ts';

/**
 * What the service worker gets (src/web/browser/worker.js shows it). Encrypted, so that a push service reads nothing;
 * still without name and address: it stands on a locked screen.
 */
export interface PushPayload {
  /** Of the notification: the same one again does not ring again. */
  id: string;
  title: string;
  body: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** Epoch milliseconds: when it happened, not when the device was switched on. */
  at_ms: number;
  /** One per order: a newer state replaces the one still shown. */
  tag: string;
  /** Path of the order's page, which is brought forward when it is open. */
  page: string;
  /** Where a click leads when it is not: a fresh landing link. */
  link: string;
}

/** In code points. Shown are about 50 and 150; names of goods are as long as their sellers want. */
const goods_length_max = 40;
const title_length_max = 120;
const body_length_max = 240;
/** For a push service that takes less than the 4,096 bytes it should. */
const title_length_short = 60;

export function writePayload(
  notification: Pick<Notification, 'id' | 'created_at'>,
  told: Told & Retelling,
  tag: string,
): PushPayload {
  const { words, shop, links, order } = told;
  const message = told.inShort(goods_length_max);
  return {
    id: notification.id,
    title: shorten(message.subject, title_length_max),
    body: shorten(message.brief?.join(' ') || (message.sentences[0] ?? ''), body_length_max),
    lang: words.locale,
    dir: words.direction,
    at_ms: Date.parse(notification.created_at),
    tag,
    page: new URL(`${shop.public_url}/orders/${encodeURIComponent(order.number)}`).pathname,
    link: links?.order ?? shop.public_url,
  };
}

/** The same in fewer words. */
export function shortPayload(payload: PushPayload): PushPayload {
  return { ...payload, title: shorten(payload.title, title_length_short), body: '' };
}

function shorten(text: string, length_max: number): string {
  const one_line = text.replace(/\p{Cc}+/gu, ' ').toWellFormed();
  const points = [...one_line];
  return points.length <= length_max ? one_line : `${points.slice(0, length_max - 1).join('')}…`;
}

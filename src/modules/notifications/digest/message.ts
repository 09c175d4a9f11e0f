import type { Words } from '../../../lib/words.ts';
import type { Item, Message, Section } from '../message.ts';

/** One piece of news as it would have been told alone. */
export interface News {
  message: Message;
  order_number: string;
  /** RFC 3339 UTC. */
  at: string;
  /** IANA zone of its order. */
  time_zone: string;
  /** To the order; null: there is no page for this reader. */
  url: string | null;
}

/** More would make a mail that Gmail cuts off (102 kB); the order's page has them all. */
const news_of_an_order_max = 6;
const orders_max = 12;

/**
 * One message of all that gathered: by order, the newest first. Everything said here is taken from the messages that
 * would have been sent alone, so that a digest cannot say anything else.
 *
 * @param news newest first, at least one
 */
export function digestMessage(news: readonly News[], words: Words): Message {
  const by_order = Map.groupBy(news, ({ order_number }) => order_number);
  const orders = [...by_order].map(([number, of_order]) => ({ number, news: of_order }));
  const counts = { news: news.length, orders: orders.length };
  const hidden = orders.length - orders_max;
  const single = news.length === 1 ? news[0]! : null;
  return {
    subject: single ? single.message.subject : words.say('digest.subject', counts),
    label: words.say('digest.label'),
    tone: news.some(({ message }) => message.tone === 'late') ? 'late' : 'good',
    headline: words.say('digest.subject', counts),
    sentences: [words.say('digest.why')],
    sections: [
      ...orders.slice(0, orders_max).map((order) => orderSection(order, words)),
      ...(hidden > 0 ? [moreOrders(hidden, orders.slice(orders_max), words)] : []),
    ],
  };
}

function orderSection({ number, news }: { number: string; news: readonly News[] }, words: Words): Section {
  const shown = news.slice(0, news_of_an_order_max);
  const hidden = news.length - shown.length;
  return {
    kind: 'items',
    heading: words.say('mail.order', { number }),
    items: shown.map((one) => itemOf(one, one === shown.at(-1), words)),
    more: hidden > 0 ? words.say('digest.more', { count: hidden }) : null,
  };
}

/** Behind the last of an order stands the way to its page. */
function itemOf({ message, at, time_zone, url }: News, last: boolean, words: Words): Item {
  return {
    title: message.subject,
    image_url: null,
    detail: words.instant(at, time_zone, 'short'),
    amount: null,
    note: message.sentences.join(' ') || null,
    action: last && url !== null ? { label: words.say('mail.see_order'), url } : null,
  };
}

function moreOrders(count: number, rest: readonly { number: string }[], words: Words): Section {
  const lines = rest.map(({ number }) => words.say('mail.order', { number }));
  return { kind: 'lines', heading: words.say('digest.more_orders', { count }), lines };
}

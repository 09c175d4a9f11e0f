import { oneLine } from '../../../lib/one-line.ts';
import { reasonIn } from '../../recommendations/index.ts';
import type { Item, Section } from '../message.ts';
import type { Telling } from '../type.ts';

const title_length_max = 200;

/** What else the reader may like, of those who asked to be offered it; last, and with the way to end it. */
export function ideasSections({ ideas, order, words }: Telling): Section[] {
  if (!ideas) return [];
  const items = ideas.found.map(({ kind, sku, title, image_url, price, currency, because }): Item => {
    const reason = { title: reasonIn(order, because, title_length_max) };
    return {
      title: oneLine(title, title_length_max) || sku,
      image_url: image_url && /^https?:\/\//i.test(image_url) ? image_url : null,
      detail: words.money(price, currency),
      amount: null,
      note: kind === 'again' ? words.say('suggest.because_again') : words.say('suggest.because', reason),
      action: { label: words.say('suggest.see'), url: ideas.urlOf(sku) },
    };
  });
  const end = { label: words.say('suggest.mail.end'), url: ideas.end_url };
  return [
    { kind: 'items', heading: words.say('suggest.mail.heading'), items, more: null },
    { kind: 'actions', actions: [end], even: true },
  ];
}

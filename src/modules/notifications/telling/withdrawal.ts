import { hasRight } from '../../withdrawals/right.ts';
import type { Section } from '../message.ts';
import type { Telling } from '../type.ts';

/**
 * The way to the withdrawal function, for whom the law or the shop gives the right (Directive 2011/83/EU, Article
 * 11a: prominent, as long as the period lasts); nothing for others.
 */
export function withdrawSections({ order, shop, links, words }: Telling): Section[] {
  const everything = order.lines.every(({ quantity }) => quantity.canceled === quantity.ordered);
  if (!links || everything || !hasRight(order.ship_to.country, shop.withdrawal_countries)) return [];
  const link = { label: words.say('withdraw.link'), url: links.withdraw };
  return [
    { kind: 'lines', heading: words.say('mail.withdraw.heading'), lines: [words.say('mail.withdraw.right')] },
    { kind: 'actions', actions: [link], even: true },
  ];
}

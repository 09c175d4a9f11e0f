import { type Html, html } from '../../lib/html.ts';
import type { Page } from '../page.ts';

/** What there is behind each door, in the order in which it is wanted: the path below it, and its title. */
const PLACES = {
  desk: [['requests', 'case.desk.title']],
  operator: [
    ['deliveries', 'operator.deliveries.title'],
    ['requests', 'case.desk.title'],
    ['mail', 'operator.mail.title'],
    ['withdrawals', 'withdraw.desk.title'],
    ['notifications', 'operator.preview.title'],
  ],
} as const;

/** The way between the pages of a desk. Nothing on it refuses who reads it: people are for those who may invite. */
export function deskNav({ words, base, desk, address }: Page): Html | null {
  if (!desk) return null;
  const { name, people, account } = desk;
  const places = [
    ...PLACES[name],
    ...(people ? [['people', 'people.title'] as const] : []),
    ...(account ? [['account', 'account.access.title'] as const] : []),
  ];
  const links = places.map(([place, title]) => {
    const path = `${base}/${name}/${place}`;
    const current = address === path || ['/', '?'].some((next) => address.startsWith(path + next));
    return html`<li><a href="${path}"${current && html` aria-current="page"`}>${words.say(title)}</a></li>`;
  });
  return html`<nav class="zone desk-nav" aria-label="${words.say('account.desk.nav')}"><ul class="width">${links}</ul></nav>`;
}

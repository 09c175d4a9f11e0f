import { type Html, html } from '../../lib/html.ts';
import { leavePath } from '../app/leave.ts';
import type { Page } from '../page.ts';

/** What a customer has of their own, in the order in which it is wanted. */
const PLACES = ['orders', 'preferences', 'privacy', 'account'] as const;

/** The way between them, and out. A guest with one order has nothing to go to; with several, only their list. */
export function zoneNav(page: Page): Html | null {
  const { words, base, zone } = page;
  if (zone === null) return null;
  const places = zone === 'customer' ? PLACES : PLACES.slice(0, 1);
  const here = page.address.slice(base.length).split('?')[0]!;
  const links = places.map((place) => {
    const current = here === `/${place}`;
    return html`<li><a href="${base}/${place}"${current && html` aria-current="page"`}>${words.say(`zone.nav.${place}`)}</a></li>`;
  });
  const out =
    zone === 'customer' &&
    html`<li><form method="post" action="${leavePath(base)}"><button>${words.say('zone.nav.leave')}</button></form></li>`;
  return html`<nav class="zone" aria-label="${words.say('zone.nav.title')}"><ul class="width">${links}${out}</ul></nav>`;
}

import type { Hono } from 'hono';
import { type Html, html } from '../../lib/html.ts';
import { endSessions } from '../../modules/accounts/index.ts';
import { forgetPeople } from '../account/known-browser.ts';
import { problemPage } from '../components/problem.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';

export function leavePath(base: string): string {
  return `${base}/leave`;
}

/**
 * `/leave`: this device forgets the orders: the session, whoever is signed in, the copies for when there is no network, and what it is told.
 * The browser clears what is ours (the service worker does it too, for browsers that do not know the header); its
 * subscription dies with it, and its push service tells us so at the next message.
 */
export function leaveRoute(app: Hono, site: Site): void {
  app.post('/leave', async (context) => {
    const visit = site.visit(context);
    if (!site.isFromOurPage(context)) {
      return site.send(context, visit, problemPage(site.page(context, visit), 403), { status: 403 });
    }
    const { accounts, database } = site.deps;
    const person = await site.person(context);
    if (person) await endSessions(database, 'customer', person.id, { only: person.session });
    visit.cookies = [...(person ? [accounts.forgetting('customer')] : []), forgetPeople(site)];
    site.endSession(visit);
    visit.headers['Clear-Site-Data'] = '"storage"';
    return site.redirect(visit, `${site.base}/status`);
  });
}

/** The way out, at the end of an order's page. */
export function leaveForm({ words, base, zone }: Page): Html | null {
  // Who is signed in signs out, at the top of the page.
  if (zone === 'customer') return null;
  return html`<form class="leave" method="post" action="${leavePath(base)}"><button class="btn btn-ghost">${words.say(
    'app.leave',
  )}</button></form>`;
}

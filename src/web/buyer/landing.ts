import type { Context, Hono } from 'hono';
import { type Html, html } from '../../lib/html.ts';
import { link_days, readLink } from '../../modules/order-view/links.ts';
import { layout } from '../components/layout.ts';
import { problemPage } from '../components/problem.ts';
import { withOrder } from '../http/session.ts';
import { orderPath, type Page } from '../page.ts';
import type { Site } from '../site.ts';
import { lookupForm } from './status-page.ts';

/**
 * `/o/{token}`: where every link in a mail leads. GET shows a button and opens nothing, so that a mail scanner
 * following links opens nothing either; POST opens a session and goes on to an address without the token.
 * `?line=2` goes on to that line, `?cancel=2` to canceling it.
 */
export function landingRoutes(app: Hono, site: Site): void {
  app.get('/o/:token', (context) => {
    const visit = site.visit(context);
    const page = site.page(context, visit);
    const link = readLink(site.deps.secrets, context.req.param('token'));
    if (!link) return site.send(context, visit, staleLink(page, null), { status: 404 });
    if (link.expires_at_ms > visit.now_ms) return site.send(context, visit, landingPage(page, link.number));
    return site.send(context, visit, staleLink(page, link.number), { status: 410 });
  });
  app.post('/o/:token', (context) => open(context, site, context.req.param('token')));
}

async function open(context: Context, site: Site, token: string): Promise<Response> {
  const visit = site.visit(context);
  const page = site.page(context, visit);
  if (!site.isFromOurPage(context)) return site.send(context, visit, problemPage(page, 403), { status: 403 });
  const link = readLink(site.deps.secrets, token);
  if (!link) return site.send(context, visit, staleLink(page, null), { status: 404 });
  const stored = link.expires_at_ms > visit.now_ms ? await site.deps.reader.read(link.number) : null;
  if (stored?.access_epoch !== link.access_epoch) {
    return site.send(context, visit, staleLink(page, link.number), { status: 410 });
  }
  const session = withOrder(visit.session, stored, visit.now_ms, true);
  site.keepSession(visit, visit.asked_locale ? { ...session, locale: page.words.locale } : session);
  return site.redirect(visit, orderPath(site, link.number) + destination(context));
}

/** Where on the order, as the mail's link said: `#line-2`, the question whether to cancel it, or whether to wait. */
function destination(context: Context): string {
  const cancel = context.req.query('cancel');
  if (cancel) return `/cancel?line=${encodeURIComponent(cancel)}`;
  const late = context.req.queries('delay') ?? [];
  if (late.length > 0) {
    const answer = context.req.query('answer') ?? '';
    return `/delay?${new URLSearchParams([...late.map((line) => ['line', line]), ['answer', answer]])}`;
  }
  if (context.req.query('withdraw') !== undefined) return '/withdraw';
  const line = context.req.query('line');
  return line ? `#line-${encodeURIComponent(encodeURIComponent(line))}` : '';
}

function landingPage(page: Page, number: string): Html {
  const { words, shop } = page;
  return layout(page, {
    title: words.say('page.landing.title'),
    scripts: ['open.js'],
    main: html`<div class="single"><h1>${words.say('page.landing.title')}</h1><p class="intro">${words.say(
      'page.landing.intro',
      {
        shop,
        number,
      },
    )}</p><form method="post" data-open><button class="btn btn-primary">${words.say('page.landing.open')}</button></form><p class="quiet foot">${words.say(
      'page.landing.why',
    )}</p></div>`,
  });
}

/** Too old, revoked, or not ours: kindly, and with the other way in. */
function staleLink(page: Page, number: string | null): Html {
  const { words } = page;
  const kind = number === null ? 'unknown' : 'expired';
  const title = words.say(`page.landing.${kind}`);
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say(
      `page.landing.${kind}_hint`,
      {
        days: link_days,
      },
    )}</p>${lookupForm(page, { number: number ?? '', email: '', problem: null })}</div>`,
  });
}

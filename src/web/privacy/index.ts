import type { Context, Hono } from 'hono';
import { sign, verify } from '../../lib/signed.ts';
import { countOrders } from '../../modules/buyers/index.ts';
import {
  askErasure,
  lookAgain,
  readErasure,
  readRunningErasure,
} from '../../modules/privacy/erasure/index.ts';
import { reachOf } from '../../modules/privacy/reach.ts';
import { problemPage } from '../components/problem.ts';
import type { Page } from '../page.ts';
import { choosePage } from '../preferences/choose-page.ts';
import type { Answer, Site, Visit } from '../site.ts';
import { fetchExport, fetchRoutes } from './fetch.ts';
import { erasePage, privacyPage, progressPage } from './pages.ts';
import { openOrdersOf } from './still-needed.ts';
import { type Whose, whoseAccount, whoseOrder } from './whose.ts';

/**
 * What is kept about somebody, all of it to take along, and its end (GDPR, Articles 12, 15, 17, 20): `/privacy` for who
 * has signed in, `/orders/{number}/privacy` for who reads the mail of one order.
 */
export function privacyRoutes(app: Hono, site: Site): void {
  for (const path of ['/privacy', '/orders/:number/privacy']) {
    app.get(path, (context) => theirs(context, site, show));
    app.get(`${path}/erase`, (context) => theirs(context, site, askToErase));
    app.post(`${path}/erase`, (context) => theirs(context, site, erase));
    app.post(`${path}/export`, (context) => theirs(context, site, giveExport));
  }
  app.get('/privacy/erasures/:token', (context) => progress(context, site));
  fetchRoutes(app, site);
}

export interface Asked {
  context: Context;
  site: Site;
  visit: Visit;
  page: Page;
  whose: Whose;
}

async function theirs(
  context: Context,
  site: Site,
  answer: (asked: Asked) => Promise<Answer>,
): Promise<Response> {
  const visit = site.visit(context);
  const number = context.req.param('number');
  const whose = await (number === undefined
    ? whoseAccount(context, site, visit)
    : whoseOrder(context, site, visit, number));
  if (whose === null) {
    const page = site.page(context, visit);
    return site.send(context, visit, choosePage(page, visit.session?.orders ?? [], 'privacy'));
  }
  if (whose instanceof Response || whose instanceof Promise) return whose;
  const page = { ...site.page(context, visit, whose.locale), address: whose.path };
  site.keepLocale(visit, page);
  return answer({ context, site, visit, page, whose });
}

async function show({ context, site, visit, page, whose }: Asked): Promise<Answer> {
  const running = await readRunningErasure(site.deps.database, whose.person.subject);
  if (running) {
    // Who comes back wants to know whether it can go on: an order may be over by now.
    await lookAgain(site.deps.database, running.id, visit.now_ms);
    return site.redirect(visit, progressPath(site, running.id));
  }
  const asked_export = context.req.query('asked') !== undefined;
  return site.send(context, visit, privacyPage(page, whose, asked_export), { secret: true });
}

/** What goes, what stays, and until when: read before anything happens. */
async function askToErase({ context, site, visit, page, whose }: Asked): Promise<Answer> {
  const { database, reader } = site.deps;
  const needed = await openOrdersOf(database, reader, whose.person, visit.now_ms);
  return site.send(context, visit, erasePage(page, whose, needed), { secret: true });
}

async function erase({ context, site, visit, page, whose }: Asked): Promise<Answer> {
  const { database, reader, config } = site.deps;
  const form = await site.form(context);
  if (!whose.believes(String(form.token ?? ''))) return forbidden(context, site, visit, page);
  const { email, locale, time_zone } = await reachOf(database, reader, whose.person, config.shop);
  const id = await askErasure(database, {
    ...{ person: { ...whose.person, email }, locale, time_zone, asked_by: 'person', now_ms: visit.now_ms },
    keep_open: true,
  });
  return site.redirect(visit, progressPath(site, id));
}

/** More orders than this are not put together while somebody waits. */
const at_once_orders_max = 100;

async function giveExport(asked: Asked): Promise<Answer> {
  const { context, site, visit, page, whose } = asked;
  const form = await site.form(context);
  if (!whose.believes(String(form.token ?? ''))) return forbidden(context, site, visit, page);
  const shape = form.shape === 'json' ? 'json' : 'page';
  const { buyer } = whose.person;
  const orders = buyer ? await countOrders(site.deps.database, buyer, at_once_orders_max + 1) : 1;
  return fetchExport(asked, shape, orders > at_once_orders_max);
}

export function forbidden(context: Context, site: Site, visit: Visit, page: Page): Answer {
  return site.send(context, visit, problemPage(page, 403), { status: 403 });
}

const purpose = 'erasure';

/** Names nobody: whoever has the address sees how far an erasure is. */
function progressPath(site: Site, id: string): string {
  return `${site.base}/privacy/erasures/${sign(site.deps.secrets, purpose, id)}`;
}

async function progress(context: Context, site: Site): Promise<Response> {
  const visit = site.visit(context);
  const page = site.page(context, visit);
  const id = verify(site.deps.secrets, purpose, context.req.param('token')!);
  const erasure = id === null ? null : await readErasure(site.deps.database, id);
  if (!erasure) return site.send(context, visit, problemPage(page, 404), { status: 404 });
  return site.send(context, visit, progressPage(page, erasure));
}

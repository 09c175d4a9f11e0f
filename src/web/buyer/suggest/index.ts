import type { Context, Hono } from 'hono';
import { personOf } from '../../../modules/buyers/index.ts';
import type { StoredOrder } from '../../../modules/order-view/index.ts';
import { problemPage } from '../../components/problem.ts';
import { formToken, isFormToken } from '../../http/session.ts';
import type { Answer, Site, Visit } from '../../site.ts';
import { identify } from '../identify.ts';
import { askForEmail, openOrder } from '../order.ts';
import { suggestPath } from './card.ts';
import { ideasPage } from './page.ts';
import { chooseIdeas, IDEAS, type Ideas, readIdeas } from './wish.ts';

/** `/orders/{number}/ideas`: why they are shown, and the choice of where. */
export function suggestRoutes(app: Hono, site: Site): void {
  app.get('/orders/:number/ideas', (context) => ask(context, site));
  app.post('/orders/:number/ideas', (context) => choose(context, site));
}

async function ask(context: Context, site: Site): Promise<Answer> {
  const visit = site.visit(context);
  const number = context.req.param('number')!;
  const stored = await openOrder(site, context, visit, number);
  if (!stored) return askForEmail(site, visit, number);
  return show(context, site, visit, stored);
}

/** Ending them is a right and asks for nothing; mail is sent only to who has shown that they read it. */
async function choose(context: Context, site: Site): Promise<Answer> {
  const visit = site.visit(context);
  const number = context.req.param('number')!;
  const stored = await openOrder(site, context, visit, number);
  if (!stored) return askForEmail(site, visit, number);
  const { token, ideas } = await site.form(context);
  const believed = isFormToken(site.deps.secrets, visit.session!, number, String(token ?? ''));
  if (!site.isFromOurPage(context) || !believed || site.deps.ideas === null || !isIdeas(ideas)) {
    return site.send(context, visit, problemPage(site.page(context, visit), 403), { status: 403 });
  }
  const back = suggestPath(site, number);
  const unknown =
    ideas === 'mail' ? await identify(context, site, { visit, stored, back: pathOf(number) }) : null;
  if (unknown) return unknown;
  await chooseIdeas(site.deps.ideas.database, personOf(stored.state.order!), ideas, visit.now_ms);
  return site.redirect(visit, back);
}

/** Without the path of PUBLIC_URL, as `identify` wants it. */
function pathOf(number: string): string {
  return suggestPath({ base: '' }, number);
}

async function show(context: Context, site: Site, visit: Visit, stored: StoredOrder): Promise<Answer> {
  const page = site.page(context, visit, stored.state.order!.locale);
  const { ideas, secrets } = site.deps;
  if (ideas === null) return site.send(context, visit, problemPage(page, 404), { status: 404 });
  const now = await readIdeas(ideas.database, personOf(stored.state.order!));
  const token = formToken(secrets, visit.session!, stored.number);
  return site.send(context, visit, ideasPage(page, { number: stored.number, token, now }), { secret: true });
}

function isIdeas(value: unknown): value is Ideas {
  return IDEAS.some((ideas) => ideas === value);
}

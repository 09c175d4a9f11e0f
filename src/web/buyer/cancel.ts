import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { instant } from '../../lib/clock.ts';
import { type LineView, type StoredOrder, titleOf } from '../../modules/order-view/index.ts';
import { findLine } from '../../modules/orders/state.ts';
import type { State } from '../../modules/state.ts';
import type { Remember } from '../../story/index.ts';
import { problemPage } from '../components/problem.ts';
import { formToken, isFormToken } from '../http/session.ts';
import { orderPath, type Page } from '../page.ts';
import type { Answer, Site, Visit } from '../site.ts';
import { choosePage, confirmPage, refusedPage } from './cancel-page.ts';
import { askForEmail, openOrder } from './order.ts';
import { title_length_max } from './reading.ts';
import { cancelCommand, consequences } from './worth.ts';

/**
 * `/orders/{number}/cancel?line=2`: what would happen, in one sentence; then, by POST, it happens. Without a line: which of
 * those that can be canceled.
 */
export function cancelRoutes(app: Hono, site: Site): void {
  app.get('/orders/:number/cancel', async (context) => {
    const wish = await readWish(context, site, context.req.query());
    return wish instanceof Response ? wish : ask(context, site, wish);
  });
  app.post('/orders/:number/cancel', async (context) => {
    const wish = await readWish(context, site, (await site.form(context)) as Fields);
    return wish instanceof Response ? wish : carryOut(context, site, wish);
  });
}

type Fields = Record<string, string | undefined>;

interface Wish {
  visit: Visit;
  page: Page;
  stored: StoredOrder;
  line: string;
  quantity: number;
  fields: Fields;
}

/** What the buyer wants to cancel, or the answer to somebody who may not. */
async function readWish(context: Context, site: Site, fields: Fields): Promise<Wish | Response> {
  const visit = site.visit(context);
  const number = context.req.param('number')!;
  const stored = await openOrder(site, context, visit, number);
  if (!stored) return askForEmail(site, visit, number);
  const page = site.page(context, visit, stored.state.order!.locale);
  const asked = context.req.method === 'GET' ? onlyChoice(site, page, stored) : '';
  const line = fields.line ?? asked;
  if (typeof line !== 'string') return choose(context, site, { visit, page, stored, lines: line });
  const known = findLine(stored.state.order!, line);
  if (!known) return site.send(context, visit, problemPage(page, 404), { status: 404 });
  return {
    visit,
    page,
    stored,
    line,
    quantity: quantityOf(fields.quantity, stored, line, site, page),
    fields,
  };
}

/** The one line that can be canceled, or all of them. */
function onlyChoice({ deps }: Site, page: Page, stored: StoredOrder): string | LineView[] {
  const view = deps.viewOrder(stored, { locale: page.words.locale, now_ms: deps.clock.now() });
  const lines = view.lines.filter(({ can_cancel }) => can_cancel.quantity > 0);
  return lines.length === 1 ? lines[0]!.id : lines;
}

function choose(
  context: Context,
  site: Site,
  { visit, page, stored, lines }: Pick<Wish, 'visit' | 'page' | 'stored'> & { lines: LineView[] },
): Answer {
  if (lines.length === 0) return site.redirect(visit, orderPath(page, stored.number));
  return site.send(context, visit, choosePage(page, stored.number, lines));
}

/** As asked; by default all that can still be canceled, at least one so that a refusal can say why. */
function quantityOf(asked: unknown, stored: StoredOrder, line: string, site: Site, page: Page): number {
  const given = Number(asked);
  if (Number.isInteger(given) && given >= 1 && given <= 1_000_000) return given;
  const view = site.deps.viewOrder(stored, { locale: page.words.locale, now_ms: site.deps.clock.now() });
  return Math.max(1, view.lines.find(({ id }) => id === line)?.can_cancel.quantity ?? 1);
}

async function ask(context: Context, site: Site, wish: Wish): Promise<Response> {
  const { visit, page, stored, line, quantity } = wish;
  const form_id = randomUUID();
  const command = cancelCommand(stored.number, [{ line, quantity }], form_id, instant(visit.now_ms));
  const { decision } = await site.deps.ledger.preview(command);
  if ('refusal' in decision) return refused(context, site, wish, decision.refusal.code);
  const view = site.deps.viewOrder(stored, { locale: page.words.locale, now_ms: visit.now_ms });
  const token = formToken(site.deps.secrets, visit.session!, stored.number);
  const { refund, everything } = consequences(decision);
  const asked = { view, line, quantity, refund, everything, form_id, token };
  return site.send(context, visit, confirmPage(page, asked), { secret: true });
}

async function carryOut(context: Context, site: Site, wish: Wish): Promise<Response> {
  const { visit, page, stored, line, quantity, fields } = wish;
  const { secrets, ledger } = site.deps;
  const believed = isFormToken(secrets, visit.session!, stored.number, String(fields.token ?? ''));
  const form_id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(String(fields.form ?? ''))?.[0];
  if (!site.isFromOurPage(context) || !believed || !form_id) {
    return site.send(context, visit, problemPage(page, 403), { status: 403 });
  }
  const command = cancelCommand(stored.number, [{ line, quantity }], form_id, instant(visit.now_ms));
  const { refusal } = await ledger.execute(command, rememberForm(form_id, line, quantity));
  if (refusal) return refused(context, site, wish, refusal.code);
  return site.redirect(visit, `${orderPath(page, stored.number)}?canceled=${form_id}`);
}

/** A form sent twice (an impatient thumb, a page reloaded) is carried out once and answered twice. */
function rememberForm(form_id: string, line: string, quantity: number): Remember<State> {
  return {
    key: `form ${form_id}`,
    fingerprint: `${line} ${quantity}`,
    answer: (outcome) => (outcome.refusal ? null : { status: 303, body: JSON.stringify(outcome.result) }),
  };
}

function refused(context: Context, site: Site, { visit, page, stored, line }: Wish, code: string): Answer {
  const title = titleOf(findLine(stored.state.order!, line)!, title_length_max);
  return site.send(context, visit, refusedPage(page, { number: stored.number, line, title, code }), {
    status: 409,
  });
}

import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { instant } from '../../../lib/clock.ts';
import type { Answer as Decision } from '../../../modules/delays/index.ts';
import type { StoredOrder } from '../../../modules/order-view/index.ts';
import { findLine } from '../../../modules/orders/state.ts';
import type { State } from '../../../modules/state.ts';
import type { Remember } from '../../../story/index.ts';
import { problemPage } from '../../components/problem.ts';
import { formToken, isFormToken } from '../../http/session.ts';
import { orderPath, type Page } from '../../page.ts';
import type { Answer, Site, Visit } from '../../site.ts';
import { askForEmail, openOrder } from '../order.ts';
import { lineAnchor } from './card.ts';
import { choicePage, refusedPage } from './page.ts';
import { decideCommand, outlookOf } from './wish.ts';

/**
 * `/orders/{number}/delay?line=2`: to wait for what is late, or to cancel it: what each means, and a button for each.
 * Without a line: all about which a question is open. By POST the answer is carried out.
 */
export function delayRoutes(app: Hono, site: Site): void {
  app.get('/orders/:number/delay', async (context) => {
    const opened = await open(context, site, context.req.queries('line') ?? []);
    return opened instanceof Response ? opened : ask(context, site, opened);
  });
  app.post('/orders/:number/delay', async (context) => {
    const fields = (await site.form(context)) as Record<string, string | undefined>;
    const opened = await open(context, site, linesIn(fields.lines));
    return opened instanceof Response ? opened : carryOut(context, site, opened, fields);
  });
}

interface Opened {
  visit: Visit;
  page: Page;
  stored: StoredOrder;
  lines: string[];
}

async function open(context: Context, site: Site, named: readonly string[]): Promise<Opened | Response> {
  const visit = site.visit(context);
  const number = context.req.param('number')!;
  const stored = await openOrder(site, context, visit, number);
  if (!stored) return askForEmail(site, visit, number);
  const { order, delays } = stored.state;
  const page = site.page(context, visit, order!.locale);
  if (named.some((line) => !findLine(order!, line))) {
    return site.send(context, visit, problemPage(page, 404), { status: 404 });
  }
  const asked = (delays?.lines ?? []).flatMap(({ line, question }) => (question ? [line] : []));
  return { visit, page, stored, lines: named.length > 0 ? [...new Set(named)] : asked };
}

/** What a form of ours has said; anything else is about no line. */
function linesIn(text: string | undefined): string[] {
  try {
    const lines: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : [];
  } catch {
    return [];
  }
}

async function ask(context: Context, site: Site, opened: Opened): Promise<Response> {
  const { visit, page, stored, lines } = opened;
  const form_id = randomUUID();
  const outlook = outlookOf(stored.state, lines, instant(visit.now_ms), form_id);
  if ('refusal' in outlook) return refused(context, site, opened, outlook.refusal);
  const view = site.deps.viewOrder(stored, { locale: page.words.locale, now_ms: visit.now_ms });
  const token = formToken(site.deps.secrets, visit.session!, stored.number);
  const preferred = decisionIn(context.req.query('answer'));
  const asked = { view, lines, ...outlook, form_id, token, preferred, now_ms: visit.now_ms };
  return site.send(context, visit, choicePage(page, asked), { secret: true });
}

async function carryOut(
  context: Context,
  site: Site,
  opened: Opened,
  fields: Record<string, string | undefined>,
): Promise<Response> {
  const { visit, page, stored, lines } = opened;
  const { secrets, ledger } = site.deps;
  const believed = isFormToken(secrets, visit.session!, stored.number, String(fields.token ?? ''));
  const form_id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(String(fields.form ?? ''))?.[0];
  const decision = decisionIn(fields.answer);
  if (!site.isFromOurPage(context) || !believed || !form_id || !decision) {
    return site.send(context, visit, problemPage(page, 403), { status: 403 });
  }
  const command = decideCommand(stored.number, lines, decision, form_id, instant(visit.now_ms));
  const { refusal } = await ledger.execute(command, rememberForm(form_id, lines, decision));
  if (refusal) return refused(context, site, opened, refusal.code);
  const done = decision === 'cancel' ? `?canceled=${form_id}` : lineAnchor(lines[0]!);
  return site.redirect(visit, orderPath(page, stored.number) + done);
}

function decisionIn(text: string | undefined): Decision | null {
  return text === 'wait' || text === 'cancel' ? text : null;
}

/** A form sent twice (an impatient thumb, a page reloaded) is carried out once and answered twice. */
function rememberForm(form_id: string, lines: readonly string[], decision: Decision): Remember<State> {
  return {
    key: `form ${form_id}`,
    fingerprint: JSON.stringify([decision, ...lines]),
    answer: (outcome) => (outcome.refusal ? null : { status: 303, body: JSON.stringify(outcome.result) }),
  };
}

function refused(context: Context, site: Site, { visit, page, stored }: Opened, code: string): Answer {
  return site.send(context, visit, refusedPage(page, stored.number, code), { status: 409 });
}

import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { instant } from '../../lib/clock.ts';
import { dateInZone } from '../../lib/dates.ts';
import { outcomeInWords, unitsInWords } from '../../modules/order-view/acknowledgement.ts';
import type { StoredOrder } from '../../modules/order-view/index.ts';
import type { LineQuantity } from '../../modules/orders/facts.ts';
import {
  type Declarant,
  everythingLeft,
  expectationOf,
  readDeclarants,
  withdrawalId,
  withdrawCommand,
} from '../../modules/withdrawals/index.ts';
import { askForEmail, openOrder } from '../buyer/order.ts';
import { problemPage } from '../components/problem.ts';
import { formToken, isFormToken } from '../http/session.ts';
import { orderPath, type Page } from '../page.ts';
import type { Answer, Site, Visit } from '../site.ts';
import { acknowledgedPage } from './acknowledged-page.ts';
import { choosePage, nothingLeftPage, reviewPage } from './choose-page.ts';
import { chosenUnits, readUnits } from './units.ts';

/**
 * `/orders/{number}/withdraw`: whoever has the order open is known, and is asked for nothing but which items. Then
 * what will happen; then, by POST, it is declared; then the acknowledgement, which stays.
 */
export function orderWithdrawRoutes(app: Hono, site: Site): void {
  const declarantOf = readDeclarants(site.deps.database);

  app.get('/orders/:number/withdraw', async (context) => {
    const opened = await open(context, site);
    return opened instanceof Response ? opened : choose(context, site, opened);
  });
  app.get('/orders/:number/withdraw/review', async (context) => {
    const opened = await open(context, site);
    if (opened instanceof Response) return opened;
    const units = chosenUnits(opened.left, context.req.query());
    return units.length > 0 ? review(context, site, opened, units) : choose(context, site, opened, true);
  });
  app.post('/orders/:number/withdraw', async (context) => {
    const opened = await open(context, site);
    return opened instanceof Response ? opened : declare(context, site, opened);
  });
  app.get('/orders/:number/withdrawals/:id', async (context) => {
    const opened = await open(context, site);
    if (opened instanceof Response) return opened;
    const { stored, page, visit } = opened;
    const id = context.req.param('id');
    // No id of ours has such signs: PostgreSQL refuses some, and a read is shared.
    const declarant = await declarantOf(stored.number, id.replace(/[\s\p{C}]+/gu, ''));
    return acknowledge(context, site, { stored, page, visit, id, declarant });
  });
}

interface Opened {
  visit: Visit;
  page: Page;
  stored: StoredOrder;
  /** What there is to withdraw from. */
  left: LineQuantity[];
}

async function open(context: Context, site: Site): Promise<Opened | Response> {
  const visit = site.visit(context);
  const number = context.req.param('number')!;
  const stored = await openOrder(site, context, visit, number);
  if (!stored) return askForEmail(site, visit, number);
  const page = site.page(context, visit, stored.state.order!.locale);
  site.keepLocale(visit, page);
  return { visit, page, stored, left: everythingLeft(stored.state) };
}

function viewOf(site: Site, { stored, page, visit }: Omit<Opened, 'left'>) {
  return site.deps.viewOrder(stored, { locale: page.words.locale, now_ms: visit.now_ms });
}

function choose(context: Context, site: Site, opened: Opened, nothing_chosen = false): Answer {
  const { visit, page, stored, left } = opened;
  if (left.length === 0)
    return site.send(context, visit, nothingLeftPage(page, stored.number), { status: 409 });
  const view = viewOf(site, opened);
  const period = expectationOf(stored.state, { returns: site.deps.returns, now_ms: visit.now_ms });
  const said = { view, left, period, nothing_chosen };
  return site.send(context, visit, choosePage(page, said), { status: nothing_chosen ? 422 : 200 });
}

/** Whoever has the order open is its buyer, as it was placed. */
function declarantIn({ contact }: StoredOrder): Declarant {
  const { name, email } = contact.customer;
  return { name: name || contact.ship_to.name || email, email };
}

async function review(
  context: Context,
  site: Site,
  opened: Opened,
  lines: LineQuantity[],
): Promise<Response> {
  const { visit, page, stored } = opened;
  const form_id = randomUUID();
  const { decision } = await site.deps.ledger.preview(commandOf(site, opened, form_id, lines));
  if ('refusal' in decision) return choose(context, site, opened);
  const view = viewOf(site, opened);
  const token = formToken(site.deps.secrets, visit.session!, stored.number);
  const { within_period } = expectationOf(stored.state, { returns: site.deps.returns, now_ms: visit.now_ms });
  const declarant = declarantIn(stored);
  const asked = { view, lines, facts: decision.facts, within_period, declarant, form_id, token };
  return site.send(context, visit, reviewPage(page, asked), { secret: true });
}

function commandOf(site: Site, { stored, visit }: Opened, form_id: string, lines: LineQuantity[]) {
  const at = instant(visit.now_ms);
  return withdrawCommand({
    ...{ order: stored.state.order!, form_id, lines, declarant: declarantIn(stored), at, recorded_at: at },
    ...{ actor: 'customer', countries: site.deps.returns },
  });
}

async function declare(context: Context, site: Site, opened: Opened): Promise<Response> {
  const { visit, page, stored } = opened;
  const fields = await site.form(context);
  const believed = isFormToken(
    site.deps.secrets,
    visit.session!,
    stored.number,
    typeof fields.token === 'string' ? fields.token : '',
  );
  const form_id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(String(fields.form ?? ''))?.[0];
  const lines = readUnits(stored.state.order!, fields.units);
  if (!site.isFromOurPage(context) || !believed || !form_id || !lines) {
    return site.send(context, visit, problemPage(page, 403), { status: 403 });
  }
  const { refusal } = await site.deps.ledger.execute(commandOf(site, opened, form_id, lines));
  // What was left has changed meanwhile: they see what is.
  if (refusal) return site.redirect(visit, `${orderPath(page, stored.number)}/withdraw`);
  return site.redirect(visit, `${orderPath(page, stored.number)}/withdrawals/${withdrawalId(form_id)}`);
}

interface Shown extends Omit<Opened, 'left'> {
  id: string;
  declarant: Declarant | null;
}

function acknowledge(context: Context, site: Site, shown: Shown): Answer {
  const { visit, page, stored, id, declarant } = shown;
  const view = viewOf(site, shown);
  const withdrawal = view.withdrawals.find((candidate) => candidate.id === id);
  if (!withdrawal) return site.send(context, visit, problemPage(page, 404), { status: 404 });
  const { time_zone } = view;
  const declared = {
    ...{ number: stored.number, name: declarant?.name ?? null, email: declarant?.email ?? null, time_zone },
    ...{ declared_at: withdrawal.declared_at, items: unitsInWords(withdrawal.lines, view, page.words) },
  };
  const today = dateInZone(visit.now_ms, time_zone);
  const outcome = outcomeInWords(withdrawal, view, page.words, today);
  return site.send(context, visit, acknowledgedPage(page, { declared, outcome, order: stored.number }));
}

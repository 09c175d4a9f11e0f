import type { Context, Hono } from 'hono';
import { type Html, html } from '../../lib/html.ts';
import { normalizeEmail } from '../../modules/accounts/index.ts';
import { ownsOrder } from '../../modules/buyers/index.ts';
import { maskAddress } from '../../modules/notifications/deliveries/index.ts';
import type { StoredOrder } from '../../modules/order-view/index.ts';
import { type Asked, answer, forbidden } from '../account/asked.ts';
import { codePage, hiddenFields, problemBox } from '../account/code-form.ts';
import { fieldOf, safeBack } from '../account/fields.ts';
import { type CodeLimits, checkCode, mailCode } from '../account/mail-code.ts';
import { layout } from '../components/layout.ts';
import { formToken, hasProvenMailbox, isFormToken, withOrder } from '../http/session.ts';
import { orderPath } from '../page.ts';
import type { Answer, Site, Visit } from '../site.ts';
import { askForEmail, openOrder } from './order.ts';

interface Identifying {
  visit: Visit;
  stored: StoredOrder;
  /** Where to go on to once they have: a path of ours, without PUBLIC_URL's own path. */
  back: string;
}

/**
 * Null: this visitor has shown that they read the order's mailbox, by coming from a mail, by typing a code from one, or
 * by being signed in as its customer. Otherwise the answer is the way to the page that mails them a code, and then
 * goes `back`. Number and e-mail alone open an order, but anybody who saw a parcel's label may know both.
 */
export async function identify(
  context: Context,
  site: Site,
  { visit, stored, back }: Identifying,
): Promise<Answer | null> {
  if (await isIdentified(context, site, visit, stored)) return null;
  return site.redirect(visit, `${identifyPath(site, stored.number)}?back=${encodeURIComponent(back)}`);
}

/** The same question without the way there. */
export async function isIdentified(
  context: Context,
  site: Site,
  { session }: Visit,
  stored: StoredOrder,
): Promise<boolean> {
  if (session && hasProvenMailbox(session, stored)) return true;
  return ownsOrder(await site.account(context), stored);
}

function identifyPath(site: Pick<Site, 'base'>, number: string): string {
  return `${orderPath(site, number)}/identify`;
}

interface AskedIdentify extends Asked {
  stored: StoredOrder;
  /** As it was asked for: it is checked where it is followed. */
  back: string;
}

/** `/orders/{number}/identify?back=`: a code goes to the order's address, and is typed here. */
export function identifyRoutes(app: Hono, site: Site, limits: CodeLimits): void {
  app.get('/orders/:number/identify', async (context) => {
    const asked = await read(context, site, {}, context.req.query('back') ?? '');
    return asked instanceof Response ? asked : show(asked, null);
  });
  app.post('/orders/:number/identify', async (context) => {
    const form = await site.form(context);
    const asked = await read(context, site, form, fieldOf(form, 'back'));
    if (asked instanceof Response) return asked;
    const { visit, stored } = asked;
    const believed = isFormToken(site.deps.secrets, visit.session!, stored.number, fieldOf(form, 'token'));
    if (!site.isFromOurPage(context) || !believed) return forbidden(asked);
    return fieldOf(form, 'ticket') === '' ? send(asked, limits) : enter(asked, limits);
  });
}

async function read(
  context: Context,
  site: Site,
  form: Record<string, unknown>,
  back: string,
): Promise<AskedIdentify | Response> {
  const visit = site.visit(context);
  const number = context.req.param('number')!;
  const stored = await openOrder(site, context, visit, number);
  if (!stored) return askForEmail(site, visit, number);
  if (await isIdentified(context, site, visit, stored))
    return site.redirect(visit, onward(site, stored, back));
  const page = site.page(context, visit, stored.state.order!.locale);
  return { context, site, visit, page, stored, back, form };
}

function onward(site: Site, { number }: StoredOrder, back: string): string {
  return safeBack(site, back, `/orders/${encodeURIComponent(number)}`);
}

const purposeOf = ({ number }: StoredOrder) => `order ${number}`;

async function send(asked: AskedIdentify, limits: CodeLimits): Promise<Response> {
  const { context, site, visit, stored } = asked;
  const { email } = stored.contact.customer;
  const limited = await limits.ask(site.addressGroup(context), visit.now_ms);
  if (limited) return show(asked, limited);
  if (!email) return forbidden(asked);
  const wish = { purpose: purposeOf(stored), email, to: 'always' as const };
  const ticket = await mailCode(asked, wish, visit.now_ms);
  return showCode(asked, ticket, null);
}

async function enter(asked: AskedIdentify, limits: CodeLimits): Promise<Response> {
  const { context, site, visit, stored, form, back } = asked;
  const ticket = fieldOf(form, 'ticket');
  const limited = await limits.try(site.addressGroup(context), visit.now_ms);
  if (limited) return showCode(asked, ticket, limited);
  const typed = { ticket, code: fieldOf(form, 'code'), purpose: purposeOf(stored) };
  const { email } = stored.contact.customer;
  // Another address since the code was mailed: whoever reads the old one proves nothing.
  if (!email || (await checkCode(site, typed, visit.now_ms)) !== normalizeEmail(email)) {
    await limits.failed(site.addressGroup(context), visit.now_ms);
    return showCode(asked, ticket, 'code');
  }
  site.keepSession(visit, withOrder(visit.session, stored, visit.now_ms, true));
  return site.redirect(visit, onward(site, stored, back));
}

function hiddenIn({ site, visit, stored, back }: AskedIdentify): Record<string, string> {
  return { token: formToken(site.deps.secrets, visit.session!, stored.number), back };
}

function show(asked: AskedIdentify, problem: { retry_after_s: number } | null): Answer {
  const { site, page, stored } = asked;
  const { words } = page;
  const title = words.say('account.identify.title');
  const body: Html = layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('account.identify.intro', {
      email: maskAddress(stored.contact.customer.email ?? ''),
    })}</p>${problemBox(page, problem)}<form method="post" action="${identifyPath(site, stored.number)}">${hiddenFields(
      hiddenIn(asked),
    )}<button class="btn btn-primary">${words.say('account.identify.send')}</button></form><p class="quiet foot"><a class="link" href="${orderPath(
      site,
      stored.number,
    )}">${words.say('account.identify.back')}</a></p></div>`,
  });
  return answer(asked, body, problem);
}

function showCode(
  asked: AskedIdentify,
  ticket: string,
  problem: 'code' | { retry_after_s: number } | null,
): Answer {
  const { site, page, stored, back } = asked;
  const action = identifyPath(site, stored.number);
  const form = {
    action,
    email: maskAddress(stored.contact.customer.email ?? ''),
    hidden: { ...hiddenIn(asked), ticket },
    again: `${action}?back=${encodeURIComponent(back)}`,
    problem,
  };
  return answer(asked, codePage(page, form), problem);
}

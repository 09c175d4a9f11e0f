import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { sign, verify } from '../../lib/signed.ts';
import { normalizeEmail } from '../../modules/accounts/index.ts';
import { normalizeNumber } from '../../modules/order-view/lookup.ts';
import { problemPage } from '../components/problem.ts';
import type { Site, Visit } from '../site.ts';
import { acknowledgedPage } from './acknowledged-page.ts';
import { declareAsGuest, type GuestDeclaration } from './declare.ts';
import { type GuestForm, guestPage, reviewPage } from './guest-page.ts';
import { missingIn } from './missing.ts';

const name_length_max = 200;
const number_length_max = 80;
const email_length_max = 254;
/** Every declaration is answered by a mail to an address anybody may type: this many of them an hour. */
const allowance = { what: 'withdrawals of an address', limit: 5, window_ms: 3_600_000 };
const purpose = 'withdrawal';

/**
 * `/withdraw`: whoever has bought something withdraws from the contract, known or not. First what they declare, then,
 * confirmed by POST, it is declared.
 */
export function guestRoutes(app: Hono, site: Site): void {
  app.get('/withdraw', (context) => {
    const visit = site.visit(context);
    const page = site.page(context, visit);
    site.keepLocale(visit, page);
    const known = visit.session?.orders.map(({ number }) => number) ?? [];
    const number = normalizeNumber(context.req.query('number') ?? '').slice(0, number_length_max);
    const form = { name: '', number, email: '', problem: null };
    return site.send(context, visit, guestPage(page, form, known));
  });

  app.post('/withdraw', async (context) => {
    const { visit, form } = await readForm(context, site);
    const page = { ...site.page(context, visit), address: `${site.base}/withdraw` };
    const problem = missingIn(form);
    if (problem) return site.send(context, visit, guestPage(page, { ...form, problem }, []), { status: 422 });
    const declaration: GuestDeclaration = { ...form, form_id: randomUUID(), locale: page.words.locale };
    const signed = sign(site.deps.secrets, purpose, JSON.stringify(declaration));
    return site.send(context, visit, reviewPage(page, form, signed), { secret: true });
  });

  app.post('/withdraw/confirm', (context) => confirm(context, site));
}

async function confirm(context: Context, site: Site): Promise<Response> {
  const { visit, declaration } = await readDeclaration(context, site);
  const page = { ...site.page(context, visit), address: `${site.base}/withdraw` };
  if (!declaration || !site.isFromOurPage(context)) {
    return site.send(context, visit, problemPage(page, 403), { status: 403 });
  }
  const { number, email } = declaration;
  const mails = [{ ...allowance, of: normalizeEmail(email) }];
  const limited =
    (await site.deps.lookups.take(site.addressGroup(context), number, visit.now_ms)) ??
    (await site.tallies.full(mails, visit.now_ms));
  if (limited) {
    visit.headers['Retry-After'] = String(limited.retry_after_s);
    const form: GuestForm = { ...declaration, problem: limited };
    return site.send(context, visit, guestPage(page, form, []), { status: 429 });
  }
  await site.tallies.add(mails, visit.now_ms);
  const moment = await declareAsGuest(site, declaration, visit.now_ms);
  const declared = { ...declaration, ...moment, items: null };
  return site.send(context, visit, acknowledgedPage(page, { declared, outcome: null, order: null }));
}

/** The language of the form they filled in, chosen by a link they need not find again. */
async function readForm(context: Context, site: Site): Promise<{ visit: Visit; form: GuestForm }> {
  const fields = await site.form(context);
  const visit = site.visit(context);
  const form = {
    name: field(fields.name, name_length_max),
    number: normalizeNumber(field(fields.number, number_length_max)),
    email: field(fields.email, email_length_max),
    problem: null,
  };
  return { visit: { ...visit, asked_locale: field(fields.locale, 20) || visit.asked_locale }, form };
}

async function readDeclaration(
  context: Context,
  site: Site,
): Promise<{ visit: Visit; declaration: GuestDeclaration | null }> {
  const fields = await site.form(context);
  const visit = site.visit(context);
  const signed = typeof fields.declaration === 'string' ? fields.declaration : '';
  const payload = verify(site.deps.secrets, purpose, signed);
  if (payload === null) return { visit, declaration: null };
  // Signed by us, so it has this shape.
  const declaration: GuestDeclaration = JSON.parse(payload);
  return { visit: { ...visit, asked_locale: declaration.locale }, declaration };
}

/** What PostgreSQL can store, and a person can have meant. */
function field(value: unknown, length_max: number): string {
  if (typeof value !== 'string') return '';
  return value
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, length_max)
    .toWellFormed();
}

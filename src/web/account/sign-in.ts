import type { Context, Hono } from 'hono';
import { customerWithEmail, normalizeEmail, type Proof } from '../../modules/accounts/index.ts';
import { problemPage } from '../components/problem.ts';
import { newSession } from '../http/session.ts';
import type { Page } from '../page.ts';
import type { Answer, Site, Visit } from '../site.ts';
import { codePage } from './code-form.ts';
import { fieldOf, isEmail, safeBack } from './fields.ts';
import { knownBrowser } from './known-browser.ts';
import { type CodeLimits, checkCode, mailCode } from './mail-code.ts';
import { type SignInForm, signInPage, signInPath } from './sign-in-page.ts';

/** Where somebody goes who wanted nothing else. */
const home = '/orders';
const purpose = 'sign_in';

interface Asked {
  context: Context;
  site: Site;
  visit: Visit;
  page: Page;
  form: Record<string, unknown>;
}

/** `/sign-in`: buyers have no password; a code goes to the address they name, and they type it here. */
export function signInRoutes(app: Hono, site: Site, limits: CodeLimits): void {
  app.get('/sign-in', (context) => {
    const visit = site.visit(context);
    const page = site.page(context, visit);
    site.keepLocale(visit, page);
    const back = context.req.query('back') ?? '';
    return show(context, site, visit, page, { email: '', back, problem: null });
  });
  app.post('/sign-in', async (context) => ask(await read(context, site), limits));
  app.post('/sign-in/code', async (context) => enter(await read(context, site), limits));
}

async function read(context: Context, site: Site): Promise<Asked> {
  const form = await site.form(context);
  const visit = site.visit(context);
  visit.asked_locale = fieldOf(form, 'locale') || visit.asked_locale;
  const page = { ...site.page(context, visit), address: signInPath(site.base) };
  return { context, site, visit, page, form };
}

async function ask({ context, site, visit, page, form }: Asked, limits: CodeLimits): Promise<Response> {
  if (!site.isFromOurPage(context)) return refuse(context, site, visit, page);
  const asked = { email: fieldOf(form, 'email'), back: fieldOf(form, 'back') };
  const limited = await limits.ask(site.addressGroup(context), visit.now_ms);
  if (limited) {
    visit.headers['Retry-After'] = String(limited.retry_after_s);
    return show(context, site, visit, page, { ...asked, problem: limited }, 429);
  }
  if (!isEmail(asked.email)) {
    return show(context, site, visit, page, { ...asked, problem: 'email' }, 422);
  }
  const ticket = await mailCode(
    { site, context, page },
    { purpose, email: asked.email, to: 'known' },
    visit.now_ms,
  );
  return showCode(context, site, visit, page, { ...asked, ticket }, null);
}

async function enter({ context, site, visit, page, form }: Asked, limits: CodeLimits): Promise<Response> {
  if (!site.isFromOurPage(context)) return refuse(context, site, visit, page);
  const typed = { ticket: fieldOf(form, 'ticket'), code: fieldOf(form, 'code'), purpose };
  const asked = { email: fieldOf(form, 'email'), back: fieldOf(form, 'back'), ticket: typed.ticket };
  const limited = await limits.try(site.addressGroup(context), visit.now_ms);
  if (limited) {
    visit.headers['Retry-After'] = String(limited.retry_after_s);
    return showCode(context, site, visit, page, asked, limited);
  }
  const email = await checkCode(site, typed, visit.now_ms);
  if (email === null) {
    await limits.failed(site.addressGroup(context), visit.now_ms);
    return showCode(context, site, visit, page, asked, 'code');
  }
  const account = await customerWithEmail(site.deps.database, email, visit.now_ms);
  await beginSession(context, site, visit, account, 'mailed_code');
  visit.cookies = [...visit.cookies, knownBrowser(site, context).remember(email)];
  return site.redirect(visit, safeBack(site, asked.back, home));
}

/** Signs a buyer in. What the browser could see before it still can, under a new name. */
export async function beginSession(
  context: Context,
  site: Site,
  visit: Visit,
  account: string,
  proof: Proof,
): Promise<void> {
  visit.cookies = await site.deps.accounts.begin('customer', account, proof, context.req.raw.headers);
  site.keepSession(visit, { ...(visit.session ?? newSession()), id: newSession().id });
}

function show(
  context: Context,
  site: Site,
  visit: Visit,
  page: Page,
  form: SignInForm,
  status = 200,
): Answer {
  return site.send(context, visit, signInPage(page, form, safeBack(site, form.back, home)), { status });
}

function showCode(
  context: Context,
  site: Site,
  visit: Visit,
  page: Page,
  { email, back, ticket }: { email: string; back: string; ticket: string },
  problem: 'code' | { retry_after_s: number } | null,
): Answer {
  const form = {
    action: `${signInPath(site.base)}/code`,
    email: normalizeEmail(email),
    hidden: { ticket, email, back, locale: page.words.locale },
    again: signInPath(site.base),
    problem,
  };
  const status = problem === null ? 200 : problem === 'code' ? 422 : 429;
  return site.send(context, visit, codePage(page, form), { status, secret: true });
}

function refuse(context: Context, site: Site, visit: Visit, page: Page): Answer {
  return site.send(context, visit, problemPage(page, 403), { status: 403 });
}

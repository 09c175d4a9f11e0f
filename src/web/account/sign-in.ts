import type { Context, Hono } from 'hono';
import { customerWithEmail, normalizeEmail, type Proof } from '../../modules/accounts/index.ts';
import { newSession } from '../http/session.ts';
import type { Answer, Site, Visit } from '../site.ts';
import { type Asked, answer, forbidden } from './asked.ts';
import { codePage } from './code-form.ts';
import { fieldOf, isEmail, safeBack } from './fields.ts';
import { knownBrowser } from './known-browser.ts';
import { type CodeLimits, checkCode, mailCode } from './mail-code.ts';
import { type SignInForm, signInPage, signInPath } from './sign-in-page.ts';

/** Where somebody goes who wanted nothing else. */
const home = '/orders';
const purpose = 'sign_in';

/** `/sign-in`: buyers have no password; a code goes to the address they name, and they type it here. */
export function signInRoutes(app: Hono, site: Site, limits: CodeLimits): void {
  app.get('/sign-in', (context) => {
    const visit = site.visit(context);
    const page = site.page(context, visit);
    site.keepLocale(visit, page);
    const back = context.req.query('back') ?? '';
    return show({ context, site, visit, page, form: {} }, { email: '', back, problem: null });
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

async function ask(asked: Asked, limits: CodeLimits): Promise<Response> {
  const { context, site, visit, form } = asked;
  if (!site.isFromOurPage(context)) return forbidden(asked);
  const typed = { email: fieldOf(form, 'email'), back: fieldOf(form, 'back') };
  const limited = await limits.ask(site.addressGroup(context), visit.now_ms);
  if (limited) return show(asked, { ...typed, problem: limited });
  if (!isEmail(typed.email)) return show(asked, { ...typed, problem: 'email' });
  const ticket = await mailCode(asked, { purpose, email: typed.email, to: 'known' }, visit.now_ms);
  return showCode(asked, { ...typed, ticket }, null);
}

async function enter(asked: Asked, limits: CodeLimits): Promise<Response> {
  const { context, site, visit, form } = asked;
  if (!site.isFromOurPage(context)) return forbidden(asked);
  const typed = { ticket: fieldOf(form, 'ticket'), code: fieldOf(form, 'code'), purpose };
  const going = { email: fieldOf(form, 'email'), back: fieldOf(form, 'back'), ticket: typed.ticket };
  const limited = await limits.try(site.addressGroup(context), visit.now_ms);
  if (limited) return showCode(asked, going, limited);
  const email = await checkCode(site, typed, visit.now_ms);
  if (email === null) {
    await limits.failed(site.addressGroup(context), visit.now_ms);
    return showCode(asked, going, 'code');
  }
  const account = await customerWithEmail(site.deps.database, email, visit.now_ms);
  await beginSession(context, site, visit, account, 'mailed_code');
  visit.cookies = [...visit.cookies, knownBrowser(site, context).remember(email)];
  return site.redirect(visit, safeBack(site, going.back, home));
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

function show(asked: Asked, form: SignInForm): Answer {
  const { site, page } = asked;
  return answer(asked, signInPage(page, form, safeBack(site, form.back, home)), form.problem, false);
}

function showCode(
  asked: Asked,
  { email, back, ticket }: { email: string; back: string; ticket: string },
  problem: 'code' | { retry_after_s: number } | null,
): Answer {
  const { site, page } = asked;
  const form = {
    action: `${signInPath(site.base)}/code`,
    email: normalizeEmail(email),
    hidden: { ticket, email, back, locale: page.words.locale },
    again: signInPath(site.base),
    problem,
  };
  return answer(asked, codePage(page, form), problem);
}

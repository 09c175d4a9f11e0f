import type { Context, Hono } from 'hono';
import {
  enterPassword,
  enterSecondCode,
  findStaff,
  normalizeEmail,
} from '../../../modules/accounts/index.ts';
import { problemPage } from '../../components/problem.ts';
import type { Page } from '../../page.ts';
import type { Answer, Site, Visit } from '../../site.ts';
import { codePage, type FormProblem } from '../code-form.ts';
import { fieldOf } from '../fields.ts';
import { knownBrowser } from '../known-browser.ts';
import { type CodeLimits, checkCode, mailCode } from '../mail-code.ts';
import { DESKS, type Desk, onward } from './door.ts';
import { deskSignInPage, secondPage } from './sign-in-page.ts';

/** Wrong passwords for one address: from everywhere together, and from each browser its owner has signed in with. */
const allowance = { what: 'wrong passwords', limit: 10, window_ms: 15 * 60_000 };
const demonstration_purpose = 'demonstration';

interface Asked {
  context: Context;
  site: Site;
  visit: Visit;
  page: Page;
  desk: Desk;
  form: Record<string, unknown>;
  back: string;
}

/** `/desk/sign-in`, `/operator/sign-in`: a passkey (by a script), or a password and then a code. */
export function deskSignInRoutes(app: Hono, site: Site, limits: CodeLimits): void {
  const steps: Readonly<Record<string, (asked: Asked) => Promise<Response>>> = {
    '': (asked) => tryPassword(asked, limits),
    '/code': (asked) => trySecond(asked, limits),
    ...(site.deps.demonstration
      ? { '/demonstration': mailDemonstration, '/demonstration/code': enterDemonstration }
      : {}),
  };
  for (const desk of DESKS) {
    app.get(`/${desk}/sign-in`, async (context) => {
      const asked = read(context, site, desk, {});
      const person = await site.person(context);
      if (person && !person.complete) return site.redirect(asked.visit, `${site.base}/${desk}/account`);
      site.keepLocale(asked.visit, asked.page);
      return show({ ...asked, back: context.req.query('back') ?? '' }, null);
    });
    for (const [path, step] of Object.entries(steps)) {
      app.post(`/${desk}/sign-in${path}`, async (context) => {
        const asked = read(context, site, desk, await site.form(context));
        const { visit, page } = asked;
        if (!site.isFromOurPage(context)) {
          return site.send(context, visit, problemPage(page, 403), { status: 403 });
        }
        const limited = await limits.try(site.addressGroup(context), visit.now_ms);
        return limited ? show(asked, limited) : step(asked);
      });
    }
  }
}

function read(context: Context, site: Site, desk: Desk, form: Record<string, unknown>): Asked {
  const visit = site.visit(context);
  const page = { ...site.page(context, visit), address: `${site.base}/${desk}/sign-in` };
  return { context, site, visit, page, desk, form, back: fieldOf(form, 'back') };
}

async function tryPassword(asked: Asked, limits: CodeLimits): Promise<Response> {
  const { context, site, visit, form } = asked;
  const email = normalizeEmail(fieldOf(form, 'email'));
  const of = knownBrowser(site, context).countedBy(email) ?? email;
  const wrong = [{ ...allowance, of }];
  const limited = await site.tallies.full(wrong, visit.now_ms);
  if (limited) return show(asked, limited);
  const typed = { email, password: passwordIn(form) };
  const cookies = await enterPassword(site.deps, typed, context.req.raw.headers);
  if (cookies === null) {
    await site.tallies.add(wrong, visit.now_ms);
    await limits.failed(site.addressGroup(context), visit.now_ms);
    return show(asked, 'wrong');
  }
  visit.cookies = cookies;
  return showSecond(asked, null);
}

async function trySecond(asked: Asked, limits: CodeLimits): Promise<Response> {
  const { context, site, visit, form, desk, back } = asked;
  const code = fieldOf(form, 'code');
  const entered = await enterSecondCode(site.deps, code, context.req.raw.headers, visit.now_ms);
  if (entered === null) {
    await limits.failed(site.addressGroup(context), visit.now_ms);
    return showSecond(asked, 'code');
  }
  visit.cookies = [...entered.cookies, knownBrowser(site, context).remember(entered.email)];
  return site.redirect(visit, onward(site, desk, back));
}

/** As it was typed: a password may begin with a space. */
function passwordIn({ password }: Record<string, unknown>): string {
  return typeof password === 'string' && password.length <= 128 ? password : '';
}

/** Only persons of the demonstration are mailed to; others are answered alike. */
async function mailDemonstration(asked: Asked): Promise<Response> {
  const { site, visit, form } = asked;
  const email = normalizeEmail(fieldOf(form, 'email'));
  const person = await findStaff(site.deps.database, email);
  const to = person?.demonstration ? 'always' : 'nobody';
  const ticket = await mailCode(asked, { purpose: demonstration_purpose, email, to }, visit.now_ms);
  return showMailed(asked, { ticket, email }, null);
}

async function enterDemonstration(asked: Asked): Promise<Response> {
  const { context, site, visit, form, desk, back } = asked;
  const typed = {
    ticket: fieldOf(form, 'ticket'),
    code: fieldOf(form, 'code'),
    purpose: demonstration_purpose,
  };
  const email = await checkCode(site, typed, visit.now_ms);
  const person = email === null ? null : await findStaff(site.deps.database, email);
  if (!person?.demonstration) {
    return showMailed(asked, { ticket: typed.ticket, email: fieldOf(form, 'email') }, 'code');
  }
  const { headers } = context.req.raw;
  visit.cookies = await site.deps.accounts.begin('staff', person.id, 'demonstration', headers);
  return site.redirect(visit, onward(site, desk, back));
}

function show({ context, site, visit, page, desk, form, back }: Asked, problem: FormProblem): Answer {
  if (problem && typeof problem === 'object') visit.headers['Retry-After'] = String(problem.retry_after_s);
  const shown = {
    ...{ desk, back, problem },
    email: fieldOf(form, 'email'),
    onward: onward(site, desk, back),
    demonstration: site.deps.demonstration ?? false,
  };
  const status = problem === null ? 200 : typeof problem === 'object' ? 429 : 422;
  return site.send(context, visit, deskSignInPage(page, shown), { status });
}

function showSecond({ context, site, visit, page, desk, back }: Asked, problem: 'code' | null): Answer {
  const action = `${site.base}/${desk}/sign-in/code`;
  const asked = { what: 'second' as const, action, hidden: { back }, problem, other: null, code: true };
  return site.send(context, visit, secondPage(page, asked), { status: problem ? 422 : 200 });
}

function showMailed(
  { context, site, visit, page, desk, back }: Asked,
  { ticket, email }: { ticket: string; email: string },
  problem: 'code' | null,
): Answer {
  const path = `${site.base}/${desk}/sign-in`;
  const form = {
    action: `${path}/demonstration/code`,
    hidden: { ticket, email, back },
    again: path,
    email,
    problem,
  };
  return site.send(context, visit, codePage(page, form), { status: problem ? 422 : 200, secret: true });
}

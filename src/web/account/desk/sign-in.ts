import type { Context, Hono } from 'hono';
import {
  enterPassword,
  enterSecondCode,
  findStaff,
  normalizeEmail,
} from '../../../modules/accounts/index.ts';
import type { Answer, Site } from '../../site.ts';
import { type Asked, answer, askedFor, forbidden } from '../asked.ts';
import { codePage, type FormProblem } from '../code-form.ts';
import { fieldOf } from '../fields.ts';
import { knownBrowser } from '../known-browser.ts';
import { type CodeLimits, checkCode, mailCode } from '../mail-code.ts';
import { DESKS, type Desk, onward } from './door.ts';
import { passwordIn } from './password.ts';
import { deskSignInPage, secondPage } from './sign-in-page.ts';

/** Wrong passwords for one address: from everywhere together, and from each browser its owner has signed in with. */
const allowance = { what: 'wrong passwords', limit: 10, window_ms: 15 * 60_000 };
const demonstration_purpose = 'demonstration';

interface AskedSignIn extends Asked {
  desk: Desk;
  back: string;
}

/** `/desk/sign-in`, `/operator/sign-in`: a passkey (by a script), or a password and then a code. */
export function deskSignInRoutes(app: Hono, site: Site, limits: CodeLimits): void {
  const steps: Readonly<Record<string, (asked: AskedSignIn) => Promise<Response>>> = {
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
        if (!site.isFromOurPage(context)) return forbidden(asked);
        const limited = await limits.try(site.addressGroup(context), asked.visit.now_ms);
        return limited ? show(asked, limited) : step(asked);
      });
    }
  }
}

function read(context: Context, site: Site, desk: Desk, form: Record<string, unknown>): AskedSignIn {
  return { ...askedFor(context, site, `/${desk}/sign-in`, form), desk, back: fieldOf(form, 'back') };
}

async function tryPassword(asked: AskedSignIn, limits: CodeLimits): Promise<Response> {
  const { context, site, visit, form } = asked;
  const email = normalizeEmail(fieldOf(form, 'email'));
  const of = knownBrowser(site, context).countedBy(email) ?? email;
  const wrong = [{ ...allowance, of }];
  const limited = await site.tallies.full(wrong, visit.now_ms);
  if (limited) return show(asked, limited);
  const typed = { email, password: passwordIn(form, 'password') };
  const cookies = await enterPassword(site.deps, typed, context.req.raw.headers);
  if (cookies === null) {
    await site.tallies.add(wrong, visit.now_ms);
    await limits.failed(site.addressGroup(context), visit.now_ms);
    return show(asked, 'wrong');
  }
  visit.cookies = cookies;
  return showSecond(asked, null);
}

async function trySecond(asked: AskedSignIn, limits: CodeLimits): Promise<Response> {
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

/** Only persons of the demonstration are mailed to; others are answered alike. */
async function mailDemonstration(asked: AskedSignIn): Promise<Response> {
  const { site, visit, form } = asked;
  const email = normalizeEmail(fieldOf(form, 'email'));
  const person = await findStaff(site.deps.database, email);
  const to = person?.demonstration ? 'always' : 'nobody';
  const ticket = await mailCode(asked, { purpose: demonstration_purpose, email, to }, visit.now_ms);
  return showMailed(asked, { ticket, email }, null);
}

async function enterDemonstration(asked: AskedSignIn): Promise<Response> {
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

function show(asked: AskedSignIn, problem: FormProblem): Answer {
  const { site, page, desk, form, back } = asked;
  const shown = {
    ...{ desk, back, problem },
    email: fieldOf(form, 'email'),
    onward: onward(site, desk, back),
    demonstration: site.deps.demonstration ?? false,
  };
  return answer(asked, deskSignInPage(page, shown), problem, false);
}

function showSecond(asked: AskedSignIn, problem: 'code' | null): Answer {
  const { site, page, desk, back } = asked;
  const action = `${site.base}/${desk}/sign-in/code`;
  const shown = { what: 'second' as const, action, hidden: { back }, problem, other: null, code: true };
  return answer(asked, secondPage(page, shown), problem, false);
}

function showMailed(
  asked: AskedSignIn,
  { ticket, email }: { ticket: string; email: string },
  problem: 'code' | null,
): Answer {
  const { site, page, desk, back } = asked;
  const path = `${site.base}/${desk}/sign-in`;
  const form = {
    action: `${path}/demonstration/code`,
    hidden: { ticket, email, back },
    again: path,
    email,
    problem,
  };
  return answer(asked, codePage(page, form), problem);
}

import type { Context, Hono } from 'hono';
import {
  confirmWithCode,
  findStaffById,
  hasAuthenticator,
  listPasskeys,
  renewProof,
  type SignedIn,
} from '../../../modules/accounts/index.ts';
import { problemPage } from '../../components/problem.ts';
import type { Page } from '../../page.ts';
import type { Answer, Site, Visit } from '../../site.ts';
import { codePage } from '../code-form.ts';
import { fieldOf } from '../fields.ts';
import { accountToken, isBelieved } from '../form-token.ts';
import { type CodeLimits, checkCode, mailCode } from '../mail-code.ts';
import { passkeyButton } from '../passkey-button.ts';
import { DESKS, type Desk, onward } from './door.ts';
import { secondPage } from './sign-in-page.ts';

interface Asked {
  context: Context;
  site: Site;
  visit: Visit;
  page: Page;
  desk: Desk;
  person: SignedIn;
  form: Record<string, unknown>;
  back: string;
}

type Problem = 'code' | { retry_after_s: number } | null;

/** `/desk/confirm`, `/operator/confirm`: the second step, by an authenticator's code or by a passkey (a script). */
export function confirmRoutes(app: Hono, site: Site, limits: CodeLimits): void {
  for (const desk of DESKS) {
    app.get(`/${desk}/confirm`, async (context) => {
      const asked = await read(context, site, desk, { back: context.req.query('back') ?? '' });
      return asked instanceof Response ? asked : begin(asked);
    });
    app.post(`/${desk}/confirm`, async (context) => {
      const asked = await read(context, site, desk, await site.form(context));
      if (asked instanceof Response) return asked;
      const { visit, page, person, form } = asked;
      if (!isBelieved(site, context, person, fieldOf(form, 'token'))) {
        return site.send(context, visit, problemPage(page, 403), { status: 403 });
      }
      const limited = limits.try(site.addressGroup(context), visit.now_ms);
      return limited ? show(asked, limited) : enter(asked);
    });
  }
}

async function read(
  context: Context,
  site: Site,
  desk: Desk,
  form: Record<string, unknown>,
): Promise<Asked | Response> {
  const visit = site.visit(context);
  const person = await site.account(context);
  if (!person) return site.redirect(visit, `${site.base}/${desk}/sign-in`);
  const page = { ...site.page(context, visit), address: `${site.base}/${desk}/confirm` };
  return { context, site, visit, page, desk, person, form, back: fieldOf(form, 'back') };
}

/** People of the demonstration have neither: they get another mail. */
async function begin(asked: Asked): Promise<Response> {
  const { site, visit, page, person } = asked;
  if (!person.demonstration) return show(asked, null);
  const wish = { purpose: purposeOf(person), email: person.email, to: 'always' as const };
  return showMailed(asked, await mailCode(site, page, wish, visit.now_ms), null);
}

const purposeOf = ({ session }: SignedIn) => `confirm ${session}`;

async function enter(asked: Asked): Promise<Response> {
  const { context, site, visit, person, form, desk, back } = asked;
  const code = fieldOf(form, 'code');
  if (person.demonstration) {
    const ticket = fieldOf(form, 'ticket');
    const email = await checkCode(site, { ticket, code, purpose: purposeOf(person) }, visit.now_ms);
    if (email === null || !(await findStaffById(site.deps.database, person.id))?.demonstration) {
      return showMailed(asked, ticket, 'code');
    }
    await renewProof(site.deps.database, 'staff', person.session, 'demonstration', visit.now_ms);
  } else if (!(await confirmWithCode(site.deps, person, code, context.req.raw.headers, visit.now_ms))) {
    return show(asked, 'code');
  }
  return site.redirect(visit, onward(site, desk, back));
}

async function show(asked: Asked, problem: Problem): Promise<Response> {
  const { context, site, visit, page, person, desk, back } = asked;
  const { database } = site.deps;
  const [code, passkeys] = await Promise.all([
    hasAuthenticator(database, person.id),
    listPasskeys(database, 'staff', person.id),
  ]);
  const other =
    passkeys.length > 0
      ? passkeyButton(page, { realm: 'staff', does: 'sign_in', back: onward(site, desk, back) })
      : null;
  const hidden = { back, token: accountToken(site, person) };
  const action = `${site.base}/${desk}/confirm`;
  const body = secondPage(page, { what: 'confirm', action, hidden, problem, other, code });
  return site.send(context, visit, body, { status: statusOf(problem), secret: true });
}

function showMailed(
  { context, site, visit, page, person, desk, back }: Asked,
  ticket: string,
  problem: Problem,
): Answer {
  const action = `${site.base}/${desk}/confirm`;
  const hidden = { back, ticket, token: accountToken(site, person) };
  const again = `${action}?back=${encodeURIComponent(back)}`;
  const body = codePage(page, { action, hidden, again, email: person.email, problem });
  return site.send(context, visit, body, { status: statusOf(problem), secret: true });
}

function statusOf(problem: Problem): number {
  if (problem === null) return 200;
  return problem === 'code' ? 422 : 429;
}

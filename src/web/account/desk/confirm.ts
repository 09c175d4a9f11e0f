import type { Context, Hono } from 'hono';
import {
  confirmWithCode,
  endSessions,
  findStaffById,
  hasAuthenticator,
  listPasskeys,
  renewProof,
  type SignedIn,
} from '../../../modules/accounts/index.ts';
import type { Answer, Site } from '../../site.ts';
import { type Asked, answer, askedFor, forbidden } from '../asked.ts';
import { codePage } from '../code-form.ts';
import { fieldOf } from '../fields.ts';
import { accountToken, isBelieved } from '../form-token.ts';
import { type CodeLimits, checkCode, mailCode } from '../mail-code.ts';
import { passkeyButton } from '../passkey-button.ts';
import { DESKS, type Desk, onward } from './door.ts';
import { secondPage } from './sign-in-page.ts';

interface AskedConfirm extends Asked {
  desk: Desk;
  person: SignedIn;
  back: string;
}

/** So many wrong codes end the session they were typed in; it lasts no longer. */
const guesses = { what: 'second steps of a session', limit: 5, window_ms: 12 * 3_600_000 };

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
      const { visit, person, form } = asked;
      if (!isBelieved(site, context, person, fieldOf(form, 'token'))) return forbidden(asked);
      const limited = await limits.try(site.addressGroup(context), visit.now_ms);
      if (limited) return show(asked, limited);
      if (await fits(asked)) return site.redirect(visit, onward(site, desk, asked.back));
      await limits.failed(site.addressGroup(context), visit.now_ms);
      return refuse(asked);
    });
  }
}

async function read(
  context: Context,
  site: Site,
  desk: Desk,
  form: Record<string, unknown>,
): Promise<AskedConfirm | Response> {
  const asked = askedFor(context, site, `/${desk}/confirm`, form);
  const person = await site.account(context);
  if (!person) return site.redirect(asked.visit, `${site.base}/${desk}/sign-in`);
  return { ...asked, desk, person, back: fieldOf(form, 'back') };
}

/** People of the demonstration have neither: they get another mail. */
async function begin(asked: AskedConfirm): Promise<Response> {
  const { visit, person } = asked;
  if (!person.demonstration) return show(asked, null);
  const wish = { purpose: purposeOf(person), email: person.email, to: 'always' as const };
  return showMailed(asked, await mailCode(asked, wish, visit.now_ms), null);
}

const purposeOf = ({ session }: SignedIn) => `confirm ${session}`;

/** Whether the code is right: then they have shown anew who they are. */
async function fits({ context, site, visit, person, form }: AskedConfirm): Promise<boolean> {
  const { database } = site.deps;
  const code = fieldOf(form, 'code');
  if (!person.demonstration) {
    return confirmWithCode(site.deps, person, code, context.req.raw.headers, visit.now_ms);
  }
  const typed = { ticket: fieldOf(form, 'ticket'), code, purpose: purposeOf(person) };
  const email = await checkCode(site, typed, visit.now_ms);
  if (email === null || !(await findStaffById(database, person.id))?.demonstration) return false;
  await renewProof(database, 'staff', person.session, 'demonstration', visit.now_ms);
  return true;
}

/** Whoever found an open desk must not guess on; its owner signs in again. */
async function refuse(asked: AskedConfirm): Promise<Response> {
  const { site, visit, person, desk, form } = asked;
  const wrong = [{ ...guesses, of: person.session }];
  await site.tallies.add(wrong, visit.now_ms);
  if (await site.tallies.full(wrong, visit.now_ms)) {
    await endSessions(site.deps.database, 'staff', person.id, { only: person.session });
    visit.cookies = [site.deps.accounts.forgetting('staff')];
    return site.redirect(visit, `${site.base}/${desk}/sign-in`);
  }
  return person.demonstration ? showMailed(asked, fieldOf(form, 'ticket'), 'code') : show(asked, 'code');
}

async function show(asked: AskedConfirm, problem: Problem): Promise<Response> {
  const { site, page, person, desk, back } = asked;
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
  return answer(asked, body, problem);
}

function showMailed(asked: AskedConfirm, ticket: string, problem: Problem): Answer {
  const { site, page, person, desk, back } = asked;
  const action = `${site.base}/${desk}/confirm`;
  const hidden = { back, ticket, token: accountToken(site, person) };
  const again = `${action}?back=${encodeURIComponent(back)}`;
  return answer(asked, codePage(page, { action, hidden, again, email: person.email, problem }), problem);
}

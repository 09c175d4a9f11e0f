import type { Context, Hono } from 'hono';
import { transaction } from '../../lib/database.ts';
import {
  endSessions,
  isFresh,
  listPasskeys,
  listSessions,
  removePasskey,
  rename,
  type SignedIn,
} from '../../modules/accounts/index.ts';
import { changeEmail, EmailTaken, peopleOf } from '../../modules/buyers/index.ts';
import { endDevices } from '../../modules/devices/index.ts';
import { maskAddress } from '../../modules/notifications/deliveries/index.ts';
import type { PersonalNotice } from '../../modules/notifications/personal/index.ts';
import type { Answer, Site } from '../site.ts';
import { accountPage } from './account-page.ts';
import { type Asked, answer, askedFor, forbidden } from './asked.ts';
import { codePage, type FormProblem } from './code-form.ts';
import { fieldOf, isEmail } from './fields.ts';
import { accountToken, isBelieved } from './form-token.ts';
import { forgetPeople } from './known-browser.ts';
import type { AccountView } from './lists.ts';
import { type CodeLimits, checkCode, mailCode } from './mail-code.ts';
import { type EmailChange, undoLink } from './undo.ts';

interface AskedAccount extends Asked {
  person: SignedIn;
}

type Handler = (asked: AskedAccount) => Promise<Response>;

/** `/account`: a buyer's own page. */
export function accountRoutes(app: Hono, site: Site, limits: CodeLimits): void {
  app.get('/account', async (context) => {
    const asked = await read(context, site);
    return asked instanceof Response ? asked : show(asked, null);
  });
  const actions: Readonly<Record<string, Handler>> = {
    name: keepName,
    email: (asked) => askForEmail(asked, limits),
    'email/code': (asked) => enterEmailCode(asked, limits),
    'sessions/end': endOne,
    'sessions/end-others': endOthers,
    'passkeys/remove': dropPasskey,
    'sign-out': signOut,
  };
  for (const [name, handler] of Object.entries(actions)) {
    app.post(`/account/${name}`, async (context) => {
      const asked = await read(context, site, await site.form(context));
      if (asked instanceof Response) return asked;
      if (isBelieved(site, context, asked.person, fieldOf(asked.form, 'token'))) return handler(asked);
      return forbidden(asked);
    });
  }
}

async function read(
  context: Context,
  site: Site,
  form?: Record<string, unknown>,
): Promise<AskedAccount | Response> {
  const asked = askedFor(context, site, '/account', form);
  const person = await site.account(context);
  if (!person) return site.redirect(asked.visit, `${site.base}/sign-in?back=%2Faccount`);
  site.keepLocale(asked.visit, asked.page);
  return { ...asked, person };
}

async function show(asked: AskedAccount, problem: FormProblem): Promise<Response> {
  const { site, visit, page, person } = asked;
  const { database, config } = site.deps;
  const [sessions, passkeys] = await Promise.all([
    listSessions(database, 'customer', person.id, visit.now_ms),
    listPasskeys(database, 'customer', person.id),
  ]);
  const view: AccountView = {
    ...{ sessions, passkeys, session: person.session, time_zone: config.shop.timeZone },
    path: `${site.base}/account`,
    token: accountToken(site, person),
  };
  const body = accountPage(page, person, view, { problem, fresh: isFresh(person, visit.now_ms) });
  return answer(asked, body, problem);
}

function back({ site, visit }: AskedAccount): Response {
  return site.redirect(visit, `${site.base}/account`);
}

async function keepName(asked: AskedAccount): Promise<Response> {
  const { site, person, form, visit } = asked;
  await rename(site.deps.database, 'customer', person.id, fieldOf(form, 'name').slice(0, 200), visit.now_ms);
  return back(asked);
}

const purposeOf = ({ id }: SignedIn) => `email ${id}`;

/** The new mailbox is proven first; and whoever wants another one came in a moment ago (ASVS 5.0, 7.5.1). */
async function askForEmail(asked: AskedAccount, limits: CodeLimits): Promise<Response> {
  const { context, site, visit, page, person, form } = asked;
  const email = fieldOf(form, 'email');
  if (!isFresh(person, visit.now_ms)) return site.redirect(visit, `${site.base}/sign-in?back=%2Faccount`);
  if (!isEmail(email)) return show(asked, 'email');
  const limited = await limits.ask(site.addressGroup(context), visit.now_ms);
  if (limited) return show(asked, limited);
  const wish = { purpose: purposeOf(person), email, to: 'always' as const };
  const ticket = await mailCode({ site, context, page }, wish, visit.now_ms);
  return showCode(asked, { ticket, email }, null);
}

async function enterEmailCode(asked: AskedAccount, limits: CodeLimits): Promise<Response> {
  const { context, site, visit, person, form } = asked;
  const typed = { ticket: fieldOf(form, 'ticket'), code: fieldOf(form, 'code'), purpose: purposeOf(person) };
  const going = { ticket: typed.ticket, email: fieldOf(form, 'email') };
  const limited = await limits.try(site.addressGroup(context), visit.now_ms);
  if (limited) return showCode(asked, going, limited);
  const email = await checkCode(site, typed, visit.now_ms);
  if (email === null) {
    await limits.failed(site.addressGroup(context), visit.now_ms);
    return showCode(asked, going, 'code');
  }
  try {
    await site.deps.tellPerson(async (connection) => {
      const was = await changeEmail(connection, person.id, email, visit.now_ms);
      return was === null ? null : noticeToOldMailbox(asked, { account: person.id, was, is: email });
    });
  } catch (error) {
    if (error instanceof EmailTaken) return show(asked, 'taken');
    throw error;
  }
  return back(asked);
}

/** The old mailbox hears of it, with a button that undoes it. */
function noticeToOldMailbox({ site, visit, page }: AskedAccount, change: EmailChange): PersonalNotice {
  return {
    type: 'contact_changed',
    key: `${change.account} ${visit.now_ms} ${change.was}`,
    subject_key: `account:${change.account}`,
    email: change.was,
    locale: page.words.locale,
    time_zone: site.deps.config.shop.timeZone,
    data: { to: maskAddress(change.is), order: null, undo: undoLink(site, change, visit.now_ms) },
    now_ms: visit.now_ms,
  };
}

function showCode(
  asked: AskedAccount,
  { ticket, email }: { ticket: string; email: string },
  problem: 'code' | { retry_after_s: number } | null,
): Answer {
  const { site, page, person } = asked;
  const form = {
    action: `${site.base}/account/email/code`,
    hidden: { ticket, email, token: accountToken(site, person) },
    again: `${site.base}/account`,
    ...{ email, problem },
  };
  return answer(asked, codePage(page, form), problem);
}

function endOne(asked: AskedAccount): Promise<Response> {
  return endElsewhere(asked, { only: fieldOf(asked.form, 'session') });
}

function endOthers(asked: AskedAccount): Promise<Response> {
  return endElsewhere(asked, { but: asked.person.session });
}

/** Nobody knows which device a session was on: none hears of the account any more until its owner says so there. */
async function endElsewhere(
  asked: AskedAccount,
  which: { only: string } | { but: string },
): Promise<Response> {
  const { database } = asked.site.deps;
  await endSessions(database, 'customer', asked.person.id, which);
  const people = await peopleOf(database, asked.person);
  await transaction(database, (connection) => endDevices(connection, people));
  return back(asked);
}

async function dropPasskey(asked: AskedAccount): Promise<Response> {
  const { site, person, form } = asked;
  await removePasskey(site.deps.database, 'customer', person.id, fieldOf(form, 'passkey'));
  return back(asked);
}

/** What this browser could see is forgotten too. */
async function signOut({ site, visit, person }: AskedAccount): Promise<Response> {
  await endSessions(site.deps.database, 'customer', person.id, { only: person.session });
  visit.cookies = [site.deps.accounts.forgetting('customer'), forgetPeople(site)];
  site.endSession(visit);
  visit.headers['Clear-Site-Data'] = '"storage"';
  return site.redirect(visit, `${site.base}/sign-in`);
}

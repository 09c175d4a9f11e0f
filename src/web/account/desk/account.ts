import type { Context, Hono } from 'hono';
import {
  beginAuthenticator,
  changePassword,
  endSessions,
  finishAuthenticator,
  hasAuthenticator,
  listPasskeys,
  listSessions,
  removeAuthenticator,
  removePasskey,
  type SignedIn,
} from '../../../modules/accounts/index.ts';
import { accessNotice } from '../../../modules/notifications/personal/index.ts';
import type { Site } from '../../site.ts';
import { type Asked, answer, askedFor, forbidden } from '../asked.ts';
import type { FormProblem } from '../code-form.ts';
import { fieldOf } from '../fields.ts';
import { accountToken, isBelieved } from '../form-token.ts';
import type { AccountView } from '../lists.ts';
import type { CodeLimits } from '../mail-code.ts';
import { mayAddWayIn } from '../passkey-routes.ts';
import { requireFresh } from './access.ts';
import { checkPage, deskAccountPage, setupPage } from './account-page.ts';
import { DESKS, type Desk, deskOf, onward } from './door.ts';
import { passwordIn } from './password.ts';

interface AskedAccount extends Asked {
  desk: Desk;
  person: SignedIn;
}

/** `/desk/account`, `/operator/account`. Open to the invited too: here they choose how they will come in. */
export function deskAccountRoutes(app: Hono, site: Site, limits: CodeLimits): void {
  const actions: Readonly<Record<string, (asked: AskedAccount) => Promise<Response>>> = {
    authenticator: (asked) => begin(asked, limits),
    'authenticator/check': (asked) => finish(asked, limits),
    'authenticator/off': turnOff,
    password: (asked) => giveAnother(asked, limits),
    'passkeys/remove': dropPasskey,
    'sessions/end': endOne,
    'sessions/end-others': endOthers,
    'sign-out': signOut,
  };
  for (const desk of DESKS) {
    app.get(`/${desk}/account`, async (context) => {
      const asked = await read(context, site, desk);
      return asked instanceof Response ? asked : show(asked, null);
    });
    for (const [name, action] of Object.entries(actions)) {
      app.post(`/${desk}/account/${name}`, async (context) => {
        const asked = await read(context, site, desk, await site.form(context));
        if (asked instanceof Response) return asked;
        if (isBelieved(site, context, asked.person, fieldOf(asked.form, 'token'))) return action(asked);
        return forbidden(asked);
      });
    }
  }
}

async function read(
  context: Context,
  site: Site,
  desk: Desk,
  form?: Record<string, unknown>,
): Promise<AskedAccount | Response> {
  const asked = askedFor(context, site, `/${desk}/account`, form);
  const { visit, page } = asked;
  const person = await site.person(context);
  if (!person || person.proof === 'password')
    return site.redirect(visit, `${site.base}/${desk}/sign-in?back=%2F${desk}%2Faccount`);
  const own = deskOf(person.kind);
  if (own !== desk) return site.redirect(visit, `${site.base}/${own}/account`);
  site.keepLocale(visit, page);
  return { ...asked, desk, person };
}

function viewOf({ site, desk, person }: AskedAccount): Omit<AccountView, 'sessions' | 'passkeys'> {
  return {
    path: `${site.base}/${desk}/account`,
    token: accountToken(site, person),
    session: person.session,
    time_zone: site.deps.config.shop.timeZone,
  };
}

async function show(asked: AskedAccount, problem: FormProblem): Promise<Response> {
  const { context, site, visit, page, person, desk } = asked;
  const { database } = site.deps;
  const [sessions, passkeys, authenticator] = await Promise.all([
    listSessions(database, 'staff', person.id, visit.now_ms),
    listPasskeys(database, 'staff', person.id),
    hasAuthenticator(database, person.id),
  ]);
  const may_add = mayAddWayIn(person, visit.now_ms);
  const view = {
    ...viewOf(asked),
    sessions,
    passkeys,
    authenticator,
    desk,
    may_add,
    password_changed: problem === null && context.req.query('changed') === 'password',
    home: onward(site, desk, ''),
  };
  return answer(asked, deskAccountPage(page, person, view, problem), problem);
}

function back({ site, visit, desk }: AskedAccount): Response {
  return site.redirect(visit, `${site.base}/${desk}/account`);
}

async function begin(asked: AskedAccount, limits: CodeLimits): Promise<Response> {
  const { context, site, visit, page, person, form } = asked;
  if (!mayAddWayIn(person, visit.now_ms)) return back(asked);
  // Who has a password already says it here: a place to guess it like any other.
  const network = site.addressGroup(context);
  const limited = await limits.try(network, visit.now_ms);
  if (limited) return show(asked, limited);
  const setup = await beginAuthenticator(site.deps, passwordIn(form, 'password'), context.req.raw.headers);
  if (!setup) {
    await limits.failed(network, visit.now_ms);
    return show(asked, 'password');
  }
  const view = { ...viewOf(asked), sessions: [], passkeys: [] };
  return answer(asked, setupPage(page, view, setup), null);
}

async function finish(asked: AskedAccount, limits: CodeLimits): Promise<Response> {
  const { context, site, visit, page, person, form } = asked;
  if (!mayAddWayIn(person, visit.now_ms)) return back(asked);
  const limited = await limits.try(site.addressGroup(context), visit.now_ms);
  if (limited) return show(asked, limited);
  const { headers } = context.req.raw;
  const cookies = await finishAuthenticator(site.deps, person, fieldOf(form, 'code'), headers, visit.now_ms);
  if (!cookies) {
    await limits.failed(site.addressGroup(context), visit.now_ms);
    const view = { ...viewOf(asked), sessions: [], passkeys: [] };
    return answer(asked, checkPage(page, view), 'code');
  }
  visit.cookies = cookies;
  return back(asked);
}

/** Only beside a passkey: nobody locks themselves out by a button. */
async function turnOff(asked: AskedAccount): Promise<Response> {
  const { site, visit, person, desk } = asked;
  const step = requireFresh(site, visit, person, `/${desk}/account`);
  if (step) return step;
  const passkeys = await listPasskeys(site.deps.database, 'staff', person.id);
  if (passkeys.length > 0) await removeAuthenticator(site.deps.database, person.id);
  return back(asked);
}

/** The old one, and a proof of these minutes; whoever else is signed in is not any more, and the person is told. */
async function giveAnother(asked: AskedAccount, limits: CodeLimits): Promise<Response> {
  const { context, site, visit, page, person, form, desk } = asked;
  const step = requireFresh(site, visit, person, `/${desk}/account`);
  if (step) return step;
  const limited = await limits.try(site.addressGroup(context), visit.now_ms);
  if (limited) return show(asked, limited);
  const typed = {
    old_password: passwordIn(form, 'old_password'),
    new_password: passwordIn(form, 'new_password'),
  };
  const { headers } = context.req.raw;
  if (!(await changePassword(site.deps, person, typed, headers))) {
    await limits.failed(site.addressGroup(context), visit.now_ms);
    return show(asked, 'password');
  }
  const telling = {
    locale: page.words.locale,
    time_zone: site.deps.config.shop.timeZone,
    now_ms: visit.now_ms,
  };
  await site.deps.tellPerson(
    accessNotice({ ...person, kind: desk === 'operator' ? 'operator' : 'seller' }, 'password', telling),
  );
  return site.redirect(visit, `${site.base}/${desk}/account?changed=password`);
}

async function dropPasskey(asked: AskedAccount): Promise<Response> {
  const { site, visit, person, form, desk } = asked;
  const { database } = site.deps;
  const step = requireFresh(site, visit, person, `/${desk}/account`);
  if (step) return step;
  const others = (await listPasskeys(database, 'staff', person.id)).length > 1;
  if (others || (await hasAuthenticator(database, person.id))) {
    await removePasskey(database, 'staff', person.id, fieldOf(form, 'passkey'));
  }
  return back(asked);
}

async function endOne(asked: AskedAccount): Promise<Response> {
  const { site, person, form } = asked;
  await endSessions(site.deps.database, 'staff', person.id, { only: fieldOf(form, 'session') });
  return back(asked);
}

async function endOthers(asked: AskedAccount): Promise<Response> {
  await endSessions(asked.site.deps.database, 'staff', asked.person.id, { but: asked.person.session });
  return back(asked);
}

async function signOut({ site, visit, person, desk }: AskedAccount): Promise<Response> {
  await endSessions(site.deps.database, 'staff', person.id, { only: person.session });
  visit.cookies = [site.deps.accounts.forgetting('staff')];
  return site.redirect(visit, `${site.base}/${desk}/sign-in`);
}

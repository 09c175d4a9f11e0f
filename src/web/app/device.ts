import type { Context, Hono } from 'hono';
import { sign, verify } from '../../lib/signed.ts';
import { peopleOf } from '../../modules/buyers/index.ts';
import {
  browserOf,
  deviceId,
  deviceIds,
  isKnown,
  keepDevice,
  readSubscription,
  removeDevices,
  replaceDevice,
  type Subscription,
} from '../../modules/devices/index.ts';
import { accountToken, isBelieved } from '../account/form-token.ts';
import { openOrder } from '../buyer/order.ts';
import { formToken, isFormToken } from '../http/session.ts';
import type { Site, Visit } from '../site.ts';

/** With it a browser whose endpoint changed moves its orders over, when no page of ours is open any more. */
const pass_purpose = 'device';

/**
 * `/orders/{number}/device`: whether this browser is told about the order, and to switch that on and off;
 * `/account/device`: the same for all orders of who has signed in. Asked by src/web/browser/push.js, answered with JSON.
 * `/devices/renewed`: asked by the worker.
 */
export function deviceRoutes(app: Hono, site: Site): void {
  for (const [path, whose] of [
    ['/orders/:number/device', ofOrder],
    ['/account/device', ofAccount],
  ] as const) {
    const route = (answer: (asked: Asked) => Promise<Response>) => async (context: Context) => {
      const visit = site.visit(context);
      const told = await whose(context, site, visit);
      return told ? answer({ context, site, visit, ...told }) : site.json(visit, {}, 403);
    };
    app.get(path, route(look));
    app.post(path, route(switchOn));
    app.post(`${path}/off`, route(switchOff));
  }
  app.post('/devices/renewed', (context) => renew(context, site));
}

/** What a device is to be told about. */
interface Told {
  /** Messages planned for any of these come to it. */
  persons: readonly string[];
  /** BCP 47, where it says none itself. */
  locale: string | null;
  token: string;
  /** Whether a form with this token is from a page of ours that this visitor was shown. */
  believes(token: string): boolean;
}

interface Asked extends Told {
  context: Context;
  site: Site;
  visit: Visit;
}

/** A session opens orders, not accounts: the device hears of this one. Null: it opens no such order. */
async function ofOrder(context: Context, site: Site, visit: Visit): Promise<Told | null> {
  const stored = await openOrder(site, context, visit, context.req.param('number')!);
  if (!stored) return null;
  const { secrets } = site.deps;
  const session = visit.session!;
  return {
    persons: [`order:${stored.number}`],
    locale: stored.state.order!.locale,
    token: formToken(secrets, session, stored.number),
    believes: (token) => isFormToken(secrets, session, stored.number, token) && site.isFromOurPage(context),
  };
}

async function ofAccount(context: Context, site: Site): Promise<Told | null> {
  const account = await site.account(context);
  if (account?.kind !== 'customer') return null;
  return {
    persons: await peopleOf(site.deps.database, account),
    locale: null,
    token: accountToken(site, account),
    believes: (token) => isBelieved(site, context, account, token),
  };
}

/** The devices by name, so that a browser finds itself; and what it needs to post. */
async function look({ site, visit, persons, token }: Asked): Promise<Response> {
  const { push } = site.deps;
  const devices = await deviceIds(push.database, persons);
  return site.json(visit, { devices, token, key: push.public_key });
}

async function switchOn(asked: Asked): Promise<Response> {
  const { context, site, visit, persons, locale } = asked;
  const { push, clock } = site.deps;
  const fields = await believedFields(asked);
  if (!fields) return site.json(visit, {}, 403);
  const subscription = subscriptionIn(site, fields);
  if (!subscription) return site.json(visit, {}, 422);
  const device = {
    ...subscription,
    locale: site.page(context, visit, locale).words.locale,
    browser: browserOf(context.req.header('user-agent')),
    server_key: push.public_key,
  };
  await keepDevice(push.database, persons, device, clock.now());
  return site.json(visit, { pass: passOf(site, subscription) });
}

/** `unused`: nothing else is told there, so that the browser can end its subscription. */
async function switchOff(asked: Asked): Promise<Response> {
  const { site, visit, persons } = asked;
  const { database } = site.deps.push;
  const fields = await believedFields(asked);
  if (!fields) return site.json(visit, {}, 403);
  const id = deviceId(String(fields.endpoint ?? ''));
  await removeDevices(database, persons, [id]);
  return site.json(visit, { unused: !(await isKnown(database, id)) });
}

/** No session is needed: only the browser that was given the pass has it, and it moves nothing but itself. */
async function renew(context: Context, site: Site): Promise<Response> {
  const visit = site.visit(context);
  const { push, secrets } = site.deps;
  const fields = await site.form(context);
  const old_id = verify(secrets, pass_purpose, String(fields.pass ?? ''));
  if (old_id === null || !site.isFromOurPage(context)) return site.json(visit, {}, 403);
  const subscription = subscriptionIn(site, fields);
  if (!subscription) return site.json(visit, {}, 422);
  await replaceDevice(push.database, old_id, subscription, push.public_key);
  return site.json(visit, { pass: passOf(site, subscription) });
}

function passOf({ deps }: Site, { endpoint }: Subscription): string {
  return sign(deps.secrets, pass_purpose, deviceId(endpoint));
}

function subscriptionIn({ deps }: Site, fields: Record<string, unknown>): Subscription | null {
  const subscription = readSubscription(fields);
  return subscription && deps.push.mayCall(subscription.endpoint) ? subscription : null;
}

/** The fields of a form that a page of ours sent in this session about this; null: anybody else's. */
async function believedFields({ context, site, believes }: Asked) {
  const fields = await site.form(context);
  return believes(String(fields.token ?? '')) ? fields : null;
}

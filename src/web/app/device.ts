import type { Context, Hono } from 'hono';
import { sign, verify } from '../../lib/signed.ts';
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
import type { StoredOrder } from '../../modules/order-view/index.ts';
import { openOrder } from '../buyer/order.ts';
import { formToken, isFormToken } from '../http/session.ts';
import type { Site, Visit } from '../site.ts';

/** With it a browser whose endpoint changed moves its orders over, when no page of ours is open any more. */
const pass_purpose = 'device';

/**
 * `/orders/{number}/device`: whether this browser is told about the order, and to switch that on and off. Asked by
 * src/web/browser/push.js, answered with JSON. `/devices/renewed`: asked by the worker.
 */
export function deviceRoutes(app: Hono, site: Site): void {
  app.get('/orders/:number/device', (context) => inSession(context, site, look));
  app.post('/orders/:number/device', (context) => inSession(context, site, switchOn));
  app.post('/orders/:number/device/off', (context) => inSession(context, site, switchOff));
  app.post('/devices/renewed', (context) => renew(context, site));
}

interface Asked {
  context: Context;
  site: Site;
  visit: Visit;
  stored: StoredOrder;
}

async function inSession(
  context: Context,
  site: Site,
  answer: (asked: Asked) => Promise<Response>,
): Promise<Response> {
  const visit = site.visit(context);
  const stored = await openOrder(site, context, visit, context.req.param('number')!);
  return stored ? answer({ context, site, visit, stored }) : site.json(visit, {}, 403);
}

/** The devices by name, so that a browser finds itself; and what it needs to post. */
async function look({ site, visit, stored }: Asked): Promise<Response> {
  const { push, secrets } = site.deps;
  return site.json(visit, {
    devices: await deviceIds(push.database, personOf(stored)),
    token: formToken(secrets, visit.session!, stored.number),
    key: push.public_key,
  });
}

async function switchOn(asked: Asked): Promise<Response> {
  const { context, site, visit, stored } = asked;
  const { push, clock } = site.deps;
  const fields = await believedFields(asked);
  if (!fields) return site.json(visit, {}, 403);
  const subscription = subscriptionIn(site, fields);
  if (!subscription) return site.json(visit, {}, 422);
  const device = {
    ...subscription,
    person: personOf(stored),
    access_epoch: stored.access_epoch,
    locale: site.page(context, visit, stored.state.order!.locale).words.locale,
    browser: browserOf(context.req.header('user-agent')),
    server_key: push.public_key,
  };
  await keepDevice(push.database, device, clock.now());
  return site.json(visit, { pass: passOf(site, subscription) });
}

/** `unused`: no other order is told there, so that the browser can end its subscription. */
async function switchOff(asked: Asked): Promise<Response> {
  const { site, visit, stored } = asked;
  const { database } = site.deps.push;
  const fields = await believedFields(asked);
  if (!fields) return site.json(visit, {}, 403);
  const id = deviceId(String(fields.endpoint ?? ''));
  await removeDevices(database, personOf(stored), [id]);
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

/** The fields of a form that a page of ours sent in this session about this order; null: anybody else's. */
async function believedFields({ context, site, visit, stored }: Asked) {
  const fields = await site.form(context);
  const token = String(fields.token ?? '');
  const believed = isFormToken(site.deps.secrets, visit.session!, stored.number, token);
  return believed && site.isFromOurPage(context) ? fields : null;
}

/** A session opens orders, not accounts: the device hears of this one. */
function personOf({ number }: StoredOrder): string {
  return `order:${number}`;
}

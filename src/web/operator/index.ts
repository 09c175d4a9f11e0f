import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { databaseIsAway } from '../../lib/database.ts';
import {
  readFailed,
  readOutages,
  readSwitches,
  readWaiting,
  resendDeliveries,
  resendFailed,
  setPaused,
} from '../../modules/notifications/deliveries/index.ts';
import { countErasures } from '../../modules/privacy/erasure/index.ts';
import { readWebhookStandings } from '../../modules/webhooks/index.ts';
import { pageHeaders } from '../http/headers.ts';
import { deliveriesPage, erasures_days } from './deliveries-page.ts';
import { type OperatorDeps, operatorGuard, pageFor } from './desk.ts';
import { readForm } from './form.ts';
import { mailRoutes } from './mail.ts';
import { notificationRoutes } from './notifications.ts';
import { withdrawalRoutes } from './withdrawals.ts';

export type { OperatorDeps } from './desk.ts';

const failed_shown_max = 50;
const outages_shown_max = 5;
/** One click may bring back a day's failures; more of them take another. */
const resent_max = 10_000;
/** Two fields, or what is answered to a request: 2,000 signs, of which a Chinese one is nine bytes here. */
const form_bytes_max = 32 * 1024;
const retry_after_s = 5;

/** The operator's pages: `/operator/deliveries` and `/operator/notifications`. */
export function operatorRoutes(deps: OperatorDeps): Hono {
  const { database, clock, config } = deps;
  const app = new Hono();
  const back = (context: Context) => context.redirect(`${deps.base}/operator/deliveries`, 303);
  app.use('/operator/*', pageHeaders, operatorGuard(deps), bodyLimit({ maxSize: form_bytes_max }));
  app.onError(operatorError);

  app.get('/operator', back);
  app.get('/operator/deliveries', async (context) => {
    const now_ms = clock.now();
    const [all, waiting, failed, outages, webhooks, erasures] = await Promise.all([
      readSwitches(database),
      readWaiting(database, now_ms),
      readFailed(database, failed_shown_max),
      readOutages(database, outages_shown_max),
      readWebhookStandings(database),
      countErasures(database, now_ms - erasures_days * 86_400_000),
    ]);
    const switches = deps.channels.flatMap((name) => all.filter(({ channel }) => channel === name));
    const { overrides } = deps;
    const { timeZone: time_zone } = config.shop;
    const view = { switches, waiting, failed, outages, webhooks, erasures, overrides, now_ms, time_zone };
    return context.html(String(deliveriesPage(pageFor(deps, context), view)));
  });

  notificationRoutes(app, deps);

  for (const action of ['pause', 'resume'] as const) {
    app.post(`/operator/deliveries/${action}`, async (context) => {
      const { channel } = await readForm(context);
      await setPaused(database, channel ?? '', action === 'pause', clock.now());
      if (action === 'resume') deps.wake();
      return back(context);
    });
  }

  app.post('/operator/deliveries/resend-all', async (context) => {
    const { channel = '', last_error = '' } = await readForm(context);
    const wish = { channel, last_error, now_ms: clock.now(), limit: resent_max };
    if ((await resendFailed(database, wish)) > 0) deps.wake();
    return back(context);
  });

  app.post('/operator/deliveries/resend', async (context) => {
    const { subject_key = '', notification_id = '' } = await readForm(context);
    // Only what still is failed: a second click must not repeat what went meanwhile.
    const wish = { subject_key, notification_id, only: ['failed'] as const, now_ms: clock.now() };
    if ((await resendDeliveries(database, wish)) > 0) deps.wake();
    return back(context);
  });
  mailRoutes(app, deps);
  withdrawalRoutes(app, deps);
  return app;
}

/** Says in words what an operator should know; everything else is for whoever put these pages in. */
export function operatorError(error: Error, context: Context): Response {
  if (!databaseIsAway(error)) throw error;
  context.header('Retry-After', String(retry_after_s));
  return context.text('The database cannot be reached. Nothing is lost; try again.', 503);
}

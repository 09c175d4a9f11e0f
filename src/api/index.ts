import { Hono } from 'hono';
import type { Config } from '../config.ts';
import type { Clock } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import type { Log } from '../lib/log.ts';
import type { Secrets } from '../lib/secrets.ts';
import { openAddresses } from '../modules/addresses/index.ts';
import type { KeyRing } from '../modules/api-keys/index.ts';
import type { TellPerson } from '../modules/notifications/personal/index.ts';
import type { OrderReader } from '../modules/order-view/index.ts';
import type { LookupLimits } from '../modules/order-view/lookup.ts';
import { KnownSellers } from '../modules/sellers/index.ts';
import { openIntake } from '../modules/shipments/intake.ts';
import type { State } from '../modules/state.ts';
import type { Composition, Ledger } from '../story/index.ts';
import { apiKeyEndpoints } from './api-keys.ts';
import { cancellationEndpoints } from './cancellations.ts';
import { carrierWebhookEndpoints } from './carrier-webhooks.ts';
import { caseAnswerEndpoints } from './case-answers.ts';
import { caseEndpoints } from './cases.ts';
import { ChangeDesk } from './change-desk.ts';
import { changeEndpoints } from './changes.ts';
import { delayDecisionEndpoints } from './delay-decisions.ts';
import { deliveryPriceEndpoints } from './delivery-prices.ts';
import { docsRoutes } from './docs.ts';
import { openApiDocument } from './document.ts';
import type { Endpoint } from './endpoint.ts';
import { handoffEndpoints } from './handoffs.ts';
import { invitationEndpoints } from './invitations.ts';
import { invoiceEndpoints } from './invoices.ts';
import { KeptAnswers } from './kept-answers.ts';
import { listingEndpoints } from './listings.ts';
import { lookupEndpoints } from './lookups.ts';
import { mailStopEndpoints } from './mail-stops.ts';
import type { Metrics } from './metrics.ts';
import { type Mails, notificationEndpoints } from './notifications.ts';
import { orderBatchEndpoints } from './order-batch.ts';
import { OrderDesk } from './order-desk.ts';
import { orderListEndpoints } from './order-list.ts';
import { orderEndpoints } from './orders.ts';
import { packingEndpoints } from './packings.ts';
import { paymentEndpoints } from './payments.ts';
import { peopleEndpoints } from './people.ts';
import { pickupPointEndpoints } from './pickup-points.ts';
import type { Placing } from './place-order.ts';
import { preferenceEndpoints } from './preferences.ts';
import { privacyEndpoints } from './privacy.ts';
import { notFound, problemResponse } from './problem.ts';
import { promiseEndpoints } from './promises.ts';
import { refundEndpoints } from './refunds.ts';
import { sellerEndpoints } from './sellers.ts';
import { type Desk, failed, serve } from './serve.ts';
import { settingsEndpoints } from './settings.ts';
import { shipmentMistakeEndpoints } from './shipment-mistakes.ts';
import { shipmentEndpoints } from './shipments.ts';
import { smsWebhookEndpoints } from './sms-webhooks.ts';
import { statusTokenEndpoints } from './status-tokens.ts';
import { trackingEventEndpoints } from './tracking-events.ts';
import { webhookDeliveryEndpoints } from './webhook-deliveries.ts';
import { type WebhookTools, webhookEndpoints } from './webhook-endpoints.ts';
import { withdrawalEndpoints } from './withdrawals.ts';

export { forgetAnswers } from './kept-answers.ts';
export { type Metrics, openMetrics } from './metrics.ts';
export type { Mails } from './notifications.ts';
export { badRequest } from './problem.ts';

/** What the API is made of; `main.ts` opens it. */
export interface ApiDeps {
  config: Config;
  clock: Clock;
  log: Log;
  database: Database;
  ledger: Ledger<State>;
  composition: Composition<State>;
  orders: OrderReader;
  secrets: Secrets;
  /** One for the whole process: a key that is revoked is revoked everywhere at once. */
  keys: KeyRing;
  /** One for the whole process, so that pages and API count together. */
  lookup_limits: LookupLimits;
  metrics: Metrics;
  mails: Mails;
  /** Plans a message about no order. */
  tellPerson: TellPerson;
  /** How people reach this installation, no trailing slash. */
  public_url: string;
  webhooks: WebhookTools;
  /** Ways to reach people here, in the order in which they stand in for each other. */
  channels: readonly string[];
}

/** Everything under `/v1`, and `/openapi.json`, `/docs` and `/metrics`. */
export function apiRoutes(deps: ApiDeps): Hono {
  const { clock, log, database, config, secrets, metrics, keys } = deps;
  const secret = secrets.current;
  const endpoints = endpointsOf(deps);
  const desk: Desk = {
    ...{ clock, log, secret, keys },
    answers: new KeptAnswers(database, secret),
    observe: metrics.observe,
    trust_proxy: config.trustProxy,
  };
  const app = new Hono();
  for (const endpoint of endpoints) {
    app.on(endpoint.method.toUpperCase(), endpoint.path.replace(/\{(\w+)\}/g, ':$1'), serve(desk, endpoint));
  }
  app.route('/', docsRoutes(openApiDocument(endpoints)));
  app.get('/metrics', async (context) =>
    context.body(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType }),
  );
  app.all('/v1/*', () => problemResponse(notFound('not_found', 'There is nothing here.')));
  app.onError((error, { req }) => failed(log, error, { method: req.method, path: 'unknown' }));
  return app;
}

/** Every endpoint there is. A new resource is one file and one line here. */
function endpointsOf(deps: ApiDeps): Endpoint[] {
  const { clock, config, database, log, keys } = deps;
  const { shop } = config;
  const sellers = new KnownSellers(database, clock, { locale: shop.locale, time_zone: shop.timeZone });
  const placing: Placing = { shop, secret: deps.secrets.current, sellers };
  const desk = new OrderDesk(deps);
  const intake = openIntake(database, deps.ledger);
  return [
    ...orderEndpoints(desk, placing, database),
    ...orderListEndpoints(desk, database),
    ...orderBatchEndpoints(desk, placing),
    ...paymentEndpoints(desk),
    ...refundEndpoints(desk),
    ...handoffEndpoints(desk),
    ...packingEndpoints(desk),
    ...invoiceEndpoints(desk),
    ...promiseEndpoints(desk),
    ...shipmentEndpoints(desk, database),
    ...shipmentMistakeEndpoints(desk),
    ...cancellationEndpoints(desk),
    ...changeEndpoints(new ChangeDesk(desk, database)),
    ...deliveryPriceEndpoints(database),
    ...pickupPointEndpoints(database),
    ...delayDecisionEndpoints(desk),
    ...withdrawalEndpoints(desk),
    ...caseEndpoints(desk, database, deps.secrets.current),
    ...caseAnswerEndpoints(desk, database, deps.secrets.current),
    ...trackingEventEndpoints(intake),
    ...carrierWebhookEndpoints(database, intake, config, log),
    ...smsWebhookEndpoints(database, config, deps.channels),
    ...lookupEndpoints(desk, deps.lookup_limits, deps.secrets),
    ...statusTokenEndpoints(desk, deps.secrets),
    ...mailStopEndpoints(desk, openAddresses(database)),
    ...notificationEndpoints(database, deps.mails),
    ...preferenceEndpoints(database, deps.mails, deps.channels),
    ...privacyEndpoints(deps),
    ...sellerEndpoints(database, sellers, shop, deps.mails.wake),
    ...listingEndpoints(database),
    ...webhookEndpoints(database, deps.webhooks),
    ...webhookDeliveryEndpoints(database, deps.webhooks),
    ...peopleEndpoints({ ...deps, shop }),
    ...invitationEndpoints({ ...deps, shop }),
    ...apiKeyEndpoints(database, keys),
    ...settingsEndpoints(config),
  ];
}

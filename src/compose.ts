import { Hono } from 'hono';
import { apiRoutes, type Mails, type Metrics, openMetrics } from './api/index.ts';
import { openAnnouncer } from './channels/outbox/index.ts';
import { openPushServices, openVapidKeys } from './channels/push/index.ts';
import { openWebhooks, type Webhooks } from './channels/webhook/index.ts';
import { type Config, default_shop_name } from './config.ts';
import { type DemoOrder, demo_shop_name, demoPictures, seedDemo, seedStaff } from './demo/index.ts';
import { health } from './health.ts';
import { runJobs } from './jobs/index.ts';
import type { Clock } from './lib/clock.ts';
import type { Database } from './lib/database.ts';
import type { Log } from './lib/log.ts';
import { serverSecret } from './lib/secrets.ts';
import { openTallies } from './lib/tallies.ts';
import { openEchoes } from './mail-in.ts';
import { type Accounts, openAccounts } from './modules/accounts/index.ts';
import { openAddresses } from './modules/addresses/index.ts';
import { KeyRing } from './modules/api-keys/index.ts';
import { readConversations } from './modules/cases/conversation.ts';
import { composeStory, projectStory, STORY_COLUMNS } from './modules/composition.ts';
import { readReplies } from './modules/correspondence/index.ts';
import { readMessages } from './modules/notifications/deliveries/index.ts';
import { openNaming, openNotifications } from './modules/notifications/index.ts';
import { openTellPerson, type TellPerson } from './modules/notifications/personal/index.ts';
import { mute } from './modules/notifications/preferences/index.ts';
import { prove } from './modules/notifications/proof/index.ts';
import { type OrderReader, readOrders, readPromises, viewOrder } from './modules/order-view/index.ts';
import { LookupLimits } from './modules/order-view/lookup.ts';
import { STATE_VERSION, type State } from './modules/state.ts';
import { webhooksModule } from './modules/webhooks/index.ts';
import { countriesWithRight } from './modules/withdrawals/right.ts';
import { type Overrides, openOverrides } from './overrides/index.ts';
import { channelsOf, openSending, type SendingParts } from './sending.ts';
import type { Fetch } from './server.ts';
import { type SignInHint, signIns } from './sign-ins.ts';
import { type Composition, type Ledger, openLedger } from './story/index.ts';
import { devInboxRoutes } from './web/dev-inbox/index.ts';
import { openAssets } from './web/http/assets.ts';
import { crossOrigin } from './web/http/cross-origin.ts';
import { type WebDeps, webRoutes } from './web/index.ts';
import { type OperatorDeps, operatorRoutes } from './web/operator/index.ts';
import { demo_listing_path, storeRoutes } from './web/store/index.ts';

export interface Surroundings {
  config: Config;
  database: Database;
  clock: Clock;
  log: Log;
  /** How buyers reach this installation, no trailing slash. */
  public_url: string;
}

/** The product, put together on a database that is migrated. */
export interface Product {
  fetch: Fetch;
  /** Every method and address that is answered: a test walks them all with the wrong person. */
  routes: readonly { method: string; path: string }[];
  ledger: Ledger<State>;
  orders: OrderReader;
  /** The orders of the demonstration shop; empty when this is no demonstration. */
  demo: readonly DemoOrder[];
  /** Who can sign in where, for the lines of the start. */
  sign_ins: readonly SignInHint[];
  /** Where mail comes in; null: nowhere in this process. */
  mail_port: number | null;
  /** Loads what the first sign-in needs, so that nobody waits for it. */
  warmUp(): Promise<unknown>;
  /** Ends what runs by itself: deliveries and jobs. */
  close(): Promise<void>;
}

interface Core extends SendingParts {
  ledger: Ledger<State>;
  composition: Composition<State>;
  /** One for the whole process: a key that is revoked is revoked for API and pages at once. */
  keys: KeyRing;
  overrides: Overrides;
  tellPerson: TellPerson;
  accounts: Accounts;
}

/** Puts everything together. The only place that knows all the parts. */
export async function compose(surroundings: Surroundings): Promise<Product> {
  const { config, database, clock } = surroundings;
  const metrics = openMetrics();
  const deliveries = { wake: () => {} };
  const told = { wake: () => {} };
  const secrets = await serverSecret(database);
  const notifications = openNotifications(openNaming(secrets.current));
  const composition = composeStory([notifications, webhooksModule], config.delays);
  const ledger = openLedger({
    pool: database,
    composition,
    state_version: STATE_VERSION,
    columns: STORY_COLUMNS,
    project: projectStory,
    afterCommit: (tables) => {
      if (tables.has('deliveries')) deliveries.wake();
      if (tables.has('webhook_deliveries')) told.wake();
    },
  });
  const orders = readOrders(database, composition);
  const demo = config.demo ? await seedDemo({ ...surroundings, pool: database, ledger }) : [];
  if (demo.length > 0) await seedStaff(database, clock.now());
  const shown = demo.length > 0 ? asDemonstration(surroundings) : config;
  const core: Core = {
    ...{ ...surroundings, config: shown },
    ...{ ledger, composition, orders, secrets },
    accounts: openAccounts({ ...surroundings, secrets, shop: shown.shop.name }),
    keys: new KeyRing({ database, clock }),
    tellPerson: openTellPerson(database, () => deliveries.wake()),
    channels: channelsOf(config),
    overrides: await openOverrides({ folder: config.overridesDir, log: surroundings.log }),
    push: {
      keys: await openVapidKeys(config.vapidKeys, { database, clock }),
      services: openPushServices({ private_hosts: config.privateHosts }),
    },
  };
  const works = config.role !== 'web';
  const sending = openSending(core);
  // First what may fail: whatever runs by itself must not be left running when the rest could not be started.
  const wake = () => deliveries.wake();
  const echoes = works ? await openEchoes({ ...core, wake, registry: metrics.registry }) : null;
  const jobs = works ? await runJobsBeside({ ...core, echoes }) : null;
  const outbox = works ? sending.start(metrics.registry) : null;
  deliveries.wake = (outbox ?? openAnnouncer(database)).wake;
  const webhooks = openWebhooks(core, works, metrics.registry);
  told.wake = webhooks.wake;
  const app = routes({ ...core, webhooks }, metrics, { previews: sending.previews, wake }, demo);
  return {
    ...{ ledger, orders, demo, mail_port: echoes?.port ?? null },
    sign_ins: await signIns({ ...surroundings, demonstration: demo.length > 0 }),
    fetch: app.fetch,
    routes: app.routes.map(({ method, path }) => ({ method, path })),
    warmUp: () => (config.role === 'worker' ? Promise.resolve() : core.accounts.staff()),
    close: async () => {
      core.overrides.close();
      await Promise.all([echoes?.close(), outbox?.close(), webhooks.close(), jobs?.close()]);
    },
  };
}

/** A listener that is open is closed again when the jobs cannot begin: the start has failed. */
async function runJobsBeside(deps: Parameters<typeof runJobs>[0]): ReturnType<typeof runJobs> {
  try {
    return await runJobs(deps);
  } catch (error) {
    await deps.echoes?.close();
    throw error;
  }
}

/** The demonstration shop has a name of its own and pages that sell its books, unless somebody named theirs. */
function asDemonstration({ config, public_url }: Surroundings): Config {
  const name = config.shop.name === default_shop_name ? demo_shop_name : config.shop.name;
  const listingUrl = config.listingUrl ?? public_url + demo_listing_path;
  return { ...config, listingUrl, shop: { ...config.shop, name } };
}

function routes(
  core: Core & { webhooks: Webhooks },
  metrics: Metrics,
  mails: Mails,
  demo: Product['demo'],
): Hono {
  const { config, database } = core;
  const lookup_limits = new LookupLimits(config.lookupLimit, openTallies(database, core.secrets.current));
  const app = new Hono();
  app.route('/', health(database));
  app.use('/v1/lookups', crossOrigin(config.embedOrigins, ['POST']));
  app.route('/', apiRoutes({ ...core, lookup_limits, metrics, mails }));
  const operator = operatorDeps(core, mails, demo.length > 0);
  app.route('/', operatorRoutes(operator));
  app.route('/', devInboxRoutes(operator));
  const buyers = { ...buyerDeps(core, lookup_limits), demonstration: demo.length > 0 };
  if (demo.length > 0) app.route('/', demoPictures()).route('/', storeRoutes(buyers, demo));
  app.route('/', webRoutes(buyers));
  return app;
}

function operatorDeps(core: Core, { wake }: Mails, demo: boolean): OperatorDeps {
  const { config, database, clock, keys, accounts, channels, overrides, public_url, ledger, orders } = core;
  // A demonstration is there to be looked at; on a server of somebody's own, "this machine" may be many people.
  const local = config.localOperator ?? (demo && config.databaseUrl === null);
  const base = new URL(public_url).pathname.replace(/\/$/, '');
  return {
    ...{ database, clock, keys, accounts, local, channels, overrides, config, base, wake },
    ...{ ledger, orders, returns: countriesWithRight(config.withdrawalCountries) },
    assets: openAssets(base),
  };
}

function buyerDeps(core: Core, lookups: LookupLimits): WebDeps {
  const { config, database, clock, log, ledger, orders, secrets, push, public_url, tellPerson, accounts } =
    core;
  const { channels } = core;
  const returns = countriesWithRight(config.withdrawalCountries);
  return {
    ...{
      returns,
      ledger,
      secrets,
      config,
      clock,
      public_url,
      lookups,
      reader: orders,
      accounts,
      database,
      channels,
    },
    viewOrder: (stored, viewing) => viewOrder(stored, { ...viewing, returns }),
    messages: readMessages(database),
    conversation: readConversations(database),
    promises: readPromises(database),
    echoes: { standing: openAddresses(database).standing, replies: readReplies(database) },
    push: { database, public_key: push.keys.public_key, mayCall: push.services.mayCall },
    ideas: config.listingUrl === null ? null : { database, listing_url: config.listingUrl },
    mute: (wish) => mute(database, wish, clock.now()),
    prove: (text) => prove(database, text),
    tellPerson,
    onError: (error) => log.error({ err: error }, 'A page failed'),
  };
}

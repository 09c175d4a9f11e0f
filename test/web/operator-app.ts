import { Hono } from 'hono';
import type { Clock } from '../../src/lib/clock.ts';
import type { Database } from '../../src/lib/database.ts';
import type { SignedIn } from '../../src/modules/accounts/index.ts';
import { KeyRing } from '../../src/modules/api-keys/index.ts';
import { composeStory, projectStory, STORY_COLUMNS } from '../../src/modules/composition.ts';
import { readOrders } from '../../src/modules/order-view/index.ts';
import { STATE_VERSION } from '../../src/modules/state.ts';
import { countriesWithRight } from '../../src/modules/withdrawals/right.ts';
import type { OverrideProblem } from '../../src/overrides/index.ts';
import { openLedger } from '../../src/story/index.ts';
import { devInboxRoutes } from '../../src/web/dev-inbox/index.ts';
import { openAssets } from '../../src/web/http/assets.ts';
import { operatorRoutes } from '../../src/web/operator/index.ts';
import { notificationsModule } from '../support/notifications.ts';

/** The operator's pages and the development inbox, alone; by default to whoever sits at this machine. */
export function operatorApp(
  database: Database,
  clock: Clock,
  problems: readonly OverrideProblem[] = [],
  { local = true, person = null }: { local?: boolean; person?: SignedIn | null } = {},
): Hono {
  const composition = composeStory([notificationsModule]);
  const keys = new KeyRing({ database, clock });
  const shop = { name: 'Altenberg', locale: 'en', timeZone: 'Europe/Warsaw' };
  const config = { shop, trustProxy: 0, publicUrl: null };
  const assets = openAssets('');
  const channels = ['email', 'sms', 'push'];
  const overrides = { problems: () => problems, used: () => [] };
  const accounts = { whoIs: async () => person };
  const deps = {
    ...{ database, clock, keys, accounts, channels, overrides, config, assets },
    ...{ base: '', local, wake: () => {} },
    ledger: openLedger({
      ...{ pool: database, composition, state_version: STATE_VERSION },
      ...{ columns: STORY_COLUMNS, project: projectStory },
    }),
    ...{ orders: readOrders(database, composition), returns: countriesWithRight() },
  };
  const app = new Hono().route('/', operatorRoutes(deps)).route('/', devInboxRoutes(deps));
  assets.serve(app);
  return app;
}

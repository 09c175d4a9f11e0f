import { Hono } from 'hono';
import type { Clock } from '../../src/lib/clock.ts';
import type { Database } from '../../src/lib/database.ts';
import { KeyRing } from '../../src/modules/api-keys/index.ts';
import type { OverrideProblem } from '../../src/overrides/index.ts';
import { devInboxRoutes } from '../../src/web/dev-inbox/index.ts';
import { openAssets } from '../../src/web/http/assets.ts';
import { operatorRoutes } from '../../src/web/operator/index.ts';

/** The operator's pages and the development inbox, alone. */
export function operatorApp(
  database: Database,
  clock: Clock,
  problems: readonly OverrideProblem[] = [],
): Hono {
  const keys = new KeyRing({ database, clock });
  const shop = { name: 'Altenberg', locale: 'en', timeZone: 'Europe/Warsaw' };
  const config = { shop, trustProxy: 0, publicUrl: null };
  const assets = openAssets('');
  const channels = ['email', 'sms', 'push'];
  const overrides = { problems: () => problems, used: () => [] };
  const deps = { database, clock, keys, channels, overrides, config, base: '', assets, wake: () => {} };
  const app = new Hono().route('/', operatorRoutes(deps)).route('/', devInboxRoutes(deps));
  assets.serve(app);
  return app;
}

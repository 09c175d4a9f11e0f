import { Hono } from 'hono';
import type { Database } from './lib/database.ts';
import { isMigrated } from './lib/migrate.ts';

/** A prober waits a second or two; a hung database must not keep it waiting for the pool's timeouts. */
const ready_limit_ms = 2_000;

/** `GET /healthz`: the process is up. `GET /readyz`: its database is reachable and migrated, else 503. */
export function health(database: Database): Hono {
  return new Hono()
    .get('/healthz', (context) => context.json({ status: 'up' }))
    .get('/readyz', async (context) => {
      const ready = await Promise.race([
        isMigrated(database).catch(() => false),
        new Promise<false>((resolve) => setTimeout(resolve, ready_limit_ms, false).unref()),
      ]);
      if (ready) return context.json({ status: 'ready' });
      return context.json(
        {
          type: 'about:blank',
          title: 'Service Unavailable',
          status: 503,
          code: 'database_away',
          detail: 'The database is not reachable or not migrated yet.',
        },
        503,
        { 'content-type': 'application/problem+json', 'retry-after': '1' },
      );
    });
}

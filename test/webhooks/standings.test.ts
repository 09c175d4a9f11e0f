import { Registry } from 'prom-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGuard, openPoster, openWebhookSender } from '../../src/channels/webhook/index.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { composeStory } from '../../src/modules/composition.ts';
import { openWebhookWriter, readWebhookStandings } from '../../src/modules/webhooks/index.ts';
import { until } from '../outbox/line.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { answers, type Receiver, startReceiver } from './receiver.ts';
import { listen, NOW, silent, tell } from './telling.ts';

let database: TestDatabase;
let receiver: Receiver;
beforeEach(async () => {
  database = await testDatabase();
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver.goDown();
  await database.close();
});

test('an operator reads how it stands with each endpoint, and Prometheus the sums', async () => {
  const { pool } = database;
  const well = await listen(pool, { url: `${receiver.url}/well` });
  const failing = await listen(pool, { url: `${receiver.url}/failing` });
  const gone = await listen(pool, { url: `${receiver.url}/gone` });
  receiver.behave('/failing', answers(500));
  receiver.behave('/gone', answers(410));
  await tell(pool, 'order', 3);
  const registry = new Registry();
  const sender = openWebhookSender({
    ...{ database: pool, clock: fixedClock(NOW), log: silent, registry },
    write: openWebhookWriter(pool, composeStory()),
    poster: openPoster(openGuard({ private_hosts: true })),
    limits: { poll_ms: 20, per_endpoint: 1 },
  });
  const standingOf = async (endpoint: string) =>
    (await readWebhookStandings(pool)).find(({ id }) => id === endpoint)!;
  await until('the well one has all', async () => (await standingOf(well.id)).waiting === 0);
  await until('one is gone', async () => (await standingOf(gone.id)).status === 'disabled');
  await until('all of the failing one were tried', () => receiver.at('/failing').length === 3);
  await until('and written down', async () => {
    const { rows } = await pool.query(`select 1 from webhook_deliveries where status = 'sending'`);
    return rows.length === 0;
  });
  const metrics = await registry.metrics();
  await sender.close();

  expect(await standingOf(well.id)).toMatchObject({
    status: 'enabled',
    waiting: 0,
    failed: 0,
    last_success_at: NOW,
  });
  expect(await standingOf(failing.id)).toMatchObject({
    ...{ status: 'failing', failing_since: NOW, waiting: 3, failed: 0, last_success_at: null },
  });
  expect(await standingOf(gone.id)).toMatchObject({
    ...{ status: 'disabled', disabled_reason: 'gone', disabled_at: NOW, waiting: 2, failed: 1 },
  });
  expect((await readWebhookStandings(pool)).map(({ id }) => id)).toEqual([gone.id, failing.id, well.id]);
  expect(metrics).toContain('tidings_webhook_tries_total{outcome="delivered"} 3');
  expect(metrics).toContain('tidings_webhook_tries_total{outcome="refused"} 3');
  expect(metrics).toContain('tidings_webhook_tries_total{outcome="gone"} 1');
  expect(metrics).toContain('tidings_webhooks_waiting 5');
  expect(metrics).toContain('tidings_webhook_endpoints{status="failing"} 1');
  expect(metrics).toContain('tidings_webhook_endpoints{status="disabled"} 1');
});

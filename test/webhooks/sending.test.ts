import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WebhookSender } from '../../src/channels/webhook/index.ts';
import { type FixedClock, fixedClock } from '../../src/lib/clock.ts';
import { replayWebhooks } from '../../src/modules/webhooks/index.ts';
import { until } from '../outbox/line.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { answers, hangs, type Receiver, startReceiver } from './receiver.ts';
import { deliveriesOf, listen, NOW, openSender, statusOf, tell } from './telling.ts';

let database: TestDatabase;
let receiver: Receiver;
let clock: FixedClock;
let sender: WebhookSender | null;

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const day_ms = 24 * hour_ms;

beforeEach(async () => {
  database = await testDatabase();
  receiver = await startReceiver();
  clock = fixedClock(NOW);
  sender = null;
});
afterEach(async () => {
  await sender?.close();
  await receiver.goDown();
  await database.close();
});

const start = (limits: Parameters<typeof openSender>[0]['limits'] = {}) => {
  sender = openSender({ database: database.pool, clock, limits });
};
const at = (path: string) => listen(database.pool, { url: receiver.url + path });
const statuses = async (endpoint: string) =>
  (await deliveriesOf(database.pool, endpoint)).map(({ status }) => status);
const settled = (endpoint: string, status: string) =>
  until(`all of ${endpoint} are ${status}`, async () =>
    (await statuses(endpoint)).every((each) => each === status),
  );
/** Until the last try of the first delivery is written down, and it waits for the next. */
const triedTimes = (endpoint: string, count: number) =>
  until(`the first delivery was tried ${count} times`, async () => {
    const [first] = await deliveriesOf(database.pool, endpoint);
    return first!.tries.length === count && first!.status !== 'sending';
  });

test('a fact arrives once, in the shape of Standard Webhooks', async () => {
  const { id } = await at('/a');
  await tell(database.pool, 'order');
  start();
  await settled(id, 'delivered');
  const [arrival, ...more] = receiver.arrived;
  expect(more).toEqual([]);
  expect(arrival!.headers).toMatchObject({
    'content-type': 'application/json',
    'webhook-id': expect.stringMatching(/^msg_[0-9a-f]{28}$/),
    'webhook-timestamp': String(Date.parse(NOW) / 1_000),
    'webhook-signature': expect.stringMatching(/^v1,[\w+/]{43}=$/),
  });
  expect(arrival!.message).toMatchObject({
    type: 'order.placed',
    timestamp: '2026-03-02T09:00:00Z',
    data: { order: 'order-1', version: 1, at: '2026-03-02T09:00:00Z', actor: 'shop', currency: 'USD' },
  });
  expect(await statusOf(database.pool, id)).toMatchObject({ last_success_at: new Date(NOW), failures: 0 });
});

describe('one that fails', () => {
  test.each([
    ['an error', answers(500), 'http_500'],
    ['a refusal', answers(404), 'http_404'],
    ['a redirect, which is not followed', answers(302, { location: '/elsewhere' }), 'http_302'],
    ['silence', hangs, 'timeout'],
    [
      'a connection that is cut',
      (response: { destroy(): void }) => response.destroy(),
      'connection_failed: ECONNRESET',
    ],
  ])('with %s is tried again', async (_, manner, error) => {
    const { id } = await at('/a');
    receiver.behave('/a', manner as Parameters<Receiver['behave']>[1]);
    await tell(database.pool, 'order');
    start({ timeout_ms: 200 });
    await triedTimes(id, 1);
    const [delivery] = await deliveriesOf(database.pool, id);
    expect(delivery).toMatchObject({ status: 'waiting', attempts: 1, tries: [{ error }] });
    expect(delivery!.due_at.getTime() - clock.now()).toBeGreaterThanOrEqual(5_000);
    expect(receiver.at('/elsewhere')).toEqual([]);

    receiver.behave('/a', answers(200));
    clock.advance(10_000);
    await settled(id, 'delivered');
    const [first, second] = receiver.at('/a');
    expect(second!.id).toBe(first!.id);
    expect(second!.body).toBe(first!.body);
    expect(Number(second!.headers['webhook-timestamp'])).toBe(
      Number(first!.headers['webhook-timestamp']) + 10,
    );
  });

  test('is tried by the schedule, then given up, and goes again when replayed', async () => {
    const { id } = await at('/a');
    receiver.behave('/a', answers(500));
    await tell(database.pool, 'order');
    start();
    for (let tries = 1; tries <= 9; tries++) {
      await triedTimes(id, tries);
      clock.advance(30 * hour_ms);
      // It is re-enabled, since in this test days pass within seconds.
      await database.pool.query('update webhook_endpoints set failing_since = $1', [new Date(clock.now())]);
    }
    await settled(id, 'failed');
    expect(receiver.at('/a')).toHaveLength(10);
    expect((await deliveriesOf(database.pool, id))[0]!.tries).toHaveLength(10);

    receiver.behave('/a', answers(200));
    expect(await replayWebhooks(database.pool, { endpoint: id, id: null, now_ms: clock.now() })).toBe(1);
    clock.advance(minute_ms);
    await settled(id, 'delivered');
    expect(new Set(receiver.at('/a').map((arrival) => arrival.id)).size).toBe(1);
  });

  test('for five days without one success is disabled, and says why', async () => {
    const { id } = await at('/a');
    receiver.behave('/a', answers(500));
    await tell(database.pool, 'order', 3);
    start();
    const failures = async () => (await statusOf(database.pool, id)).failures;
    for (let tries = 1; tries < 10; tries++) {
      await until(`it failed ${tries} times`, async () => (await failures()) >= tries);
      expect(await statusOf(database.pool, id)).toMatchObject({ disabled_at: null });
      clock.advance(15 * hour_ms);
    }
    await until('it is disabled', async () => (await statusOf(database.pool, id)).disabled_at !== null);
    const { disabled_reason, disabled_at, failing_since } = await statusOf(database.pool, id);
    expect(disabled_reason).toBe('failing');
    expect(disabled_at - failing_since).toBeGreaterThan(5 * day_ms);
    const before = receiver.arrived.length;
    clock.advance(day_ms);
    await tell(database.pool, 'later');
    await at('/b');
    await tell(database.pool, 'more');
    await until('others are told', () => receiver.at('/b').length === 1);
    expect(receiver.at('/a')).toHaveLength(before);
  });
});

test('410 disables at once', async () => {
  const { id } = await at('/a');
  receiver.behave('/a', answers(410));
  await tell(database.pool, 'order');
  start();
  await settled(id, 'failed');
  expect(await statusOf(database.pool, id)).toMatchObject({
    disabled_reason: 'gone',
    disabled_at: new Date(NOW),
  });
  await tell(database.pool, 'later');
  expect(await statuses(id)).toEqual(['failed']);
});

test.each([429, 503])(
  '%i with Retry-After is left alone until then, and the tries do not count',
  async (status) => {
    const { id } = await at('/a');
    receiver.behave('/a', answers(status, { 'retry-after': '120' }));
    await tell(database.pool, 'order', 30);
    start({ per_endpoint: 4 });
    await until(
      'it asked to be left alone',
      async () => (await statusOf(database.pool, id)).throttled_until !== null,
    );
    await until('none is on its way', async () => !(await statuses(id)).includes('sending'));
    const asked = receiver.arrived.length;
    expect(asked).toBeLessThanOrEqual(4);
    clock.advance(110_000);
    // Another endpoint shows that the sender looked meanwhile.
    const other = await listen(database.pool, { url: `${receiver.url}/b` }, clock.now());
    await tell(database.pool, 'later');
    await settled(other.id, 'delivered');
    expect(receiver.at('/a')).toHaveLength(asked);

    receiver.behave('/a', answers(200));
    clock.advance(15_000);
    await settled(id, 'delivered');
    expect((await deliveriesOf(database.pool, id)).map(({ attempts }) => attempts)).toEqual(
      Array(31).fill(1),
    );
  },
);

test('a slow one and a dead one hold up nobody', async () => {
  const slow = await at('/slow');
  const dead = await listen(database.pool, { url: 'http://127.0.0.1:9/dead' });
  const well = await at('/well');
  const pending: (() => void)[] = [];
  receiver.behave('/slow', (response) => pending.push(() => response.writeHead(200).end()));
  await tell(database.pool, 'order', 200);
  // Room for less than the slow one alone would take.
  start({ concurrency: 12, per_endpoint: 4, failing_concurrency: 2, timeout_ms: 20_000 });
  await settled(well.id, 'delivered');
  expect(receiver.at('/well')).toHaveLength(200);
  expect(receiver.at('/slow').length).toBeLessThanOrEqual(4);
  expect(await statuses(slow.id)).not.toContain('delivered');
  expect(await statuses(dead.id)).not.toContain('delivered');
  expect((await statusOf(database.pool, dead.id)).failures).toBeGreaterThan(0);
  for (const answer of pending) answer();
});

test('one that was away gets all of it when it is back, and meanwhile is only probed', async () => {
  const { id } = await at('/a');
  await receiver.goDown();
  await tell(database.pool, 'order', 300);
  start();
  await until('it is only probed', async () => (await statusOf(database.pool, id)).next_try_at !== null);
  const tried = (await deliveriesOf(database.pool, id)).filter(({ tries }) => tries.length > 0);
  expect(tried.length).toBeLessThan(40);
  await receiver.comeBack();
  clock.advance(2 * minute_ms);
  await until('all have arrived', async () => {
    const found = await statuses(id);
    // A probe that failed just before it came back has a pause of its own.
    if (!found.includes('sending')) clock.advance(10_000);
    return found.every((status) => status === 'delivered');
  });
  expect(new Set(receiver.arrived.map((arrival) => arrival.id)).size).toBe(300);
});

test('an answer without end costs us neither memory nor time', async () => {
  const { id } = await at('/a');
  let closed = false;
  receiver.behave('/a', (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(Buffer.alloc(32 * 1024)), 1);
    response.on('close', () => {
      clearInterval(timer);
      closed = true;
    });
  });
  await tell(database.pool, 'order');
  start({ timeout_ms: 20_000 });
  await settled(id, 'delivered');
  await until('we hung up', () => closed);
});

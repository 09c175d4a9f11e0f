import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PushService, startPushService } from './push-service.ts';
import { type PushShop, pushShop } from './shop.ts';

let service: PushService;
let shop: PushShop;

beforeAll(async () => {
  [service, shop] = await Promise.all([startPushService(), pushShop()]);
});
afterAll(async () => {
  await shop.close();
  await service.goDown();
});

describe('a push service that does not take it', () => {
  test('413: the same in fewer words', async () => {
    const browser = service.subscribe();
    browser.manners = [{ status: 413 }];
    expect(await shop.tell('r-1', browser)).toMatchObject({ status: 'sent', attempts: 1 });
    const [long, short] = browser.received.map(({ payload }) => payload);
    expect([browser.received.length, short!.body, short!.link]).toEqual([2, '', long!.link]);
  });

  test('413 again: it fails, and the device stays', async () => {
    const browser = service.subscribe();
    browser.manners = [{ status: 413 }, { status: 413 }];
    expect(await shop.tell('r-2', browser)).toMatchObject({
      status: 'failed',
      last_error: expect.stringMatching(/^413 \(127\.0\.0\.1:\d+\)$/),
    });
    expect(await shop.devicesOf('r-2')).toHaveLength(1);
  });

  test.each([
    ['seconds', '1800'],
    ['a date', 'Thu, 05 Mar 2026 15:00:00 GMT'],
  ])('429 with Retry-After in %s is obeyed', async (what, retry_after) => {
    const browser = service.subscribe();
    const date = new Date(Date.parse('2026-03-05T14:30:00Z')).toUTCString();
    browser.manners = [{ status: 429, headers: { 'Retry-After': retry_after, Date: date } }];
    const number = `r-3-${what.length}`;
    const { status, due_at } = await shop.tell(number, browser);
    expect(status).toBe('waiting');
    expect(due_at.getTime() - shop.clock.now()).toBeGreaterThanOrEqual(1_800_000);
  });

  test.each([401, 403])(
    '%i: our key or our clock is wrong, not the device: nothing is lost',
    async (status) => {
      const browser = service.subscribe();
      browser.manners = [{ status, body: '{"reason":"BadJwtToken"}' }];
      expect(await shop.tell(`r-4-${status}`, browser)).toMatchObject({
        status: 'waiting',
        last_error: expect.stringContaining(`${status} BadJwtToken`),
      });
      expect(await shop.devicesOf(`r-4-${status}`)).toHaveLength(1);
    },
  );

  test('what it says is kept without the tokens in it, and in one line', async () => {
    const browser = service.subscribe();
    const token = randomBytes(40).toString('base64url');
    browser.manners = [{ status: 400, body: `<h1>Bad\r\nregistration</h1> ${token}` }];
    const { status, last_error } = await shop.tell('r-5', browser);
    expect(status).toBe('failed');
    expect(last_error).toMatch(/^400 Bad registration … \(127/);
  });

  test('a redirect is not followed', async () => {
    const [browser, elsewhere] = [service.subscribe(), service.subscribe()];
    browser.manners = [{ status: 307, headers: { Location: elsewhere.endpoint } }];
    expect(await shop.tell('r-6', browser)).toMatchObject({ status: 'failed' });
    expect(elsewhere.received).toEqual([]);
  });

  test('it hangs up: tried again, and shown once, by its tag and its id', async () => {
    const browser = service.subscribe();
    browser.manners = ['hang up', 'hang up', 'hang up'];
    expect(await shop.tell('r-8', browser)).toMatchObject({ status: 'waiting', attempts: 1 });
    browser.manners = [];
    await shop.later(60_000);
    expect(await shop.tried('r-8', 2)).toMatchObject({ status: 'sent' });
    const shown = browser.received.map(({ payload }) => [payload.id, payload.tag]);
    expect(new Set(shown.map(String)).size).toBe(1);
  });

  test('it is down: its messages wait, and leave when it is back; those of others do not wait for it', async () => {
    const other = await startPushService();
    const [browser, neighbor] = [other.subscribe(), service.subscribe()];
    await other.goDown();
    const down = await shop.tell('r-9', browser);
    expect(down).toMatchObject({ status: 'waiting', last_error: expect.stringContaining('ECONNREFUSED') });
    expect(await shop.tell('r-10', neighbor)).toMatchObject({ status: 'sent' });
    expect(await shop.devicesOf('r-9')).toHaveLength(1);
    await other.comeBack();
    await shop.later(60_000);
    expect(await shop.tried('r-9', 2)).toMatchObject({ status: 'sent' });
    expect(browser.received).toHaveLength(1);
    await other.goDown();
  });
});

describe('in the course of time', () => {
  test('a device that has failed for weeks is forgotten', async () => {
    const browser = service.subscribe();
    browser.manners = [{ status: 500 }];
    await shop.tell('t-1', browser);
    const { rows } = await shop.database.query(
      `update push_devices set failing_since = failing_since - interval '15 days'
       where person = 'order:t-1' returning failing_since`,
    );
    expect(rows).toHaveLength(1);
    browser.manners = [{ status: 500 }];
    await shop.later(60_000);
    await shop.tried('t-1', 2);
    expect([await shop.devicesOf('t-1'), await shop.isReached('t-1')]).toEqual([[], false]);
  });

  test('what is worth nothing tomorrow is not sent tomorrow', async () => {
    const browser = service.subscribe();
    browser.manners = [{ status: 500 }];
    await shop.tell('t-2', browser);
    await shop.later(86_400_000);
    expect(await shop.tried('t-2', 2)).toMatchObject({ status: 'suppressed', last_error: 'too_late' });
    expect(browser.received).toHaveLength(1);
  });
});

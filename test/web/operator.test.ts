import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openInbox } from '../../src/channels/email/index.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { createKey } from '../../src/modules/api-keys/store.ts';
import {
  markAway,
  markBack,
  readSwitch,
  setPaused,
} from '../../src/modules/notifications/deliveries/index.ts';
import { NOON, numbers, plan, readDelivery } from '../outbox/line.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { operatorApp } from './operator-app.ts';

let database: TestDatabase;
let app: Hono;
let admin: string;
let reader: string;
const clock = fixedClock(NOON);

beforeAll(async () => {
  database = await testDatabase();
  app = operatorApp(database.pool, clock);
  const key = async (scope: string) =>
    (await createKey(database.pool, { label: 'test', scopes: [scope] }, clock.now())).secret;
  admin = await key('admin');
  reader = await key('orders:read');
});
beforeEach(async () => {
  await database.pool.query('truncate notifications, deliveries, contacts, dev_inbox, outages');
  await database.pool.query('update channels set paused_at = null, away_since = null, next_try_at = null');
});
afterAll(() => database.close());

interface Request {
  method?: string;
  form?: Record<string, string>;
  headers?: Record<string, string>;
  from?: string;
  host?: string;
}

async function ask(path: string, request: Request = {}) {
  const { method = 'GET', form, headers = {}, from = '127.0.0.1', host = 'localhost:3000' } = request;
  const body = form && new URLSearchParams(form).toString();
  const type = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
  const init = { method, headers: { ...type, ...headers }, ...(body === undefined ? {} : { body }) };
  const response = await app.request(`http://${host}${path}`, init, {
    incoming: { socket: { remoteAddress: from } },
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const headline = async (path = '/operator/deliveries') =>
  /<h1[^>]*>([^<]*)<\/h1>/.exec((await ask(path)).text)?.[1];

test.each<[string, number, Request]>([
  ['this machine', 200, {}],
  ['this machine by IPv6', 200, { from: '::1', host: '[::1]:3000' }],
  ['elsewhere', 401, { from: '192.0.2.1' }],
  ['a proxy on this machine that nobody told us of', 401, { headers: { 'x-forwarded-for': '192.0.2.1' } }],
  ['a web page whose name points at this machine', 401, { host: 'evil.example:3000' }],
])('%s: %i', async (_who, status, request) => {
  for (const path of ['/operator/deliveries', '/dev/inbox', '/dev/inbox/1/html']) {
    const answered = (await ask(path, request)).status;
    expect(answered === 404 ? 200 : answered, path).toBe(status);
  }
});

test('elsewhere an admin key as a Bearer opens the page; no other key does', async () => {
  const status = async (authorization: string) =>
    (await ask('/operator/deliveries', { from: '192.0.2.1', headers: { authorization } })).status;
  expect(await status(`Bearer ${admin}`)).toBe(200);
  expect(await status(`Bearer ${reader}`)).toBe(401);
  expect(await status('Bearer guessed')).toBe(401);
  expect(await status(`Basic ${btoa(`operator:${admin}`)}`)).toBe(401);
});

test('a form of another page changes nothing, even with the cookie a browser adds', async () => {
  const post = (headers: Record<string, string>) =>
    ask('/operator/deliveries/pause', { method: 'POST', form: { channel: 'email' }, headers });
  expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await readSwitch(database.pool, 'email'))!.paused_at).toBeNull();
  expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(303);
  expect((await readSwitch(database.pool, 'email'))!.paused_at).not.toBeNull();
});

test('the headline says in words whether anything is stuck', async () => {
  expect(await headline()).toBe('Everything has been sent');

  await plan(
    database.pool,
    numbers('order', 1204).map((number) => ({ number })),
  );
  expect(await headline()).toBe('1,204 messages are on the way out');
  await markAway(database.pool, {
    channel: 'email',
    now_ms: Date.parse('2026-03-02T09:42:00Z'),
    next_try_at_ms: clock.now() + 20_000,
    failures: 5,
    reason: 'connection_refused (ESOCKET)',
  });
  expect(await headline()).toBe(
    '1,204 messages wait (E-mail): the provider has not answered since 10:42, next try in 20 seconds',
  );
  expect(await headline('/operator/deliveries?locale=pl')).toBe(
    '1204 wiadomości czekają (Poczta e-mail): dostawca nie odpowiada od 10:42, następna próba za 20 sekund',
  );
  await setPaused(database.pool, 'email', true, clock.now());
  expect(await headline()).toBe('1,204 messages wait (E-mail): sending is paused since 13:00');
});

test('what failed is shown with its reason and can be sent again, once', async () => {
  await plan(database.pool, [{ number: 'order/1' }]);
  await database.pool.query(
    `update deliveries set status = 'failed', attempts = 1, last_error = '550 5.1.1 <***> unknown'`,
  );
  const { text } = await ask('/operator/deliveries');
  expect(text).toContain('1 message could not be delivered');
  expect(text).toContain('550 5.1.1 &lt;***&gt; unknown');
  expect(text).toContain('href="/orders/order%2F1"');

  const form = Object.fromEntries(
    [...text.matchAll(/name="(subject_key|notification_id)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
  await ask('/operator/deliveries/resend', { method: 'POST', form });
  expect(await readDelivery(database.pool, 'order/1')).toMatchObject({ status: 'waiting', attempts: 0 });
  await database.pool.query(`update deliveries set status = 'sent', sent_at = now()`);
  await ask('/operator/deliveries/resend', { method: 'POST', form });
  expect((await readDelivery(database.pool, 'order/1')).status).toBe('sent');
});

test('all that failed for one reason is sent again with one click, and nothing else', async () => {
  const failing = numbers('order', 5);
  await plan(
    database.pool,
    failing.map((number) => ({ number })),
  );
  const fail = (which: string[], error: string | null) =>
    database.pool.query(
      `update deliveries set status = 'failed', last_error = $1 where subject_key = any($2)`,
      [error, which.map((number) => `order:${number}`)],
    );
  await fail(failing.slice(0, 3), '550 5.1.1 unknown');
  await fail(failing.slice(3, 4), '552 5.2.2 full');
  const { text } = await ask('/operator/deliveries');
  expect(text).toContain('Send all 3 again');
  const form = { channel: 'email', last_error: '550 5.1.1 unknown' };
  await ask('/operator/deliveries/resend-all', { method: 'POST', form });
  const statuses = await Promise.all(failing.map((number) => readDelivery(database.pool, number)));
  expect(statuses.map(({ status }) => status)).toEqual([
    'waiting',
    'waiting',
    'waiting',
    'failed',
    'waiting',
  ]);
});

test('an outage is told with what waited for its end, and how far the line has drained', async () => {
  const waiting = numbers('order', 3);
  await plan(
    database.pool,
    waiting.map((number) => ({ number })),
  );
  const away = { channel: 'email', next_try_at_ms: clock.now(), failures: 1, reason: 'connection_refused' };
  const half_an_hour_ago_ms = clock.now() - 30 * 60_000;
  await markAway(database.pool, { ...away, now_ms: half_an_hour_ago_ms });
  await markAway(database.pool, { ...away, now_ms: half_an_hour_ago_ms + 60_000, failures: 2 });
  expect((await ask('/operator/deliveries')).text).toContain('E-mail: away since');
  await markBack(database.pool, 'email', clock.now());
  await database.pool.query(
    `update deliveries set status = 'sent', sent_at = $1 where subject_key = 'order:order-1'`,
    [new Date(clock.now())],
  );
  const draining = (await ask('/operator/deliveries')).text;
  expect(draining).toContain('for 30 minutes');
  expect(draining).toContain('3 messages waited. 2 still wait.');
  expect(draining).toMatch(/<progress [^>]*max="3" value="1"/);
  await database.pool.query(`update deliveries set status = 'sent', sent_at = $1`, [new Date(clock.now())]);
  const drained = (await ask('/operator/deliveries')).text;
  expect(drained).toContain('3 messages waited. All of it has been sent; nothing was lost.');
  expect(drained).not.toContain('<progress');
});

test('systems that are told stand there with their trouble, and only where there are any', async () => {
  expect((await ask('/operator/deliveries')).text).not.toContain('Other systems');
  const add = (id: string, host: string, trouble: string) =>
    database.pool.query(
      `insert into webhook_endpoints (id, url, types, created_at, ${trouble})
       values ($1, $2, '{*}', $3, $3${trouble.includes(',') ? `, 'gone'` : ''})`,
      [id, `https://${host}/hook?key=secret`, new Date(clock.now())],
    );
  await add('ep_1', 'slow.example', 'failing_since');
  await add('ep_2', 'gone.example', 'disabled_at, disabled_reason');
  const { text } = await ask('/operator/deliveries');
  expect(text).toContain('It has not taken anything since');
  expect(text).toMatch(/gone\.example.*Switched off since [^<]*: gone/s);
  expect(text).not.toContain('key=secret');
  await database.pool.query('truncate webhook_endpoints cascade');
});

test('a form with anything in it never answers 500', async () => {
  const forms: Record<string, string>[] = [
    {},
    { channel: 'x\u0000' },
    { channel: 'fax' },
    { subject_key: 'x'.repeat(3_000) },
  ];
  for (const form of forms) {
    for (const action of ['pause', 'resume', 'resend', 'resend-all']) {
      const { status } = await ask(`/operator/deliveries/${action}`, { method: 'POST', form });
      expect(status).toBe(303);
    }
  }
});

async function receive(number: string, type: string, mail_html = '<html><head></head><body>x</body></html>') {
  const inbox = openInbox({ database: database.pool, clock, from: 'shop@tidings.invalid' });
  await inbox.deliver(
    {
      ...{ to: `buyer-of-${number}@shop.invalid`, subject: `About ${number} <b>`, html: mail_html },
      ...{ text: 'in plain words', headers: { 'X-Own': 'yes' }, message_id: `<${number}@x>` },
      about: { subject_key: `order:${number}`, order_number: number, type },
    },
    new AbortController().signal,
  );
}

test('the inbox shows the newest first and filters by order, recipient and type', async () => {
  await receive('first', 'order_confirmed');
  await receive('second', 'refund_issued');
  await receive('second', 'refund_issued');
  const subjects = async (query: string) =>
    [...(await ask(`/dev/inbox${query}`)).text.matchAll(/About (\w+) &lt;b&gt;/g)].map((match) => match[1]);
  expect(await subjects('')).toEqual(['second', 'first']);
  expect(await subjects('?order=first')).toEqual(['first']);
  expect(await subjects('?recipient=OF-SECOND')).toEqual(['second']);
  expect(await subjects('?type=order_confirmed&recipient=%25')).toEqual([]);
  expect(await subjects('?before=abc&type=refund_issued')).toEqual(['second']);
});

test('a mail is framed without scripts and without our origin, also when it is opened alone', async () => {
  await receive(
    'order',
    'order_confirmed',
    '<html><head></head><body><script>alert(1)</script></body></html>',
  );
  const { rows } = await database.pool.query('select id from dev_inbox');
  const path = `/dev/inbox/${rows[0].id}`;
  const page = await ask(path);
  expect(page.text).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(page.text).toContain('in plain words');
  expect(page.text).toContain('X-Own');
  expect(page.text).not.toContain('<script>alert');
  expect(page.headers.get('content-security-policy')).toContain("frame-src 'self'");

  const framed = await ask(`${path}/html`);
  const policy = framed.headers.get('content-security-policy')!;
  expect(policy).toMatch(/^sandbox allow-popups/);
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
  expect(policy).toContain("default-src 'none'");
  expect(framed.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  for (const missing of ['/dev/inbox/999', '/dev/inbox/x', '/dev/inbox/999/html']) {
    expect((await ask(missing)).status).toBe(404);
  }
});

test('a mail that is a text alone has no empty frame above it', async () => {
  await receive('order', 'proof_answer', '');
  const { rows } = await database.pool.query('select id from dev_inbox');
  const { text } = await ask(`/dev/inbox/${rows[0].id}`);
  expect(text).toContain('in plain words');
  expect(text).not.toContain('<iframe');
});

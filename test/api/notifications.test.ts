import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInbox } from '../../src/channels/email/inbox.ts';
import { openEmail } from '../../src/channels/email/index.ts';
import { openOutbox } from '../../src/channels/outbox/index.ts';
import { setPaused } from '../../src/modules/notifications/deliveries/index.ts';
import { plan, silent, until } from '../outbox/line.ts';
import { anOrder, type TestApi, testApi } from '../support/api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

async function place(changes: Record<string, unknown> = {}): Promise<string> {
  const placed = await api.call('POST', '/v1/orders', anOrder(changes));
  expect(placed.status).toBe(201);
  return placed.body.number;
}

const list = async (query: string) => (await api.call('GET', `/v1/notifications?${query}`)).body.items;
const only = async (number: string, type = 'order_confirmed') =>
  (await list(`order=${number}&type=${type}`))[0];

/** Sends everything that is due into the development inbox, as the product does without a mail server. */
async function sendAll(): Promise<void> {
  const { pool } = api.database;
  const provider = openInbox({ database: pool, clock: api.clock, from: 'shop@tidings.invalid' });
  const channels = [openEmail({ provider, write: api.deps.mails.write })];
  const outbox = openOutbox({ database: pool, clock: api.clock, log: silent, channels });
  await until('nothing is on its way', async () => {
    const { rows } = await pool.query(
      `select from deliveries where status = 'sending' or status = 'waiting' and due_at <= $1`,
      [new Date(api.clock.now())],
    );
    return rows.length === 0;
  });
  await outbox.close();
}

test('an item has the fields of the contract, with the address masked', async () => {
  const number = await place();
  expect(await only(number)).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    type: 'order_confirmed',
    audience: 'buyer',
    recipient: 'customer',
    order: number,
    status: 'planned',
    channels: [
      {
        channel: 'email',
        to: 'b***r@e***.com',
        status: 'planned',
        attempts: 0,
        last_error: null,
        held_until: null,
        sent_at: null,
        message_id: null,
      },
    ],
    locale: 'en',
    created_at: '2026-03-02T12:00:00Z',
    reason: null,
  });
});

test('before it is sent the message is shown as it would leave, afterwards as it left', async () => {
  const number = await place();
  const { id } = await only(number);
  const live = await api.call('GET', `/v1/notifications/${id}/rendered?channel=email`);
  expect(live.body).toMatchObject({ id, channel: 'email', sent_at: null, to: 'buyer@example.com' });
  expect(live.body.html).toContain(number);
  expect(live.body.headers['Message-ID']).toContain(id);

  await sendAll();
  const sent = await api.call('GET', `/v1/notifications/${id}/rendered`);
  expect(sent.body.sent_at).toBe('2026-03-02T12:00:00Z');
  expect(sent.body.headers['Message-ID']).toBe(live.body.headers['Message-ID']);
  // What is true now does not change what was said then.
  await api.database.pool.query(`update contacts set name = 'Somebody Else' where order_number = $1`, [
    number,
  ]);
  expect((await api.call('GET', `/v1/notifications/${id}/rendered`)).body).toEqual(sent.body);

  await api.database.pool.query('delete from sent_messages where notification_id = $1', [id]);
  const forgotten = await api.call('GET', `/v1/notifications/${id}/rendered`);
  expect(forgotten).toMatchObject({ status: 404, body: { code: 'message_not_kept' } });
});

test('every channel is shown: what a text would say, and what a locked screen would show', async () => {
  const number = await place();
  const { id } = await only(number);
  const rendered = async (channel: string) =>
    (await api.call('GET', `/v1/notifications/${id}/rendered?channel=${channel}`)).body;
  const text = await rendered('sms');
  expect(text).toMatchObject({ channel: 'sms', html: '', sent_at: null });
  expect(text.text).toMatch(/http:\/\/tidings\.test\/o\/\S+$/);
  const push = await rendered('push');
  expect(push).toMatchObject({ channel: 'push', to: null, html: '' });
  for (const personal of ['buyer@example.com', 'Ann']) expect(JSON.stringify(push)).not.toContain(personal);
  expect(await rendered('fax')).toMatchObject({ status: 422 });
});

test('a digest is shown as a mail, and on no other channel', async () => {
  const id = 'd'.repeat(24);
  await api.database.pool.query(
    `insert into notifications (subject_key, id, type, audience, recipient, locale, importance, data, created_at)
     values ('customer:c-digest', $1, 'digest', 'buyer', 'customer', 'en', 3, '{}', $2)`,
    [id, new Date(api.clock.now())],
  );
  for (const channel of ['sms', 'push']) {
    const shown = await api.call('GET', `/v1/notifications/${id}/rendered?channel=${channel}`);
    expect(shown).toMatchObject({ status: 404, body: { code: 'not_on_this_channel' } });
  }
});

test('sent again on request: a new Message-ID; what waits is left as it is', async () => {
  const number = await place();
  await sendAll();
  const before = await only(number);
  expect(before.status).toBe('sent');
  const asked = await api.call('POST', `/v1/notifications/${before.id}/resend`);
  expect(asked).toMatchObject({ status: 202, body: { id: before.id, status: 'planned' } });
  expect((await api.call('POST', `/v1/notifications/${before.id}/resend`)).status).toBe(200);
  await sendAll();
  const after = await only(number);
  expect(after.status).toBe('sent');
  expect(after.channels[0].message_id).not.toBe(before.channels[0].message_id);
  const { rows } = await api.database.pool.query(
    `select message_id from dev_inbox where order_number = $1 and type = 'order_confirmed' order by id`,
    [number],
  );
  expect(rows.map((row) => row.message_id)).toEqual([
    before.channels[0].message_id,
    after.channels[0].message_id,
  ]);
});

test('what failed keeps its Message-ID when it is sent again', async () => {
  const number = await place();
  const { id } = await only(number);
  await api.database.pool.query(
    `update deliveries set status = 'failed', attempts = 1, message_id = '<kept@x>', last_error = '550 5.1.1 no'
     where notification_id = $1`,
    [id],
  );
  expect(await only(number)).toMatchObject({ status: 'failed', reason: '550 5.1.1 no' });
  expect((await list(`order=${number}&status=failed`)).map((item: { id: string }) => item.id)).toEqual([id]);
  await api.call('POST', `/v1/notifications/${id}/resend`);
  await sendAll();
  expect((await only(number)).channels[0]).toMatchObject({ status: 'sent', message_id: '<kept@x>' });
});

test('each status is found by its name, and only there', async () => {
  const { pool } = api.database;
  const statuses = ['planned', 'held', 'sent', 'suppressed', 'failed'];
  const orders = statuses.map((status) => `by-status-${status}`);
  await plan(
    pool,
    orders.map((number) => ({ number, type: 'refund_issued' })),
  );
  for (const status of ['sent', 'suppressed', 'failed']) {
    await pool.query(`update deliveries set status = $1, last_error = 'why' where subject_key = $2`, [
      status,
      `order:by-status-${status}`,
    ]);
  }
  await pool.query(
    `update deliveries set due_at = '2026-03-02T13:00:00Z' where subject_key = 'order:by-status-held'`,
  );
  for (const status of statuses) {
    const found = await list(`type=refund_issued&status=${status}`);
    expect(found.map((item: { order: string }) => item.order)).toEqual([`by-status-${status}`]);
    expect(found[0].status).toBe(status);
  }
  await setPaused(pool, 'email', true, api.clock.now());
  const held = await list('type=refund_issued&status=held');
  expect(held.map((item: { reason: string }) => item.reason)).toEqual(['channel_paused', 'channel_paused']);
  expect(await list('type=refund_issued&status=planned')).toEqual([]);
  await setPaused(pool, 'email', false, api.clock.now());
});

test('pages join without a gap and without a repeat, though all were created in the same second', async () => {
  const orders = Array.from({ length: 25 }, (_, index) => `page-${index}`);
  await plan(
    api.database.pool,
    orders.map((number) => ({ number, type: 'lines_canceled' })),
  );
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await api.call('GET', `/v1/notifications?type=lines_canceled&limit=10${after}`);
    seen.push(...body.items.map((item: { order: string }) => item.order));
    cursor = body.next_cursor;
  } while (cursor !== null);
  expect(seen).toHaveLength(25);
  expect([...seen].sort()).toEqual([...orders].sort());
});

test('a buyer is found by address, a seller by id; a key of a seller sees its own alone', async () => {
  await plan(api.database.pool, [
    { number: 'to-buyer', email: 'Somebody@Example.com' },
    { number: 'to-seller', recipient: 's-9', type: 'order_received' },
  ]);
  const orders = async (query: string) => (await list(query)).map((item: { order: string }) => item.order);
  expect(await orders('recipient=somebody@example.com')).toEqual(['to-buyer']);
  expect(await orders('recipient=s-9')).toEqual(['to-seller']);

  const key = await api.key('seller:s-9');
  const { body } = await api.call('GET', '/v1/notifications', undefined, { key });
  expect(body.items.map((item: { order: string }) => item.order)).toEqual(['to-seller']);
  const foreign = await api.call('GET', '/v1/notifications/n-to-buyer/rendered', undefined, { key });
  expect(foreign).toMatchObject({ status: 404, body: { code: 'notification_not_found' } });
  expect((await api.call('POST', '/v1/notifications/n-to-buyer/resend', undefined, { key })).status).toBe(
    404,
  );
  // Buyers are called so in the column of recipients.
  const namesake = await api.key('seller:customer');
  const nothing = await api.call('GET', '/v1/notifications', undefined, { key: namesake });
  expect(nothing.body.items).toEqual([]);
});

test.each([
  ['status=lost', 'status'],
  ['limit=0', 'limit'],
  ['cursor=bm9uc2Vuc2U', 'cursor'],
  [`cursor=${Buffer.from('{"created_us":1e300,"id":"x"}').toString('base64url')}`, 'cursor'],
  ['type=%00', 'type'],
])('%s is 422', async (query, path) => {
  const told = await api.call('GET', `/v1/notifications?${query}`);
  expect(told).toMatchObject({ status: 422, body: { errors: [{ path }] } });
});

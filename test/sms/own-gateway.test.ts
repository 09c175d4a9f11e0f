import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { until } from '../outbox/line.ts';
import { anOrder } from '../support/api.ts';
import {
  closeLine,
  dispatch,
  e164,
  type Line,
  number,
  openLine,
  PUBLIC_URL,
  phoneOf,
  readText,
  type TextRow,
} from './line.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
let line: Line;
beforeAll(async () => {
  line = await openLine((url) => url, { SMS_FROM: '+12025550143', SMS_SECRET: secret });
});
afterAll(() => closeLine(line));
beforeEach(() => {
  line.gateway.mood = () => ({ status: 202, body: '{}' });
  line.gateway.asked.length = 0;
});

/** The gateway tells us something, signed. */
function say(path: string, body: object, changes: Record<string, string> = {}) {
  const text = JSON.stringify(body);
  const at = new Date(line.api.clock.now());
  const headers = {
    'webhook-id': 'm-1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign('m-1', at, text),
    ...changes,
  };
  return line.api.call('POST', `/v1/channels/sms/http/${path}`, text, { key: null, headers });
}
const texted = () => line.gateway.asked.map(({ body }) => JSON.parse(body));

test('a text says what happened, where to look, and the first time how to stop', async () => {
  const phone = phoneOf(1);
  expect((await dispatch(line, phone)).status).toBe('sent');
  expect((await dispatch(line, phone)).status).toBe('sent');
  const [first, second] = texted();
  const link = /https:\/\/shop\.example(\/o\/1\.[0-9A-Za-z]+)/;
  expect(first).toMatchObject({ to: e164(phone), from: '+12025550143', alphabet: 'gsm' });
  expect(first.text).toMatch(/^Altenberg: Shipped: A book\. .*https:\S+ STOP ends texts\.$/);
  expect(second.text).not.toContain('STOP');
  expect(first.text).toMatch(link);
  expect(first.id).toMatch(/^sms-/);
  expect(first.report_url).toContain(`id=${first.id}`);
  const listed = await line.api.call('GET', `/v1/notifications?order=${number}&type=shipment_dispatched`);
  expect(listed.body.items[0].channels[1]).toMatchObject({
    ...{ channel: 'sms', to: '+48***01', status: 'sent', message_id: second.id },
  });
});

test('whoever has no row in reach gets no text', async () => {
  const order = anOrder({ customer: { id: 'nobody', email: 'a@b.example', name: 'A', phone: phoneOf(2) } });
  await line.api.call('POST', '/v1/orders', order);
  const { rows } = await line.api.database.pool.query(
    `select channel from deliveries where subject_key = $1 and channel = 'sms'`,
    [`order:${order.number}`],
  );
  expect(rows).toEqual([]);
});

test.each([
  ['no number', null, 'no_phone'],
  ['a wrong one', '12345', 'invalid_phone'],
  ['somebody else behind a line end', '+48600100200\nTo: +48600100201', 'invalid_phone'],
  ['two', '600 100 200 / 600 100 201', 'invalid_phone'],
])('%s gets none', async (_name, phone, reason) => {
  expect(await dispatch(line, phone)).toMatchObject({ status: 'suppressed', last_error: reason });
  expect(line.gateway.asked).toEqual([]);
});

test('a number without its country is one of where the order goes', async () => {
  const ship_to = { name: 'Anna', line1: 'Prosta 1', city: 'Warszawa', country: 'PL' };
  expect((await dispatch(line, '600 100 203', { ship_to })).status).toBe('sent');
  expect(texted()[0].to).toBe('+48600100203');
});

test('STOP ends texts, START begins them again, and neither counts twice', async () => {
  const phone = phoneOf(4);
  const from = e164(phone);
  await dispatch(line, phone, { locale: 'pl' });
  const stopped = await say('messages', { id: 'in-1', from, text: 'Stop.' });
  expect(stopped.status).toBe(200);
  // In the language of its last text.
  expect(stopped.body.reply).toMatch(/^Tidings: nie wy/);
  expect(await dispatch(line, phone)).toMatchObject({ status: 'suppressed', last_error: 'opted_out' });
  expect((await say('messages', { id: 'in-2', from, text: 'START' })).body.reply).toMatch(/znow|znów/);
  expect((await dispatch(line, phone)).status).toBe('sent');
  // The gateway repeats the first one late.
  await say('messages', { id: 'in-1', from, text: 'Stop.' });
  expect((await dispatch(line, phone)).status).toBe('sent');
  await say('messages', { id: 'in-3', from, text: 'rezygnuję' });
  expect((await dispatch(line, phone)).last_error).toBe('opted_out');
  // Another number is another person.
  expect((await dispatch(line, phoneOf(5))).status).toBe('sent');
});

test('STOP before any text counts too, and the number is written nowhere', async () => {
  const phone = phoneOf(6);
  await say('messages', { id: 'in-4', from: e164(phone), text: 'STOP' });
  expect((await dispatch(line, phone)).last_error).toBe('opted_out');
  const { rows } = await line.api.database.pool.query('select phones::text as row from phones');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map(({ row }) => row).join()).not.toContain('600100');
});

test('HELP is answered; what is something else is not', async () => {
  const from = e164(phoneOf(7));
  const help = await say('messages', { id: 'in-5', from, text: 'help' });
  expect(help.body.reply).toContain(`${PUBLIC_URL}/status`);
  for (const text of ['Where is my book?', '', 'STOPPED']) {
    expect((await say('messages', { id: 'in-6', from, text })).body).toEqual({ reply: null });
  }
  expect((await say('messages', { id: 'in-7', from: '72345', text: 'STOP' })).body.reply).toBeNull();
});

test('nothing unsigned, old or changed is believed', async () => {
  const body = { id: 'in-8', from: e164(phoneOf(8)), text: 'STOP' };
  const wrong: Record<string, string>[] = [
    { 'webhook-signature': '' },
    { 'webhook-signature': `v1,${createHmac('sha256', 'guess').update('x').digest('base64')}` },
    { 'webhook-id': 'another' },
    { 'webhook-timestamp': String(Math.floor(line.api.clock.now() / 1_000) - 3_600) },
    { 'webhook-timestamp': 'now' },
  ];
  for (const headers of wrong) expect((await say('messages', body, headers)).status).toBe(401);
  expect((await dispatch(line, phoneOf(8))).status).toBe('sent');
});

test('of a gateway that is not ours nothing is believed; of one there is not, there is nothing', async () => {
  for (const [provider, status] of [
    ['twilio', 401],
    ['kannel', 401],
    ['nobody', 404],
  ] as const) {
    const path = `/v1/channels/sms/${provider}/messages`;
    expect((await line.api.call('POST', path, '{}', { key: null })).status).toBe(status);
  }
});

test('a report that it never arrived fails it; twice is once, and another sending is let alone', async () => {
  const { id } = await dispatch(line, phoneOf(9));
  const report = { id: `sms-${id}`, status: 'failed', error: 'absent subscriber +48600100209' };
  for (let time = 0; time < 2; time++) {
    expect((await say('reports', report)).status).toBe(204);
    expect(await readText(line.api, number)).toMatchObject({
      status: 'failed',
      last_error: 'undelivered: absent subscriber ***',
    });
  }
  await line.api.call('POST', `/v1/notifications/${id}/resend`);
  line.outbox.wake();
  await until('it is sent again', async () => (await readText(line.api, number)).status === 'sent');
  expect(texted().at(-1).id).toBe(`sms-${id}.1`);
  await say('reports', report);
  expect((await readText(line.api, number)).status).toBe('sent');
  for (const other of [
    {},
    { id: 'x' },
    { id: `sms-${id}.1`, status: 'sent' },
    { ...report, id: 'sms-none' },
  ]) {
    expect((await say('reports', other)).status).toBe(204);
  }
  expect((await readText(line.api, number)).status).toBe('sent');
});

test('a number its network cannot reach is let alone until it writes', async () => {
  const phone = phoneOf(10);
  const { id } = await dispatch(line, phone);
  const reason = 'unreachable_number';
  await say('reports', { id: `sms-${id}`, status: 'failed', to: e164(phone), reason });
  expect(await dispatch(line, phone)).toMatchObject({ status: 'suppressed', last_error: reason });
  await say('messages', { id: 'in-9', from: e164(phone), text: 'HELP' });
  expect((await dispatch(line, phone)).status).toBe('sent');
});

test('a report that comes while the text is still on its way is not lost', async () => {
  let reported: Promise<unknown> | null = null;
  line.gateway.mood = ({ body }) => {
    const { id } = JSON.parse(body);
    reported = say('reports', { id, status: 'failed', error: 'no' });
    return { status: 202, body: '{}' };
  };
  await dispatch(line, phoneOf(11), {}, () => reported !== null);
  await reported;
  expect(await readText(line.api, number)).toMatchObject({ status: 'failed' });
});

test('what the gateway refuses for STOP is not sent to that number again', async () => {
  const phone = phoneOf(12);
  line.gateway.mood = () => ({ status: 422, body: '{"error":"no","reason":"opted_out"}' });
  expect(await dispatch(line, phone)).toMatchObject({ status: 'suppressed', last_error: 'opted_out' });
  line.gateway.mood = () => ({ status: 202, body: '{}' });
  line.gateway.asked.length = 0;
  expect((await dispatch(line, phone)).last_error).toBe('opted_out');
  expect(line.gateway.asked).toEqual([]);
});

test('an answer that was lost: the same text again under the same key', async () => {
  line.gateway.mood = 'hang_up';
  const tried = (row: TextRow) => row.attempts === 1 && row.status === 'waiting';
  await dispatch(line, phoneOf(13), {}, tried);
  line.gateway.mood = () => ({ status: 202, body: '{}' });
  line.api.clock.advance(40_000);
  await until('it is sent', async () => (await readText(line.api, number)).status === 'sent');
  const [first, second] = line.gateway.asked;
  expect(second!.headers['idempotency-key']).toBe(first!.headers['idempotency-key']);
  expect(second!.body).toBe(first!.body);
});

test('a gateway that is down keeps texts waiting, and loses none', async () => {
  await line.gateway.goDown();
  await dispatch(line, phoneOf(14), {}, (row) => row.status === 'waiting');
  const { pool } = line.api.database;
  const away = async () => {
    const { rows } = await pool.query(`select away_since from channels where channel = 'sms'`);
    return rows[0].away_since !== null;
  };
  await until('the outage is noticed', away);
  await until('it is no try of the text', async () => (await readText(line.api, number)).attempts === 0);
  await line.gateway.comeBack();
  await until('it is sent', async () => {
    line.api.clock.advance(1_000);
    return (await readText(line.api, number)).status === 'sent';
  });
  expect(texted()).toHaveLength(1);
});

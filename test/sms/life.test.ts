import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Outbox, openOutbox } from '../../src/channels/outbox/index.ts';
import { gatewayNamed, openSms } from '../../src/channels/sms/index.ts';
import { signatureOf } from '../../src/channels/sms/providers/twilio.ts';
import { openTeller } from '../../src/channels/teller.ts';
import { openPhones } from '../../src/modules/phones/index.ts';
import { silent, until } from '../outbox/line.ts';
import { anOrder, type TestApi, testApi } from '../support/api.ts';
import { type GatewayServer, startGateway } from './gateway-server.ts';

const PUBLIC_URL = 'https://shop.example';
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const account = `AC${'0'.repeat(32)}`;

interface Line {
  api: TestApi;
  gateway: GatewayServer;
  outbox: Outbox;
}

/** The whole way: orders in, texts out to a gateway, and what it tells us back in. */
async function open(sms_url: (url: string) => string, env: Record<string, string>): Promise<Line> {
  const gateway = await startGateway(() => ({ status: 202, body: '{}' }));
  const api = await testApi({ PUBLIC_URL, SMS_URL: sms_url(gateway.url), ...env });
  const { config, database, orders, secrets, clock } = api.deps;
  const shop = { name: 'Altenberg', public_url: PUBLIC_URL, mail_from: config.mailFrom };
  const seller_defaults = { locale: 'en', time_zone: 'UTC' };
  const tell = openTeller({ database, orders, secrets, shop, clock, seller_defaults });
  const settings = config.sms!;
  const reportUrl = (id: string) => `${PUBLIC_URL}/v1/channels/sms/${settings.gateway}/reports?id=${id}`;
  const provider = gatewayNamed(settings.gateway)!.open({ settings, clock, reportUrl });
  const phones = openPhones(database);
  const outbox = openOutbox({
    ...{ database, clock, log: silent },
    channels: [openSms({ provider, tell, phones, clock, can_reply: true })],
    limits: { poll_ms: 20, lease_ms: 24 * 3_600_000 },
  });
  return { api, gateway, outbox };
}

async function close({ api, gateway, outbox }: Line): Promise<void> {
  await outbox.close();
  await gateway.goDown();
  await api.close();
}

interface TextRow {
  id: string;
  status: string;
  last_error: string | null;
  attempts: number;
}

let orders = 0;

/** Somebody orders and it is dispatched; the text about that, once it is settled (or tried). */
async function dispatch(
  { api, outbox }: Line,
  phone: string | null,
  changes: Record<string, unknown> = {},
  settled = (row: TextRow) => !['waiting', 'sending'].includes(row.status),
): Promise<TextRow> {
  orders += 1;
  const customer = { id: `c-${orders}`, email: 'buyer@example.com', name: 'Ann Buyer', phone };
  const order = anOrder({ number: `life-${orders}`, customer, ...changes });
  const { pool } = api.database;
  await pool.query(`insert into reach (person, channel) values ($1, 'sms')`, [`customer:c-${orders}`]);
  expect((await api.call('POST', '/v1/orders', order)).status).toBe(201);
  const shipment = { lines: [{ line: '1', quantity: 1 }], dispatched_at: '2026-03-02T10:00:00Z' };
  expect((await api.call('POST', `/v1/orders/${order.number}/shipments`, shipment)).status).toBe(201);
  outbox.wake();
  const read = () => readText(api, order.number);
  await until('the text is settled', async () => settled(await read()));
  return read();
}

async function readText(api: TestApi, number: string): Promise<TextRow> {
  const { rows } = await api.database.pool.query(
    `select notification_id as id, status, last_error, attempts from deliveries
     where subject_key = $1 and channel = 'sms' and type = 'shipment_dispatched'`,
    [`order:${number}`],
  );
  return rows[0];
}

const phoneOf = (number: number) => `+48 600 100 ${String(200 + number)}`;
const e164 = (phone: string) => phone.replaceAll(' ', '');

describe('with a gateway of our own', () => {
  let line: Line;
  beforeAll(async () => {
    line = await open((url) => url, { SMS_FROM: '+12025550143', SMS_SECRET: secret });
  });
  afterAll(() => close(line));
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
    ['an empty one', '  ', 'no_phone'],
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
    const number = `life-${orders}`;
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
    expect(await readText(line.api, `life-${orders}`)).toMatchObject({ status: 'failed' });
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
    const number = `life-${orders}`;
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
    expect((await readText(line.api, `life-${orders}`)).attempts).toBe(0);
    await line.gateway.comeBack();
    await until('it is sent', async () => {
      line.api.clock.advance(1_000);
      return (await readText(line.api, `life-${orders}`)).status === 'sent';
    });
    expect(texted()).toHaveLength(1);
  });
});

describe('with Kannel', () => {
  let line: Line;
  const shared = 'abcdefghijklmnopqrstuvwxyz';
  beforeAll(async () => {
    const url = (at: string) => `${at.replace('http://', 'kannel://shop:key@')}/cgi-bin/sendsms`;
    line = await open(url, { SMS_FROM: '60123', SMS_SECRET: shared });
  });
  afterAll(() => close(line));
  afterEach(() => {
    line.gateway.mood = () => ({ status: 202, body: '0: Accepted for delivery' });
  });
  const path = '/v1/channels/sms/kannel';
  const receive = (
    query: string,
    from: string,
    text: string | Buffer,
    type = 'text/plain; charset="UTF-8"',
  ) =>
    line.api.app.request(`${path}/messages?${query}`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-kannel-from': from, 'x-kannel-to': '60123' },
      body: text as BodyInit,
    });

  test('its answer lost twice is the end of it: no third text', async () => {
    line.gateway.mood = 'hang_up';
    await dispatch(line, phoneOf(1), {}, (row) => row.attempts === 1 && row.status === 'waiting');
    line.api.clock.advance(40_000);
    const number = `life-${orders}`;
    await until('it is given up', async () => (await readText(line.api, number)).status === 'failed');
    expect((await readText(line.api, number)).last_error).toMatch(/^answer_lost_twice: connection_closed/);
    expect(line.gateway.asked).toHaveLength(2);
  });

  test('STOP as its post-url brings it, answered in letters every phone has', async () => {
    await dispatch(line, phoneOf(2), { locale: 'pl' });
    const answer = await receive(`secret=${shared}&id=k-1`, '0048600100202', 'STOP');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('x-kannel-coding')).toBe('0');
    expect(await answer.text()).toMatch(/^Tidings: nie wyslemy/);
    expect((await dispatch(line, phoneOf(2))).last_error).toBe('opted_out');
  });

  test('Chinese comes as UTF-16', async () => {
    const text = Buffer.from('退订', 'utf16le').swap16();
    await receive(`secret=${shared}`, '48600100203', text, 'text/plain; charset=UTF-16BE');
    expect((await dispatch(line, phoneOf(3))).last_error).toBe('opted_out');
  });

  test('without its secret nothing is believed', async () => {
    for (const query of ['', 'secret=', 'secret=abcdefghijklmnopqrstuvwxy']) {
      expect((await receive(query, '48600100204', 'STOP')).status).toBe(401);
      expect((await line.api.app.request(`${path}/reports?id=sms-x&type=2&${query}`)).status).toBe(401);
    }
    expect((await dispatch(line, phoneOf(4))).status).toBe('sent');
  });

  test.each([
    ['2', 'failed'],
    ['16', 'failed'],
    ['34', 'failed'],
    ['1', 'sent'],
    ['8', 'sent'],
    ['4', 'sent'],
    ['x', 'sent'],
  ])('a report of type %s, by GET as it asks: %s', async (type, status) => {
    const { id } = await dispatch(line, phoneOf(5));
    const report = `${path}/reports?id=sms-${id}&secret=${shared}&type=${type}&answer=NACK%2F11`;
    for (let time = 0; time < 2; time++) {
      expect((await line.api.app.request(report)).status).toBe(204);
    }
    const row = await readText(line.api, `life-${orders}`);
    expect(row.status).toBe(status);
    if (status === 'failed') expect(row.last_error).toBe(`undelivered (${type}) NACK/11`);
  });
});

describe('with Twilio', () => {
  const token = 'auth-token';
  let line: Line;
  beforeAll(async () => {
    const url = (at: string) => at.replace('http://', `twilio://${account}:${token}@`);
    line = await open(url, { SMS_FROM: '+12025550143' });
    line.gateway.mood = ({ method }) =>
      method === 'POST' ? { status: 201, body: '{"sid":"SM1"}' } : { status: 200, body: '{"messages":[]}' };
  });
  afterAll(() => close(line));

  function send(path: string, form: Record<string, string>, signed = form, url = PUBLIC_URL) {
    const body = new URLSearchParams(form);
    const signature = signatureOf(`${url}${path}`, new URLSearchParams(signed), token);
    const headers = { 'x-twilio-signature': signature };
    return line.api.app.request(path, { method: 'POST', headers, body });
  }
  const messages = '/v1/channels/sms/twilio/messages';
  const from = e164(phoneOf(2));

  test("the signature is Twilio's", () => {
    // The example of Twilio's own page, "Security".
    const params = new URLSearchParams({
      CallSid: 'CA1234567890ABCDE',
      ...{ Caller: '+12349013030', Digits: '1234', From: '+12349013030', To: '+18005551212' },
    });
    const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
    expect(signatureOf(url, params, '12345')).toBe('0/KCTR6DLpKmkAf8muzZqo1nDgQ=');
  });

  test('STOP is heard; Twilio answers it itself, and we answer what it does not know', async () => {
    const stop = await send(messages, { MessageSid: 'SM9', From: from, To: '+12025550143', Body: 'Stop' });
    expect(stop.status).toBe(200);
    expect(stop.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await stop.text()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response></Response>');
    expect((await dispatch(line, phoneOf(2))).last_error).toBe('opted_out');
    const start = await send(messages, { MessageSid: 'SM10', From: from, Body: 'wznów' });
    expect(await start.text()).toMatch(/<Message>Tidings: .*<\/Message>/);
    expect((await dispatch(line, phoneOf(2))).status).toBe('sent');
  });

  test('words of its own opt-out are understood by what it says they mean', async () => {
    await send(messages, { MessageSid: 'SM11', From: e164(phoneOf(3)), Body: 'genug', OptOutType: 'STOP' });
    expect((await dispatch(line, phoneOf(3))).last_error).toBe('opted_out');
  });

  test('the standard port may stand in what it signed, and nothing else may differ', async () => {
    const form = { From: from, Body: 'Hello' };
    expect((await send(messages, form, form, `${PUBLIC_URL}:443`)).status).toBe(200);
    expect((await send(messages, form, form, 'https://other.example')).status).toBe(401);
    expect((await send(messages, form, { ...form, Body: 'STOP' })).status).toBe(401);
    expect((await line.api.app.request(messages, { method: 'POST', body: 'From=x' })).status).toBe(401);
  });

  test('a report with its code fails the text, and 30006 says a landline', async () => {
    const { id } = await dispatch(line, phoneOf(4));
    const path = `/v1/channels/sms/twilio/reports?id=sms-${id}`;
    const form = { MessageSid: 'SM1', To: e164(phoneOf(4)) };
    for (const status of ['queued', 'sent', 'delivered']) {
      expect((await send(path, { ...form, MessageStatus: status })).status).toBe(204);
    }
    expect((await readText(line.api, `life-${orders}`)).status).toBe('sent');
    await send(path, { ...form, MessageStatus: 'undelivered', ErrorCode: '30006' });
    expect(await readText(line.api, `life-${orders}`)).toMatchObject({
      status: 'failed',
      last_error: 'undelivered 30006',
    });
    expect((await dispatch(line, phoneOf(4))).last_error).toBe('unreachable_number');
  });

  test('a text whose answer was lost is looked for before it goes again', async () => {
    const answering = line.gateway.mood;
    line.gateway.mood = 'hang_up';
    await dispatch(line, phoneOf(5), {}, (row) => row.attempts === 1 && row.status === 'waiting');
    const body = new URLSearchParams(line.gateway.asked.at(-1)!.body).get('Body');
    line.gateway.mood = ({ method }) => {
      if (method === 'POST') throw new Error('a second text');
      return { status: 200, body: JSON.stringify({ messages: [{ sid: 'SM2', body, status: 'sent' }] }) };
    };
    line.api.clock.advance(40_000);
    const number = `life-${orders}`;
    await until('it is found', async () => (await readText(line.api, number)).status === 'sent');
    line.gateway.mood = answering;
  });
});

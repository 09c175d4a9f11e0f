import { afterAll, beforeAll, expect, test } from 'vitest';
import { signatureOf } from '../../src/channels/sms/providers/twilio.ts';
import { until } from '../outbox/line.ts';
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
} from './line.ts';

const account = `AC${'0'.repeat(32)}`;
const token = 'auth-token';
let line: Line;
beforeAll(async () => {
  const url = (at: string) => at.replace('http://', `twilio://${account}:${token}@`);
  line = await openLine(url, { SMS_FROM: '+12025550143' });
  line.gateway.mood = ({ method }) =>
    method === 'POST' ? { status: 201, body: '{"sid":"SM1"}' } : { status: 200, body: '{"messages":[]}' };
});
afterAll(() => closeLine(line));

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
  expect((await readText(line.api, number)).status).toBe('sent');
  await send(path, { ...form, MessageStatus: 'undelivered', ErrorCode: '30006' });
  expect(await readText(line.api, number)).toMatchObject({
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
  await until('it is found', async () => (await readText(line.api, number)).status === 'sent');
  line.gateway.mood = answering;
});

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { until } from '../outbox/line.ts';
import { closeLine, dispatch, type Line, number, openLine, phoneOf, readText } from './line.ts';

let line: Line;
const shared = 'abcdefghijklmnopqrstuvwxyz';
beforeAll(async () => {
  const url = (at: string) => `${at.replace('http://', 'kannel://shop:key@')}/cgi-bin/sendsms`;
  line = await openLine(url, { SMS_FROM: '60123', SMS_SECRET: shared });
});
afterAll(() => closeLine(line));
afterEach(() => {
  line.gateway.mood = () => ({ status: 202, body: '0: Accepted for delivery' });
});
const path = '/v1/channels/sms/kannel';
const receive = (query: string, from: string, text: string | Buffer, type = 'text/plain; charset="UTF-8"') =>
  line.api.app.request(`${path}/messages?${query}`, {
    method: 'POST',
    headers: { 'content-type': type, 'x-kannel-from': from, 'x-kannel-to': '60123' },
    body: text as string,
  });

test('its answer lost twice is the end of it: no third text', async () => {
  line.gateway.mood = 'hang_up';
  await dispatch(line, phoneOf(1), {}, (row) => row.attempts === 1 && row.status === 'waiting');
  line.api.clock.advance(40_000);
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
  const row = await readText(line.api, number);
  expect(row.status).toBe(status);
  if (status === 'failed') expect(row.last_error).toBe(`undelivered (${type}) NACK/11`);
});

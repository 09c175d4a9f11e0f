import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TextOutcome, TextProvider } from '../../src/channels/sms/provider.ts';
import { http } from '../../src/channels/sms/providers/http.ts';
import { GATEWAYS } from '../../src/channels/sms/providers/index.ts';
import { kannel } from '../../src/channels/sms/providers/kannel.ts';
import { twilio } from '../../src/channels/sms/providers/twilio.ts';
import type { SmsSettings } from '../../src/config.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { type GatewayServer, type Mood, startGateway } from './gateway-server.ts';

const to = '+48600100200';
const account = `AC${'0'.repeat(32)}`;
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const body = 'Altenberg: Delivered: Second book. https://shop.example/o/1.Ab';
const text = {
  ...{ to, body, message_id: 'sms-abc', again: false },
  about: { subject_key: 'order:1', order_number: '1', type: 'shipment_delivered', subject: 'Delivered' },
};

let server: GatewayServer;
beforeEach(async () => {
  server = await startGateway(() => ({ status: 200, body: '' }));
});
afterEach(() => server.goDown());

function open(name: SmsSettings['gateway'], changes: Partial<SmsSettings> = {}): TextProvider {
  const gateway = GATEWAYS.find((candidate) => candidate.name === name)!;
  const path = { twilio: '', kannel: '/cgi-bin/sendsms', http: '/texts' }[name];
  const user = name === 'twilio' ? account : 'shop';
  const settings = {
    gateway: name,
    url: server.url + path,
    user,
    password: 'key',
    from: '+12025550143',
    secret,
  };
  const reportUrl = (id: string) => `https://shop.example/reports?id=${id}`;
  return gateway.open({ settings: { ...settings, ...changes }, clock: systemClock, reportUrl });
}

const patience = () => AbortSignal.timeout(10_000);
const deliver = (provider: TextProvider, again = false, signal = patience()): Promise<TextOutcome> =>
  provider.deliver({ ...text, again }, signal);
const answers = (status: number, said: object | string): Mood => {
  const answer = { status, body: typeof said === 'string' ? said : JSON.stringify(said) };
  return () => answer;
};

const takes: Record<SmsSettings['gateway'], Mood> = {
  twilio: answers(201, { sid: 'SM1' }),
  kannel: answers(202, '0: Accepted for delivery'),
  http: answers(200, { id: 'x-1' }),
};
const names = GATEWAYS.map(({ name }) => name);

describe.each(names)('%s', (name) => {
  test('takes a text once', async () => {
    server.mood = takes[name];
    expect(await deliver(open(name))).toMatchObject({ kind: 'sent' });
    expect(server.asked).toHaveLength(1);
  });

  test('is away when nobody listens, and nothing was handed over', async () => {
    await server.goDown();
    const outcome = await deliver(open(name));
    expect(outcome).toEqual({ kind: 'away', error: 'connection_refused (ECONNREFUSED)' });
    await server.comeBack();
    server.mood = takes[name];
    expect(await deliver(open(name))).toMatchObject({ kind: 'sent' });
  });

  test('is away when its name is not known', async () => {
    const outcome = await deliver(open(name, { url: 'http://gateway.invalid/' }));
    expect(outcome).toMatchObject({ kind: 'away', error: expect.stringMatching(/^name_not_found/) });
  });

  test('is away when it speaks no TLS', async () => {
    const outcome = await deliver(open(name, { url: server.url.replace('http:', 'https:') }));
    expect(outcome).toMatchObject({ kind: 'away', error: expect.stringMatching(/^tls_failed/) });
    expect(server.asked).toEqual([]);
  });

  test('hangs up after the text: nobody knows', async () => {
    server.mood = 'hang_up';
    expect(await deliver(open(name))).toMatchObject({
      kind: 'unknown',
      error: expect.stringMatching(/^connection_closed/),
    });
    expect(server.asked).toHaveLength(1);
  });

  test('says nothing until the try is ended: nobody knows', async () => {
    server.mood = 'silent';
    const outcome = await deliver(open(name), false, AbortSignal.timeout(200));
    expect(outcome).toMatchObject({ kind: 'unknown', error: expect.stringMatching(/^timed_out/) });
  });

  test.each([
    // Of everybody: nobody's text fails.
    [401, 'away'],
    [403, 'away'],
    [404, 'away'],
    [429, 'away'],
    [502, 'away'],
    [503, 'away'],
    [302, 'away'],
    // Perhaps this very text breaks it: others go on, and this one is tried again.
    [500, 'later'],
    [408, 'later'],
    [504, 'unknown'],
    [400, 'refused'],
    [422, 'refused'],
  ])('%i without a code means %s', async (status, kind) => {
    server.mood = answers(status, '<html>no</html>');
    expect((await deliver(open(name))).kind).toBe(kind);
    expect(server.asked).toHaveLength(1);
  });

  test('names nobody in what it says', async () => {
    server.mood = answers(400, {
      code: 1,
      message: `no ${to}`,
      error: `no ${to}, nor +48 600 100 200 \r\n.`,
    });
    const outcome = await deliver(open(name));
    expect(outcome).toMatchObject({ kind: 'refused', error: expect.stringContaining('***') });
    expect(JSON.stringify(outcome)).not.toMatch(/600|\n/);
  });

  test('says too much: nobody knows', async () => {
    server.mood = answers(200, 'x'.repeat(100_000));
    expect((await deliver(open(name))).kind).toBe('unknown');
  });
});

describe('twilio', () => {
  test('gets a form, with the account, the sender and where to report', async () => {
    server.mood = takes.twilio;
    expect(await deliver(open('twilio'))).toEqual({ kind: 'sent', provider_id: 'SM1' });
    const [asked] = server.asked;
    expect(asked!.path).toBe(`/2010-04-01/Accounts/${account}/Messages.json`);
    expect(asked!.headers.authorization).toBe(`Basic ${btoa(`${account}:key`)}`);
    expect(Object.fromEntries(new URLSearchParams(asked!.body))).toEqual({
      ...{ To: to, From: '+12025550143', Body: body },
      StatusCallback: 'https://shop.example/reports?id=sms-abc',
    });
  });

  test('gets its messaging service by that name', async () => {
    server.mood = takes.twilio;
    await deliver(open('twilio', { from: `MG${'0'.repeat(32)}` }));
    const form = new URLSearchParams(server.asked[0]!.body);
    expect(form.get('MessagingServiceSid')).toMatch(/^MG/);
    expect(form.has('From')).toBe(false);
  });

  test.each([
    [400, 21610, { kind: 'refused', objection: 'opted_out' }],
    [400, 21211, { kind: 'refused', objection: 'unreachable_number' }],
    [400, 21614, { kind: 'refused', objection: 'unreachable_number' }],
    [400, 21408, { kind: 'refused' }],
    [400, 21606, { kind: 'away' }],
    [400, 21212, { kind: 'away' }],
    [429, 20429, { kind: 'away' }],
    [401, 20003, { kind: 'away' }],
  ])('%i with code %i', async (status, code, expected) => {
    server.mood = answers(status, { code, message: 'No', status });
    const outcome = await deliver(open('twilio'));
    expect(outcome).toMatchObject({ ...expected, error: `${status} ${code}: No` });
    expect('objection' in outcome).toBe('objection' in expected);
  });

  test('is asked before a text whose answer was lost goes again', async () => {
    const kept = { sid: 'SM7', body, status: 'delivered' };
    server.mood = ({ method, query }) => {
      if (method === 'POST') return { status: 201, body: '{"sid":"SM8"}' };
      expect(query.get('To')).toBe(to);
      return { status: 200, body: JSON.stringify({ messages: [{ ...kept, body: 'another' }, kept] }) };
    };
    expect(await deliver(open('twilio'), true)).toEqual({ kind: 'sent', provider_id: 'SM7' });
    expect(server.asked.map(({ method }) => method)).toEqual(['GET']);
  });

  test.each([
    [],
    [{ sid: 'SM7', body, status: 'failed' }],
    [{ sid: 'SM7', body: 'another', status: 'sent' }],
  ])('sends it when it is not among those it has', async (...messages) => {
    server.mood = ({ method }) =>
      method === 'POST'
        ? { status: 201, body: '{"sid":"SM8"}' }
        : { status: 200, body: JSON.stringify({ messages: messages.filter(Boolean) }) };
    expect(await deliver(open('twilio'), true)).toEqual({ kind: 'sent', provider_id: 'SM8' });
  });

  test('is not sent a second one while it cannot be asked', async () => {
    server.mood = 'hang_up';
    expect(await deliver(open('twilio'), true)).toMatchObject({ kind: 'later' });
    server.mood = answers(503, '');
    expect(await deliver(open('twilio'), true)).toMatchObject({ kind: 'away' });
    expect(server.asked.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });
});

describe('kannel', () => {
  test('gets the text as a body, the password in a header, the coding it needs', async () => {
    server.mood = takes.kannel;
    await open('kannel').deliver({ ...text, body: 'Zażółć' }, patience());
    await deliver(open('kannel'));
    const [polish, plain] = server.asked;
    expect(polish!.body).toBe('Zażółć');
    expect(polish!.headers).toMatchObject({
      'content-type': 'text/plain; charset=UTF-8',
      'x-kannel-username': 'shop',
      'x-kannel-password': 'key',
      'x-kannel-from': '+12025550143',
      'x-kannel-to': to,
      'x-kannel-coding': '2',
      'x-kannel-dlr-mask': '19',
      'x-kannel-dlr-url': 'https://shop.example/reports?id=sms-abc&type=%d&answer=%A',
    });
    expect(plain!.headers['x-kannel-coding']).toBe('0');
    expect(polish!.query.size).toBe(0);
  });

  test.each([
    [202, '3: Queued for later delivery', 'sent'],
    [503, 'Temporal failure, try again later.', 'away'],
    [403, 'Authorization failed for sendsms', 'away'],
    [400, 'Number(s) has/have been denied by white- and/or black-lists.', 'refused'],
  ])('%i %s: %s', async (status, said, kind) => {
    server.mood = answers(status, said);
    expect((await deliver(open('kannel'))).kind).toBe(kind);
  });

  test('is never asked twice without somebody deciding it', () => {
    expect(open('kannel').repeats_safely).toBe(false);
  });
});

describe('http', () => {
  test('gets JSON with an idempotency key, signed as Standard Webhooks say', async () => {
    server.mood = takes.http;
    expect(await deliver(open('http'))).toEqual({ kind: 'sent', provider_id: 'x-1' });
    const { headers, body: sent } = server.asked[0]!;
    expect(headers).toMatchObject({
      'idempotency-key': 'sms-abc',
      'content-type': 'application/json',
      authorization: `Basic ${btoa('shop:key')}`,
    });
    // The library others will receive with.
    expect(new Webhook(secret).verify(sent, headers as Record<string, string>)).toEqual({
      ...{ id: 'sms-abc', to, from: '+12025550143', text: body, alphabet: 'gsm', segments: 1 },
      report_url: 'https://shop.example/reports?id=sms-abc',
    });
  });

  test('gets no signature and no password when there is none', async () => {
    server.mood = takes.http;
    await deliver(open('http', { secret: null, user: '', password: '' }));
    expect(server.asked[0]!.headers).not.toHaveProperty('webhook-signature');
    expect(server.asked[0]!.headers).not.toHaveProperty('authorization');
  });

  test('gets the same key again when a text goes again', async () => {
    server.mood = takes.http;
    await deliver(open('http'));
    await deliver(open('http'), true);
    expect(server.asked.map(({ headers }) => headers['idempotency-key'])).toEqual(['sms-abc', 'sms-abc']);
    expect(server.asked[0]!.body).toBe(server.asked[1]!.body);
  });

  test('may say that somebody said STOP there', async () => {
    server.mood = answers(422, { error: 'no', reason: 'opted_out' });
    expect(await deliver(open('http'))).toMatchObject({ kind: 'refused', objection: 'opted_out' });
  });

  test.each(['null', '7', '[]', '"x"', '{'])('may answer %s', async (said) => {
    server.mood = answers(200, said);
    expect(await deliver(open('http'))).toEqual({ kind: 'sent', provider_id: null });
  });
});

test('a gateway says by its name where it is', () => {
  expect(GATEWAYS).toEqual([twilio, kannel, http]);
});

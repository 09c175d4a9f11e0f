import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { until } from '../outbox/line.ts';
import { post, talkTo } from './conversation.ts';
import { BUYER, bounceOf, DOMAIN, type ListeningShop, listeningShop } from './shop.ts';

let shop: ListeningShop;
afterEach(() => shop.close());

const kinds = async () => (await shop.stored()).map(({ kind }) => kind);
const count = async (answer: string) =>
  (await shop.registry.getSingleMetric('tidings_inbound_mails_total')!.get()).values.find(
    ({ labels }) => labels.answer === answer,
  )?.value ?? 0;

describe('who is let in', () => {
  test('mail for addresses of ours, and nobody else: it carries nobody’s mail', async () => {
    shop = await listeningShop();
    const id = await shop.mailed('A-1');
    const bounce = shop.address('bounce', id);
    const talk = await talkTo(shop.port);
    await talk.say('EHLO mail.test');
    await talk.say('MAIL FROM:<>');
    const answers = async (to: string) => (await talk.say(`RCPT TO:<${to}>`)).slice(0, 3);
    for (const ours of [
      ...[bounce, bounce.toUpperCase(), shop.address('reply', id)],
      ...[`postmaster@${DOMAIN}`, `abuse@${DOMAIN}`, `verify@${DOMAIN}`, 'orders@harbour.example'],
    ]) {
      expect(await answers(ours), ours).toBe('250');
    }
    for (const stranger of [
      ...['somebody@elsewhere.example', `nobody@${DOMAIN}`, bounce.replace(DOMAIN, 'elsewhere.example')],
      ...[`bounce+${id}@${DOMAIN}`, bounce.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@'))],
      ...[`postmaster@${DOMAIN}@elsewhere.example`, `x%elsewhere.example@${DOMAIN}`],
    ]) {
      expect(await answers(stranger), stranger).toMatch(/^5\d\d$/);
    }
    talk.cut();
    expect(await count('nobody')).toBeGreaterThan(0);
  });

  test('a stranger among the recipients costs the others nothing', async () => {
    shop = await listeningShop();
    const id = await shop.mailed('A-1');
    const to = ['nobody@elsewhere.example', shop.address('bounce', id)];
    const { recipients, message } = await post(shop.port, { from: '', to, raw: bounceOf() });
    expect(recipients.map((answer) => answer.slice(0, 3))).toEqual(['550', '250']);
    expect(message).toMatch(/^250/);
  });

  test('too many connections or messages of one address are asked to come again', async () => {
    shop = await listeningShop({ limits: { connections_per_minute: 3, messages_per_minute: 1 } });
    const id = await shop.mailed('A-1');
    const mail = { from: '', to: shop.address('bounce', id), raw: bounceOf() };
    const answers = [];
    for (let round = 0; round < 4; round++) answers.push((await post(shop.port, mail)).message?.slice(0, 3));
    expect(answers).toEqual(['250', '451', '451', '421']);
    expect(await count('limited')).toBe(3);
  });
});

describe('nothing is lost', () => {
  test('a mail is stored before it is acknowledged, and once however often it is sent', async () => {
    shop = await listeningShop();
    const id = await shop.mailed('A-1');
    const to = shop.address('bounce', id);
    const first = await post(shop.port, { from: '', to, raw: `Received: from a by b\n${bounceOf()}` });
    expect(first.message).toMatch(/^250/);
    expect(await shop.stored()).toHaveLength(1);
    // The sender did not hear it, and comes again by another way.
    const again = `Return-Path: <>\nReceived: from a\n\tby c; later\n${bounceOf()}`;
    expect((await post(shop.port, { from: '', to, raw: again })).message).toMatch(/^250/);
    expect(await shop.stored()).toHaveLength(1);
    expect(await count('repeated')).toBe(1);
    // The same words for another message of ours are another bounce.
    const other = shop.address('bounce', await shop.mailed('A-2'));
    await post(shop.port, { from: '', to: other, raw: bounceOf() });
    expect(await shop.stored()).toHaveLength(2);
  });

  test('what is cut off in the middle is not stored; sent again it is', async () => {
    shop = await listeningShop();
    const to = shop.address('bounce', await shop.mailed('A-1'));
    const talk = await talkTo(shop.port);
    for (const line of ['EHLO mail.test', 'MAIL FROM:<>', `RCPT TO:<${to}>`, 'DATA']) await talk.say(line);
    talk.send(bounceOf().slice(0, 500));
    await sleep(50);
    talk.cut();
    await until('the loss is noticed', async () => (await count('cut_off')) === 1);
    expect(await shop.stored()).toEqual([]);
    expect((await post(shop.port, { from: '', to, raw: bounceOf() })).message).toMatch(/^250/);
  });

  test('while the database is away the sender is told to come again', async () => {
    shop = await listeningShop();
    const to = shop.address('bounce', await shop.mailed('A-1'));
    const { pool } = shop.database;
    await pool.query('alter table inbound_mails rename to elsewhere');
    const refused = await post(shop.port, { from: '', to, raw: bounceOf() });
    expect(refused.message).toMatch(/^451/);
    expect(await count('unavailable')).toBe(1);
    await pool.query('alter table elsewhere rename to inbound_mails');
    expect((await post(shop.port, { from: '', to, raw: bounceOf() })).message).toMatch(/^250/);
    await until('it is read', async () => (await kinds())[0] === 'hard_bounce');
  });

  test('what could not be read at once is read by the job', async () => {
    shop = await listeningShop();
    const id = await shop.mailed('A-1');
    await shop.database.pool.query('alter table addresses rename to elsewhere');
    await post(shop.port, { from: '', to: shop.address('bounce', id), raw: bounceOf() });
    // Three further tries take six seconds; the job does not wait for them.
    await shop.database.pool.query('alter table elsewhere rename to addresses');
    shop.clock.advance(120_000);
    await shop.mail_in.readUnhandled();
    expect(await kinds()).toEqual(['hard_bounce']);
    expect((await shop.delivery(id))?.status).toBe('failed');
  });
});

describe('what is too much', () => {
  test('a mail that is too large is refused for good, whether it says so or not', async () => {
    shop = await listeningShop({ limits: { message_bytes_max: 10_000 } });
    const to = shop.address('reply', await shop.mailed('A-1'));
    const raw = `From: ${BUYER}\nSubject: a picture\n\n${'x'.repeat(70)}\n`;
    expect(
      (await post(shop.port, { from: BUYER, to, raw: raw + `${'y'.repeat(70)}\n`.repeat(300) })).message,
    ).toMatch(/^552/);
    const talk = await talkTo(shop.port);
    await talk.say('EHLO mail.test');
    expect(await talk.say(`MAIL FROM:<${BUYER}> SIZE=20000`)).toMatch(/^552/);
    talk.cut();
    expect(await shop.stored()).toEqual([]);
    expect((await post(shop.port, { from: BUYER, to, raw })).message).toMatch(/^250/);
  });

  test('more than there is room for waits outside', async () => {
    shop = await listeningShop({ limits: { bytes_under_way_max: 1_000 } });
    const to = shop.address('reply', await shop.mailed('A-1'));
    const raw = `From: ${BUYER}\n\n${'y'.repeat(5_000)}\n`;
    expect((await post(shop.port, { from: BUYER, to, raw })).message).toMatch(/^451/);
    expect(await count('busy')).toBe(1);
  });

  test('who dawdles over a message is cut off', async () => {
    shop = await listeningShop({ limits: { message_timeout_ms: 100 } });
    const to = shop.address('reply', await shop.mailed('A-1'));
    const talk = await talkTo(shop.port);
    for (const line of ['EHLO mail.test', 'MAIL FROM:<>', `RCPT TO:<${to}>`, 'DATA']) await talk.say(line);
    talk.send('Subject: slow\r\n');
    await until('patience ends', async () => (await count('too_slow')) === 1);
    talk.cut();
    expect(await shop.stored()).toEqual([]);
  });

  test('a conversation of nonsense ends, and the next one is heard', async () => {
    shop = await listeningShop();
    const talk = await talkTo(shop.port);
    for (const line of ['MAIL FROM:<>', 'RCPT TO:<x>', 'DATA', 'AUTH PLAIN AAAA', 'STARTTLS', 'VRFY x']) {
      expect(await talk.say(line), line).toMatch(/^([25]\d\d|closed)/);
    }
    talk.send(Buffer.alloc(100_000, 0xff));
    talk.cut();
    const to = shop.address('bounce', await shop.mailed('A-1'));
    expect((await post(shop.port, { from: '', to, raw: bounceOf() })).message).toMatch(/^250/);
  });
});

import { Registry } from 'prom-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Outbox } from '../../src/channels/outbox/index.ts';
import { openPushServices } from '../../src/channels/push/index.ts';
import { loadConfig } from '../../src/config.ts';
import { readMail } from '../../src/lib/mime/index.ts';
import { composeStory } from '../../src/modules/composition.ts';
import { readOpenReplies } from '../../src/modules/correspondence/index.ts';
import { answer_limits, proofCode, readAnswers } from '../../src/modules/notifications/proof/index.ts';
import { readOrders } from '../../src/modules/order-view/index.ts';
import { openSending } from '../../src/sending.ts';
import { silent, until } from '../outbox/line.ts';
import { post } from './conversation.ts';
import { type Relay, startRelay } from './relay.ts';
import { BUYER, DOMAIN, type ListeningShop, listeningShop, NOW, secrets } from './shop.ts';

/** Mail comes in by SMTP, and what answers it leaves by SMTP, through everything that sends in a real shop. */
let shop: ListeningShop;
let relay: Relay;
let outbox: Outbox;

const to = `verify@${DOMAIN}`;

beforeEach(async () => {
  relay = await startRelay();
  shop = await listeningShop({ wake: () => outbox.wake() });
  const loaded = loadConfig({
    ...{ SHOP_NAME: 'Harbour Books', MAIL_FROM: 'Harbour <orders@harbour.example>', SMTP_URL: relay.url },
    ...{ MAIL_RETURN_DOMAIN: DOMAIN, SHOP_LOCALE: 'pl' },
  });
  if (!('config' in loaded)) throw new Error(loaded.mistakes.join('\n'));
  const { clock, database } = shop;
  const sending = openSending({
    ...{ config: loaded.config, database: database.pool, clock, log: silent, secrets },
    ...{ orders: readOrders(database.pool, composeStory()), public_url: 'https://orders.harbour.example' },
    channels: ['email'],
    push: {
      keys: { public_key: '', sign: () => '' } as never,
      services: openPushServices({ private_hosts: false }),
    },
  });
  outbox = sending.start(new Registry());
});
afterEach(async () => {
  await outbox.close();
  await relay.close();
  await shop.close();
});

/** A letter to `verify@`. */
const letter = (text: string, changes: { from?: string; headers?: string } = {}): string =>
  `From: ${changes.from ?? `Ann <${BUYER}>`}
Subject: Fwd: Verify http://evil.example now
Message-ID: <letter-1@mail.example.com>
${changes.headers ?? ''}Content-Type: text/plain; charset=utf-8

${text}
`;

/** Sends it, and waits until it has been read. @returns its id */
async function ask(raw: string, from = BUYER): Promise<string> {
  const { pool } = shop.database;
  const before = new Set((await readIds()).map(({ id }) => id));
  expect((await post(shop.port, { from, to, raw })).message).toMatch(/^250/);
  await until('it is read', async () => (await readIds()).every(({ handled }) => handled));
  return (await readIds()).find(({ id }) => !before.has(id))!.id;

  async function readIds(): Promise<{ id: string; handled: boolean }[]> {
    return (await pool.query('select id, handled_at is not null as handled from inbound_mails')).rows;
  }
}

/** What was planned: nothing else in these tests answers a letter. */
async function planned(): Promise<number> {
  const sql = `select count(*) as count from notifications where type = 'proof_answer'`;
  return (await shop.database.pool.query(sql)).rows[0].count;
}

const left = (count: number) => until(`${count} left`, () => answers().length >= count);
const answers = () => relay.taken.filter(({ raw }) => raw.includes('Auto-Submitted: auto-replied'));
const textOf = (raw: string) => readMail(Buffer.from(raw)).text.replace(/\s+/g, ' ');

describe('who forwards a message is told whether it is ours', () => {
  test('yes, in the language it was written in, and the letter stays with the operator', async () => {
    const id = await shop.mailed('A-1');
    const asked = await ask(letter(`Is this yours?\n\n> Hello\n> enter the code ${proofCode(id)}.`));
    await left(1);
    const [answer] = answers();
    expect(answer).toMatchObject({ from: '', to: BUYER });
    const text = textOf(answer!.raw);
    expect(text).toContain('Yes, we sent this message.');
    expect(text).toContain('Order confirmed, sent on 5 March 2026');
    expect(text).toContain('b***r@e***.com');
    expect((await readOpenReplies(shop.database.pool, 10)).total).toBe(1);
    await until('it is written down', async () => {
      const standing = (await readAnswers(shop.database.pool, [asked])).get(asked);
      return standing?.status === 'sent' && standing.sent_at === NOW;
    });
  });

  test('no, in the language of the shop, without a word or a link of what they sent', async () => {
    await ask(letter('Dear customer, your card: http://evil.example/pay?x 0000-0000-0000'));
    await left(1);
    const { raw } = answers()[0]!;
    expect(textOf(raw)).toContain('Nie, to nie my wysłaliśmy tę wiadomość.');
    expect(raw + textOf(raw)).not.toMatch(/evil|Dear customer|0000-0000|Fwd/);
    expect(raw).toMatch(/^In-Reply-To: <letter-1@mail\.example\.com>\r$/m);
    expect(raw).toMatch(/^Message-ID: <[0-9a-f]{24}\.email@harbour\.example>\r$/m);
    expect(raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
    expect(raw.length).toBeLessThan(3_000);
  });

  test('that there is no code in it', async () => {
    await ask(letter('Your parcel waits: click'));
    await left(1);
    expect(textOf(answers()[0]!.raw)).toContain('Nie ma w niej naszego kodu.');
  });

  test('by the id of an attached message, by HTML, by a code alone', async () => {
    const id = await shop.mailed('A-1');
    const attached = `Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

See below
--b
Content-Type: message/rfc822

From: Harbour <orders@harbour.example>
Message-ID: <${id}.email@harbour.example>
Subject: Confirmed

Hello
--b--
`;
    const html = `Content-Type: text/html\n\n<p>Code <b>${proofCode(id).replaceAll('-', '&#45;')}</b></p>\n`;
    const plain = `\n${proofCode(id).replaceAll('-', '').toLowerCase()}\n`;
    for (const body of [attached, html, plain]) {
      await ask(`From: ${BUYER}\nSubject: ?\n${body}`);
    }
    await left(3);
    for (const { raw } of answers()) expect(textOf(raw)).toContain('Yes, we sent this message.');
  });

  test('not by what the letter itself claims to answer', async () => {
    const id = await shop.mailed('A-1');
    await ask(letter('Pay here', { headers: `References: <${id}.email@harbour.example>\n` }));
    await left(1);
    expect(textOf(answers()[0]!.raw)).toContain('Nie ma w niej naszego kodu.');
  });

  test('an id that is none is not repeated', async () => {
    const raw = letter('?').replace('<letter-1@mail.example.com>', '<visit http://evil.example/ now@x>');
    await ask(raw);
    await left(1);
    expect(answers()[0]!.raw).not.toMatch(/evil|In-Reply-To/);
  });
});

describe('nobody is answered who', () => {
  test.each([
    ['has no address', '', letter('?')],
    ['is not who the letter names', 'ann@elsewhere.example', letter('?')],
    ['names two authors', BUYER, letter('?', { headers: 'From: Eve <eve@evil.example>\n' })],
    ['is a robot', BUYER, letter('?', { headers: 'Auto-Submitted: auto-replied\n' })],
    ['is a list', BUYER, letter('?', { headers: 'List-Id: <news.example>\n' })],
    ['wants no answer', 'noreply@example.com', letter('?', { from: 'noreply@example.com' })],
    ['is we ourselves', 'orders@harbour.example', letter('?', { from: 'orders@harbour.example' })],
    ['is the address that answers', to, letter('?', { from: to })],
    ['is an address of ours', `any@${DOMAIN}`, letter('?', { from: `any@${DOMAIN}` })],
  ])('%s', async (_, from, raw) => {
    await ask(raw, from);
    expect(await planned()).toBe(0);
  });

  test('writes to another address of ours', async () => {
    expect((await post(shop.port, { from: BUYER, to: `abuse@${DOMAIN}`, raw: letter('?') })).message).toMatch(
      /^250/,
    );
    await until('it is read', async () => (await shop.stored()).every(({ kind }) => kind !== null));
    expect(await planned()).toBe(0);
  });
});

describe('once, and not too often', () => {
  test('a letter that comes twice, or is read twice after a crash, has one answer', async () => {
    const raw = letter('?');
    const id = await ask(raw);
    await left(1);
    await post(shop.port, { from: BUYER, to, raw });
    const { pool } = shop.database;
    await pool.query('update inbound_mails set handled_at = null where id = $1', [id]);
    shop.clock.advance(120_000);
    await shop.mail_in.readUnhandled();
    const unread = await pool.query('select from inbound_mails where handled_at is null');
    expect(unread.rowCount).toBe(0);
    expect(await planned()).toBe(1);
    expect(answers()).toHaveLength(1);
  });

  test('our own answer, sent back to us, is answered by nobody', async () => {
    await ask(letter('?'));
    await left(1);
    await ask(answers()[0]!.raw, BUYER);
    expect(await planned()).toBe(1);
  });

  test('somebody whose address is used gets a few, and again the next day', async () => {
    const { of_a_writer_per_day } = answer_limits;
    for (let time = 0; time <= of_a_writer_per_day; time++) await ask(letter(`Time ${time}`));
    expect(await planned()).toBe(of_a_writer_per_day);
    await ask(letter('?', { from: 'Bob <bob@example.com>' }), 'bob@example.com');
    expect(await planned()).toBe(of_a_writer_per_day + 1);
    shop.clock.advance(25 * 3_600_000);
    await ask(letter('The next day'));
    expect(await planned()).toBe(of_a_writer_per_day + 2);
  });

  test('all together get so many in an hour, whoever they say they are', async () => {
    const { of_all_per_hour } = answer_limits;
    await shop.database.pool.query(
      `insert into notifications (subject_key, id, type, audience, recipient, locale, importance, data, created_at)
       select 'letter:' || n, lpad(n::text, 24, '0'), 'proof_answer', 'buyer', 'address:' || n, 'en', 8, '{}', $1
       from generate_series(1, $2::int) as n`,
      [NOW, of_all_per_hour],
    );
    await ask(letter('?'));
    expect(await planned()).toBe(of_all_per_hour);
    shop.clock.advance(2 * 3_600_000);
    await ask(letter('Two hours later'));
    expect(await planned()).toBe(of_all_per_hour + 1);
  });

  test('what was erased before the answer left is not answered', async () => {
    await shop.database.pool.query(`update channels set paused_at = $1 where channel = 'email'`, [NOW]);
    const id = await ask(letter('?'));
    await shop.database.pool.query('delete from inbound_mails where id = $1', [id]);
    await shop.database.pool.query(`update channels set paused_at = null where channel = 'email'`);
    outbox.wake();
    await until('it is settled', async () => {
      return (await readAnswers(shop.database.pool, [id])).get(id)?.status === 'suppressed';
    });
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unsubscribePath } from '../../src/channels/email/unsubscribe.ts';
import { eraseCorrespondence, readOpenReplies, readReplies } from '../../src/modules/correspondence/index.ts';
import { readPreferences } from '../../src/modules/notifications/preferences/index.ts';
import { until } from '../outbox/line.ts';
import { post } from './conversation.ts';
import { BUYER, bounceOf, DOMAIN, type ListeningShop, listeningShop, secrets } from './shop.ts';

let shop: ListeningShop;
beforeEach(async () => {
  shop = await listeningShop();
});
afterEach(() => shop.close());

/** Sends a mail and waits until it has been read. */
async function arrive(mail: { from?: string; to: string; raw: string }): Promise<Record<string, unknown>> {
  const before = (await shop.stored()).length;
  // The newest is found by when it came.
  shop.clock.advance(1_000);
  expect((await post(shop.port, { from: '', ...mail })).message).toMatch(/^250/);
  let newest: Record<string, unknown> | undefined;
  await until('it is read', async () => {
    const stored = await shop.stored();
    newest = stored.findLast(({ kind }) => kind !== null);
    return stored.length === before + 1 && stored.every(({ kind }) => kind !== null);
  });
  return newest!;
}

const complaint = (inside: string): string => `From: fbl@isp.example
Subject: FW: Confirmed
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="f"

--f
Content-Type: text/plain

This is an e-mail abuse report.

--f
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Isp/1.0
Version: 1

--f
Content-Type: message/rfc822

Return-Path: <${inside}>
From: Harbour <orders@harbour.example>
Subject: Confirmed

Your order
--f--
`;

const vacation = `From: Ann <${BUYER}>
Subject: Automatic reply: Confirmed
Auto-Submitted: auto-replied

I am at the sea.
`;

describe('a hard bounce', () => {
  test('fails its delivery, stops the address, and its message goes by the next channel', async () => {
    const id = await shop.mailed('A-1');
    const read = await arrive({ to: shop.address('bounce', id), raw: bounceOf() });
    expect(read).toMatchObject({ kind: 'hard_bounce', reason: 'no_such_mailbox', status: '5.1.1' });
    expect(read.subject_key).toBe('order:A-1');
    expect(await shop.delivery(id)).toMatchObject({ status: 'failed', last_error: 'bounced: 5.1.1' });
    expect((await shop.addresses.standing('  BUYER@example.com'))?.stopped).toMatchObject({
      status: '5.1.1',
    });
    expect(await shop.addresses.standing('other@example.com')).toBeNull();
    // An order's confirmation is mandatory.
    expect(await shop.delivery(id, 'sms')).toMatchObject({ status: 'waiting', cause: 'fallback' });
    expect(shop.woken).toBe(1);
  });

  test('lifted by a person, the address is like any other', async () => {
    const id = await shop.mailed('A-1');
    await arrive({ to: shop.address('bounce', id), raw: bounceOf() });
    expect(await shop.addresses.lift(BUYER)).toBe(true);
    expect(await shop.addresses.lift(BUYER)).toBe(false);
    expect((await shop.addresses.standing(BUYER))?.stopped ?? null).toBeNull();
  });

  test('while a mail server still tries, nothing has failed', async () => {
    const id = await shop.mailed('A-1');
    const raw = bounceOf({ action: 'delayed', status: '4.4.1', said: '421 4.4.1 Connection timed out' });
    expect(await arrive({ to: shop.address('bounce', id), raw })).toMatchObject({ kind: 'soft_bounce' });
    expect(await shop.delivery(id)).toMatchObject({ status: 'sent' });
    expect(await shop.addresses.standing(BUYER)).toBeNull();
  });

  test('that comes before we wrote down that the mail had left is read once we have', async () => {
    const id = await shop.mailed('A-1');
    const { pool } = shop.database;
    await pool.query(`update deliveries set status = 'sending' where notification_id = $1`, [id]);
    await post(shop.port, { from: '', to: shop.address('bounce', id), raw: bounceOf() });
    await pool.query(`update deliveries set status = 'sent' where notification_id = $1`, [id]);
    await until('it failed', async () => (await shop.delivery(id))?.status === 'failed');
  });

  test('of a mail nobody can name changes nothing and is there to be seen', async () => {
    const id = await shop.mailed('A-1');
    const read = await arrive({ to: `postmaster@${DOMAIN}`, raw: bounceOf() });
    expect(read).toMatchObject({ kind: 'hard_bounce', subject_key: null });
    expect(await shop.delivery(id)).toMatchObject({ status: 'sent' });
    expect(await shop.addresses.standing(BUYER)).toBeNull();
  });
});

test('a soft bounce fails its delivery and stops nothing', async () => {
  const id = await shop.mailed('A-1');
  const raw = bounceOf({ status: '5.2.2', said: '552 5.2.2 Mailbox full' });
  expect(await arrive({ to: shop.address('bounce', id), raw })).toMatchObject({ reason: 'mailbox_full' });
  expect(await shop.delivery(id)).toMatchObject({ status: 'failed', last_error: 'bounced: 5.2.2' });
  expect(await shop.addresses.standing(BUYER)).toMatchObject({ stopped: null, soft: { days: 1 } });
});

test('a complaint mutes the address, by the address inside what was sent back', async () => {
  const id = await shop.mailed('A-1');
  const raw = complaint(shop.address('bounce', id));
  const read = await arrive({ from: 'fbl@isp.example', to: `abuse@${DOMAIN}`, raw });
  expect(read).toMatchObject({ kind: 'complaint', reason: 'abuse', subject_key: 'order:A-1' });
  expect(await shop.addresses.standing(BUYER)).toMatchObject({ stopped: null });
  expect((await shop.addresses.standing(BUYER))?.complained_at_ms).not.toBeNull();
  expect(await shop.delivery(id)).toMatchObject({ status: 'sent' });
});

test('a program that answers for its owner changes nothing and is nobody’s letter', async () => {
  const id = await shop.mailed('A-1');
  const read = await arrive({ to: shop.address('reply', id), raw: vacation });
  expect(read).toMatchObject({ kind: 'auto_reply', subject_key: 'order:A-1' });
  expect(await shop.delivery(id)).toMatchObject({ status: 'sent' });
  expect((await readOpenReplies(shop.database.pool, 10)).total).toBe(0);
});

test('a report that all went well is no letter either', async () => {
  const id = await shop.mailed('A-1');
  const raw = bounceOf({ action: 'delivered', status: '2.0.0', said: '250 2.0.0 Ok' });
  expect(await arrive({ to: shop.address('bounce', id), raw })).toMatchObject({ kind: 'not_a_bounce' });
  expect((await readOpenReplies(shop.database.pool, 10)).total).toBe(0);
  expect(await shop.delivery(id)).toMatchObject({ status: 'sent' });
});

describe('what a person writes', () => {
  const letter = (headers = '', from = `Ann <${BUYER}>`) => `From: ${from}
Subject: Re: Confirmed
${headers}Content-Type: text/plain; charset=utf-8

Please leave it at No. 5 — thank you!

On Mon, 2 Mar 2026, Harbour wrote:
> Your order is confirmed
`;
  const replies = (number: string) => readReplies(shop.database.pool)(number);

  test('belongs to the order of the mail it answers', async () => {
    const id = await shop.mailed('A-1');
    const raw = letter();
    expect(await arrive({ from: BUYER, to: shop.address('reply', id), raw })).toMatchObject({
      kind: 'not_a_bounce',
      subject_key: 'order:A-1',
    });
    const [reply] = await replies('A-1');
    expect(reply).toMatchObject({
      from: `Ann <${BUYER}>`,
      text: 'Please leave it at No. 5 — thank you!',
      quoted: 'On Mon, 2 Mar 2026, Harbour wrote:\n> Your order is confirmed',
    });
    expect((await readOpenReplies(shop.database.pool, 10)).total).toBe(1);
  });

  test('to our sender’s address belongs to the mail it names, if it comes from where that went', async () => {
    const id = await shop.mailed('A-1');
    const headers = `In-Reply-To: <${id}.email@harbour.example>\n`;
    await arrive({ from: BUYER, to: 'orders@harbour.example', raw: letter(headers) });
    expect(await replies('A-1')).toHaveLength(1);
    await arrive({
      from: 'eve@evil.example',
      to: 'orders@harbour.example',
      raw: letter(headers, 'eve@evil.example'),
    });
    expect(await replies('A-1')).toHaveLength(1);
    const open = await readOpenReplies(shop.database.pool, 10);
    expect(open.newest.map(({ subject_key }) => subject_key).sort()).toEqual(['', 'order:A-1']);
  });

  test('a robot’s words are for the operator, not on the buyer’s order', async () => {
    const id = await shop.mailed('A-1');
    await arrive({ from: BUYER, to: shop.address('reply', id), raw: letter('Precedence: bulk\n') });
    expect(await replies('A-1')).toEqual([]);
    expect((await readOpenReplies(shop.database.pool, 10)).total).toBe(1);
  });

  test('is erased with its order, as it came and as it was read', async () => {
    const id = await shop.mailed('A-1');
    await arrive({ from: BUYER, to: shop.address('reply', id), raw: letter() });
    await arrive({ from: BUYER, to: shop.address('reply', id), raw: letter('Precedence: bulk\n') });
    await eraseCorrespondence(shop.database.pool, ['order:A-1']);
    expect(await replies('A-1')).toEqual([]);
    expect(await shop.stored()).toEqual([]);
    expect((await readOpenReplies(shop.database.pool, 10)).total).toBe(0);
  });
});

test('two robots do not talk to each other: whatever comes in, nothing is sent in answer', async () => {
  const id = await shop.mailed('A-1');
  const { pool } = shop.database;
  const planned = async () => (await pool.query('select count(*) as count from notifications')).rows[0].count;
  const before = await planned();
  for (let round = 0; round < 3; round++) {
    await arrive({ from: BUYER, to: shop.address('reply', id), raw: `X-Round: ${round}\n${vacation}` });
    await arrive({ from: BUYER, to: `verify@${DOMAIN}`, raw: `X-Round: ${round}\n${vacation}` });
  }
  expect(await planned()).toBe(before);
  expect(shop.woken).toBe(0);
});

test('the mail a program writes to have no more of a kind ends it, and is no letter', async () => {
  const wish = { person: 'customer:c-1', type: 'shipment_out_for_delivery' };
  const token = unsubscribePath(secrets, wish).slice('/unsubscribe/'.length);
  const mail = (subject: string) => `From: Ann <${BUYER}>\nSubject: ${subject}\n\n`;
  const wishes = async () => (await readPreferences(shop.database.pool, wish.person)).types;
  await arrive({
    from: BUYER,
    to: 'orders@harbour.example',
    raw: mail(`unsubscribe ${token.slice(0, -9)}AAAAAAAAA`),
  });
  expect(await wishes()).toEqual({});
  const read = await arrive({ from: BUYER, to: 'orders@harbour.example', raw: mail(`unsubscribe ${token}`) });
  expect(read).toMatchObject({ kind: 'not_a_bounce', reason: 'unsubscribed' });
  expect(await wishes()).toEqual({ [wish.type]: { email: 'off' } });
  expect((await readOpenReplies(shop.database.pool, 10)).total).toBe(1);
});

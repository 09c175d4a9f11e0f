import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConversations } from '../../src/modules/cases/conversation.ts';
import { readReplies } from '../../src/modules/correspondence/index.ts';
import { packMessage } from '../../src/modules/notifications/deliveries/index.ts';
import { notificationId } from '../../src/modules/notifications/index.ts';
import { until } from '../outbox/line.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { naming, notificationsModule } from '../support/notifications.ts';
import { place, shop as wishes } from '../support/stories.ts';
import { post } from './conversation.ts';
import { BUYER, type ListeningShop, listeningShop } from './shop.ts';

let shop: ListeningShop;
beforeAll(async () => {
  shop = await listeningShop();
});
afterAll(() => shop.close());

const letter = (text: string, more = '') => `From: Ann <${BUYER}>
Subject: Re: An answer for you
${more}Content-Type: text/plain; charset=utf-8

${text}

On Mon, 2 Mar 2026, Harbour wrote:
> We are sorry. Which one arrived?
`;

/** An order whose buyer asked, and was told of the seller's answer. @returns where that mail can be answered */
async function answered(number: string): Promise<string> {
  const ledger = ledgerOn(shop.database.pool, [notificationsModule]);
  const to = wishes(number);
  for (const command of [
    place({ number }),
    to.ask('wrong_item', { units: { '1': 1 } }),
    to.say('seller', 'Sorry'),
  ]) {
    await ledger.execute(command);
  }
  const id = notificationId(naming, number, 3, 'case_message', 'buyer', 'customer');
  await shop.database.pool.query(
    "update deliveries set status = 'sent', attempts = 1, sent_at = now() where notification_id = $1",
    [id],
  );
  return shop.address('reply', id);
}

async function arrive(to: string, raw: string): Promise<void> {
  const before = (await shop.stored()).filter(({ kind }) => kind !== null).length;
  await post(shop.port, { from: BUYER, to, raw });
  await until(
    'it is read',
    async () => (await shop.stored()).filter(({ kind }) => kind !== null).length > before,
  );
}

const said = async (number: string) =>
  (await readConversations(shop.database.pool)(number)).map(({ from, text }) => [from, text]);
const letters = (number: string) => readReplies(shop.database.pool)(number);

test('a mail that answers a message about a case is said in the case, and nowhere else', async () => {
  const to = await answered('M-1');
  await arrive(to, letter('The green one. Thank you!'));
  expect(await said('M-1')).toEqual([
    ['buyer', 'Please help'],
    ['shop', 'Sorry'],
    ['buyer', 'The green one. Thank you!'],
  ]);
  expect(await letters('M-1')).toEqual([]);
  const { rows } = await shop.database.pool.query("select status from cases where order_number = 'M-1'");
  expect(rows).toEqual([{ status: 'open' }]);
});

test('the same mail again is said once', async () => {
  const to = await answered('M-2');
  await arrive(to, letter('The green one.'));
  await arrive(to, letter('The green one.', 'X-Again: 1\n'));
  expect(await said('M-2')).toHaveLength(3);
});

test('of a case that is settled it is a letter like any other', async () => {
  const to = await answered('M-3');
  await ledgerOn(shop.database.pool).execute(wishes('M-3').close('buyer'));
  await arrive(to, letter('One more thing.'));
  expect(await said('M-3')).toHaveLength(2);
  expect(await letters('M-3')).toMatchObject([{ text: 'One more thing.' }]);
});

test('whoever reads a mailbox that the order has left says nothing in its name', async () => {
  const to = await answered('M-5');
  const id = /reply\+(.{24})/.exec(to)![1]!;
  const message = { to: BUYER, subject: 'An answer for you', headers: {}, html: '', text: '' };
  await shop.database.pool.query(
    `insert into sent_messages (subject_key, notification_id, channel, body, sent_at)
     values ('order:M-5', $1, 'email', $2, now())`,
    [id, packMessage(message)],
  );
  await arrive(to, letter('It is still mine.'));
  await shop.database.pool.query("update contacts set email = 'new@example.com' where order_number = 'M-5'");
  await arrive(to, letter('Please cancel it all.'));
  expect((await said('M-5')).slice(2)).toEqual([['buyer', 'It is still mine.']]);
  expect(await letters('M-5')).toEqual([]);
});

test('an answer to another message of the order stays a letter', async () => {
  const to = shop.address('reply', await shop.mailed('M-4'));
  await arrive(to, letter('Please leave it at No. 5.'));
  expect(await letters('M-4')).toMatchObject([{ text: 'Please leave it at No. 5.' }]);
});

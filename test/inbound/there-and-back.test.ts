import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEmail, openSmtp } from '../../src/channels/email/index.ts';
import { type Outbox, openOutbox } from '../../src/channels/outbox/index.ts';
import { echoesOf } from '../../src/mail-in.ts';
import { readReplies } from '../../src/modules/correspondence/index.ts';
import { listNotifications } from '../../src/modules/notifications/deliveries/index.ts';
import { silent, until } from '../outbox/line.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { notificationsModule } from '../support/notifications.ts';
import { place } from '../support/stories.ts';
import { post } from './conversation.ts';
import { type Relay, startRelay } from './relay.ts';
import { BUYER, bounceOf, DOMAIN, type ListeningShop, listeningShop, secrets } from './shop.ts';

let shop: ListeningShop;
let relay: Relay;
let outbox: Outbox;

beforeEach(async () => {
  shop = await listeningShop();
  relay = await startRelay();
  const { pool: database } = shop.database;
  const { clock } = shop;
  const config = { inbound: null, returnDomain: DOMAIN, mailFrom: 'orders@harbour.example' };
  const email = openEmail({
    ...echoesOf({ config, database, secrets, clock }),
    provider: openSmtp({ url: relay.url, from: 'Harbour <orders@harbour.example>', clock, dkim: [] }),
    write: async ({ id, audience }) => ({
      ...{
        to: audience === 'buyer' ? BUYER : null,
        subject: 'Confirmed',
        html: '<p>x</p>',
        text: 'x',
        headers: {},
      },
      message_id: `<${id}.email@harbour.example>`,
    }),
  });
  outbox = openOutbox({ database, clock, log: silent, channels: [email], limits: { poll_ms: 20 } });
});
afterEach(async () => {
  await outbox.close();
  await relay.close();
  await shop.close();
});

async function order(number: string): Promise<void> {
  await ledgerOn(shop.database.pool, [notificationsModule]).execute(place({ number }));
  outbox.wake();
}

const statusOf = async (number: string) => {
  const page = { limit: 10, after: null, now_ms: shop.clock.now() };
  const { items } = await listNotifications(
    shop.database.pool,
    { order: number, type: 'order_confirmed' },
    page,
  );
  return items[0]?.channels.find(({ channel }) => channel === 'email');
};

test('a mail that was taken and bounces later fails, and the next one to that address is not sent', async () => {
  await order('A-1');
  await until('it has left', async () => (await statusOf('A-1'))?.status === 'sent');
  const [mail] = relay.taken;
  expect(mail!.from).toMatch(/^bounce\+[0-9a-f]{44}@orders\.harbour\.example$/);

  await post(shop.port, { from: '', to: mail!.from, raw: bounceOf() });
  await until('it has failed', async () => (await statusOf('A-1'))?.status === 'failed');
  expect(await statusOf('A-1')).toMatchObject({ last_error: 'bounced: 5.1.1' });

  await order('A-2');
  await until('it is settled', async () => (await statusOf('A-2'))?.status === 'suppressed');
  expect(await statusOf('A-2')).toMatchObject({ last_error: 'address_bounced' });
  expect(relay.taken).toHaveLength(1);

  await shop.addresses.lift(BUYER);
  await order('A-3');
  await until('it has left', async () => (await statusOf('A-3'))?.status === 'sent');
  expect(relay.taken).toHaveLength(2);
});

test('who complained gets no digest and no news, but what the contract asks for', async () => {
  const { pool: database } = shop.database;
  const config = { inbound: null, returnDomain: DOMAIN, mailFrom: 'orders@harbour.example' };
  const { objection } = echoesOf({ config, database, secrets, clock: shop.clock });
  const types = ['digest', 'shipment_out_for_delivery', 'order_confirmed'];
  const objections = () => Promise.all(types.map((type) => objection(BUYER, type)));
  expect(await objections()).toEqual([null, null, null]);
  await shop.addresses.cameBack(BUYER, { kind: 'complaint', at_ms: shop.clock.now() });
  expect(await objections()).toEqual(['address_complained', 'address_complained', null]);
});

test('a recipient the mail server refuses at the door is stopped like one that bounces', async () => {
  relay.refuses = BUYER;
  await order('A-1');
  await until('it has failed', async () => (await statusOf('A-1'))?.status === 'failed');
  await until('it is known', async () => (await shop.addresses.standing(BUYER))?.stopped != null);
});

test('a reply to the address in the mail is on its order', async () => {
  await order('A-1');
  await until('it has left', () => relay.taken.length === 1);
  const reply_to = /^Reply-To:\s+(\S+)/m.exec(relay.taken[0]!.raw)![1]!;
  const raw = `From: Ann <${BUYER}>\nSubject: Re: Confirmed\n\nThank you!\n`;
  await post(shop.port, { from: BUYER, to: reply_to, raw });
  await until('it is kept', async () => (await readReplies(shop.database.pool)('A-1')).length === 1);
});

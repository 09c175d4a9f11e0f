import { openDevInbox } from '../../src/channels/dev-inbox.ts';
import { type Outbox, type OutboxOptions, openOutbox } from '../../src/channels/outbox/index.ts';
import { openPush, openPushServices, openVapidKeys } from '../../src/channels/push/index.ts';
import { openTeller } from '../../src/channels/teller.ts';
import { type FixedClock, fixedClock } from '../../src/lib/clock.ts';
import type { Database } from '../../src/lib/database.ts';
import { secretsOf } from '../../src/lib/secrets.ts';
import { composeStory } from '../../src/modules/composition.ts';
import { keepDevice } from '../../src/modules/devices/index.ts';
import { readOrders } from '../../src/modules/order-view/index.ts';
import type { State } from '../../src/modules/state.ts';
import type { Ledger } from '../../src/story/index.ts';
import { silent, until } from '../outbox/line.ts';
import { testDatabase } from '../support/database.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { notificationsModule } from '../support/notifications.ts';
import { command, place, scan, shop as wishes } from '../support/stories.ts';
import type { TestBrowser } from './push-service.ts';

/** When the courier takes it: 09:30 in New York, where the orders of these tests go. */
export const OUT_AT = '2026-03-05T14:30:00Z';

/** A shop whose only channel is push, on a database of its own. */
export interface PushShop {
  database: Database;
  ledger: Ledger<State>;
  clock: FixedClock;
  public_key: string;
  /** Places an order and dispatches it, before anybody is told on a device. */
  order(number: string): Promise<void>;
  /** The buyer of the order wants to be told on this browser. */
  add(number: string, browser: TestBrowser, more?: { locale?: string; name?: string }): Promise<void>;
  /** The courier has it: a push becomes due. */
  outForDelivery(number: string): Promise<void>;
  /** Time goes by. */
  later(duration_ms: number): Promise<void>;
  /** An order out for delivery whose buyer has these browsers, after the first try. */
  tell(number: string, ...browsers: TestBrowser[]): Promise<PushDelivery>;
  /** Endpoints of the devices that follow an order. */
  devicesOf(number: string): Promise<string[]>;
  /** Whether messages about an order are planned on this channel. */
  isReached(number: string): Promise<boolean>;
  /** Waits until the push has been tried so often, or is settled. Answers with how the newest push of an order stands. */
  tried(number: string, attempts?: number): Promise<PushDelivery>;
  close(): Promise<void>;
}

export interface PushDelivery {
  type: string;
  status: string;
  attempts: number;
  last_error: string | null;
  due_at: Date;
  message_id: string | null;
}

export async function pushShop(limits: OutboxOptions['limits'] = {}): Promise<PushShop> {
  const opened = await testDatabase();
  const database = opened.pool;
  const clock = fixedClock(OUT_AT);
  const ledger = ledgerOn(database, [notificationsModule]);
  const keys = await openVapidKeys(null, { database, clock });
  const secrets = secretsOf([{ id: '1', secret: Buffer.alloc(32, 7) }]);
  const outbox = open();

  function open(): Outbox {
    const teller = openTeller({
      ...{ database, clock, secrets, orders: readOrders(database, composeStory()) },
      shop: { name: 'Harbour Books', public_url: 'https://shop.example', mail_from: 'orders@shop.example' },
      seller_defaults: { locale: 'en', time_zone: 'UTC' },
    });
    const push = openPush({
      ...{ database, clock, log: silent, secrets, teller, keys, subject: 'mailto:orders@shop.example' },
      services: openPushServices({ private_hosts: true }),
      inbox: openDevInbox({ database, clock }),
    });
    return openOutbox({
      ...{ database, clock, log: silent, channels: [push] },
      limits: { poll_ms: 20, reclaim_every_ms: 100, ...limits },
    });
  }

  async function newest(number: string): Promise<PushDelivery | undefined> {
    const { rows } = await database.query(
      `select d.type, status, attempts, last_error, due_at, message_id from deliveries d
       join notifications n on n.subject_key = d.subject_key and n.id = d.notification_id
       where d.subject_key = $1 and channel = 'push' order by n.fact_version desc limit 1`,
      [`order:${number}`],
    );
    return rows[0];
  }

  const shop: PushShop = {
    ...{ database, ledger, clock, public_key: keys.public_key },
    async order(number) {
      await ledger.execute(place({ number, customer: null }));
      await ledger.execute(wishes(number).dispatch('s-1', { 1: 3, 2: 1 }));
    },
    async add(number, { endpoint, ecdh, auth }, { locale = 'en', name = 'Firefox' } = {}) {
      const subscription = { endpoint, p256dh: ecdh.getPublicKey(), auth };
      const device = { ...subscription, locale, browser: name, server_key: keys.public_key };
      await keepDevice(database, [`order:${number}`], device, clock.now());
    },
    async outForDelivery(number) {
      const scans = [scan('out_for_delivery', OUT_AT)];
      await ledger.execute(command('RecordScans', number, { shipment: 's-1', scans }, OUT_AT));
      outbox.wake();
    },
    async later(duration_ms) {
      clock.advance(duration_ms);
      outbox.wake();
    },
    async tried(number, attempts = 1) {
      let row: PushDelivery | undefined;
      await until(`the push of ${number} is tried`, async () => {
        row = await newest(number);
        return (
          row !== undefined &&
          row.status !== 'sending' &&
          (row.status !== 'waiting' || row.attempts >= attempts)
        );
      });
      return row!;
    },
    async tell(number, ...browsers) {
      await shop.order(number);
      for (const browser of browsers) await shop.add(number, browser);
      await shop.outForDelivery(number);
      return shop.tried(number);
    },
    async devicesOf(number) {
      const { rows } = await database.query('select endpoint from push_devices where person = $1', [
        `order:${number}`,
      ]);
      return rows.map(({ endpoint }) => endpoint);
    },
    async isReached(number) {
      const { rows } = await database.query(`select from reach where person = $1 and channel = 'push'`, [
        `order:${number}`,
      ]);
      return rows.length > 0;
    },
    close: async () => {
      await outbox.close();
      await opened.close();
    },
  };
  return shop;
}

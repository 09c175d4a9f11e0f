import { openCourtesy, openTruth } from '../../src/channels/courtesy/index.ts';
import { withDigests } from '../../src/channels/email/digest-writer.ts';
import {
  type Mail,
  type MailProvider,
  openEmail,
  type ProviderOutcome,
} from '../../src/channels/email/index.ts';
import { openWriter } from '../../src/channels/email/writer.ts';
import { openOutbox } from '../../src/channels/outbox/index.ts';
import { openSms, openSmsInbox } from '../../src/channels/sms/index.ts';
import { openTeller } from '../../src/channels/teller.ts';
import { type FixedClock, fixedClock } from '../../src/lib/clock.ts';
import type { Database } from '../../src/lib/database.ts';
import { secretsOf } from '../../src/lib/secrets.ts';
import type { AnyCommand } from '../../src/modules/commands.ts';
import { composeStory } from '../../src/modules/composition.ts';
import {
  listNotifications,
  type NotificationItem,
  readNotification,
  resendDeliveries,
} from '../../src/modules/notifications/deliveries/index.ts';
import { notificationsModule } from '../../src/modules/notifications/index.ts';
import {
  default_preferences,
  type Preferences,
  writePreferences,
} from '../../src/modules/notifications/preferences/index.ts';
import { readOrders } from '../../src/modules/order-view/index.ts';
import { openPhones } from '../../src/modules/phones/index.ts';
import type { State } from '../../src/modules/state.ts';
import type { Ledger } from '../../src/story/index.ts';
import { silent, until } from '../outbox/line.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { place, scan, shop } from '../support/stories.ts';

/** A mail as it arrived at the far end. */
export type Arrived = Pick<Mail, 'to' | 'subject' | 'text' | 'html' | 'message_id'> & { at: string };

/**
 * A shop whose ledger plans, whose lines deliver, and whose readers have wishes: everything is the product's own but
 * for the mail server, and the hour is what the test says.
 */
export interface CourteousShop {
  database: TestDatabase;
  clock: FixedClock;
  ledger: Ledger<State>;
  /** Everything a mail server took. */
  mails: Arrived[];
  /** What the mail server says to a mail; null: it takes it. */
  answer: (mail: Mail) => ProviderOutcome | null;
  /** Places an order. Without `customer` its buyer is a guest. */
  place(number: string, buyer?: Buyer): Promise<void>;
  /** Something happens at a moment. */
  at(moment: string, ...commands: AnyCommand[]): Promise<void>;
  /** What a person wishes, beside the defaults, from now on. */
  wish(person: string, changes: Partial<Preferences>): Promise<void>;
  /** Lets everything leave that is due at a moment, with so many processes. */
  run(moment: string, processes?: number): Promise<void>;
  texts(): Promise<{ recipient: string; subject: string }[]>;
  /** As `GET /v1/notifications` shows them: of an order and a type. */
  told(number: string, type: string): Promise<NotificationItem[]>;
  /** The mail of a notification as it would leave now. */
  preview(id: string): Promise<{ subject: string; text: string }>;
  /** A person has it sent again. `number`: of its order; for a digest, its person. */
  resend(subject: string, id: string): Promise<void>;
  close(): Promise<void>;
}

export interface Buyer {
  customer?: string | null;
  time_zone?: string;
  locale?: string;
  email?: string | null;
  phone?: string | null;
}

export const channels = ['email', 'sms', 'push'] as const;

export async function courteousShop(now: string): Promise<CourteousShop> {
  const database = await testDatabase();
  const clock = fixedClock(now);
  const ledger = ledgerOn(database.pool, [notificationsModule]);
  const parts = delivering(database.pool, clock);
  const mails: Arrived[] = [];

  const self: CourteousShop = {
    ...{ database, clock, ledger, mails, answer: () => null },
    async place(number, buyer = {}) {
      const { email = `buyer-of-${number}@shop.example`, phone = null, customer = null, ...order } = buyer;
      // One line, so that its parcel is no part of an order.
      const lines = [{ id: '2', quantity: 1, unit_price: 500 }];
      const command = place({ number, customer, lines, ...order });
      Object.assign(command.body.contact, { email: email ?? '', phone });
      await self.at(new Date(clock.now()).toISOString(), command);
    },
    async at(moment, ...commands) {
      clock.set(moment);
      for (const command of commands) {
        const told = await ledger.execute({ ...command, at: moment, recorded_at: moment } as AnyCommand);
        if (told.refusal) throw new Error(`${command.type}: ${told.refusal.code}`);
      }
    },
    async wish(person, changes) {
      await writePreferences(database.pool, person, { ...default_preferences, ...changes }, clock.now());
    },
    async run(moment, processes = 1) {
      clock.set(moment);
      const provider: MailProvider = {
        concurrency: 4,
        async deliver({ to, subject, text, html, message_id }, _signal) {
          const mail = { to, subject, text, html, message_id };
          const outcome = self.answer(mail as Mail);
          if (outcome === null) mails.push({ ...mail, at: new Date(clock.now()).toISOString() });
          return outcome ?? { kind: 'sent' };
        },
        async close() {},
      };
      const outboxes = Array.from({ length: processes }, () => parts.open(provider));
      await until('nothing is due', () => nothingIsDue(database.pool, clock.now()));
      await Promise.all(outboxes.map((outbox) => outbox.close()));
    },
    async texts() {
      const { rows } = await database.pool.query(
        `select recipient, subject from dev_inbox where channel = 'sms' order by id`,
      );
      return rows;
    },
    async told(number, type) {
      const filter = number === '' ? { type } : { order: number, type };
      const page = { limit: 100, after: null, now_ms: clock.now() };
      return (await listNotifications(database.pool, filter, page)).items;
    },
    async preview(id) {
      return parts.write((await readNotification(database.pool, id))!);
    },
    async resend(subject, id) {
      const subject_key = subject.includes(':') ? subject : `order:${subject}`;
      await resendDeliveries(database.pool, {
        ...{ subject_key, notification_id: id, only: ['sent', 'failed', 'suppressed'], now_ms: clock.now() },
      });
    },
    close: () => database.close(),
  };
  return self;
}

function delivering(database: Database, clock: FixedClock) {
  const orders = readOrders(database, composeStory());
  const secrets = secretsOf([{ id: '1', secret: Buffer.alloc(32, 7) }]);
  const about = {
    name: 'Harbour Books',
    public_url: 'https://tidings.test',
    mail_from: 'orders@harbour.example',
  };
  const seller_defaults = { locale: 'en', time_zone: 'UTC' };
  const tell = openTeller({ database, orders, secrets, shop: about, clock, seller_defaults });
  const truth = openTruth({ orders, clock });
  const write = withDigests(openWriter(tell), { database, truth, teller: tell, shop: about });
  return {
    write,
    open(provider: MailProvider) {
      const courteous = openCourtesy({
        database,
        orders,
        clock,
        time_zone: 'UTC',
        channels: ['email', 'sms'],
      });
      const sms = openSms({
        provider: openSmsInbox({ database, clock, from: 'Harbour Books' }),
        ...{ tell, phones: openPhones(database), clock, can_reply: true },
      });
      return openOutbox({
        ...{ database, clock, log: silent, channels: [openEmail({ provider, write }), sms].map(courteous) },
        limits: { poll_ms: 10 },
      });
    },
  };
}

async function nothingIsDue(database: Database, now_ms: number): Promise<boolean> {
  const { rows } = await database.query(
    `select from deliveries where channel <> 'push'
       and (status = 'sending' or status = 'waiting' and due_at <= $1) limit 1`,
    [new Date(now_ms)],
  );
  return rows.length === 0;
}

/** The parcel of an order, and where it is. */
export const parcel = (number: string, id = 'p-1') => ({
  leaves: (moment: string) => shop(number).dispatch(id, { '2': 1 }, { dispatched_at: moment }),
  is: (
    stage: Parameters<typeof scan>[0],
    moment: string,
    more: Parameters<typeof scan>[2] = {},
  ): AnyCommand => shop(number).scans(id, scan(stage, moment, more)),
});

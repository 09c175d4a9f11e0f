import { openCourtesy, openTruth } from '../../src/channels/courtesy/index.ts';
import { withDigests } from '../../src/channels/email/digest-writer.ts';
import {
  type Mail,
  type MailProvider,
  openEmail,
  type ProviderOutcome,
} from '../../src/channels/email/index.ts';
import { withPersonal } from '../../src/channels/email/personal-writer.ts';
import { openWriter } from '../../src/channels/email/writer.ts';
import type { Outcome } from '../../src/channels/outbox/index.ts';
import { openOutbox } from '../../src/channels/outbox/index.ts';
import { resultOf } from '../../src/channels/outbox/result.ts';
import { openSms, openSmsInbox } from '../../src/channels/sms/index.ts';
import { openTeller } from '../../src/channels/teller.ts';
import { type FixedClock, fixedClock } from '../../src/lib/clock.ts';
import type { Database } from '../../src/lib/database.ts';
import type { AnyCommand } from '../../src/modules/commands.ts';
import { composeStory } from '../../src/modules/composition.ts';
import {
  type ClaimedDelivery,
  claimDeliveries,
  listNotifications,
  type NotificationItem,
  readNotification,
  recordResults,
  resendDeliveries,
} from '../../src/modules/notifications/deliveries/index.ts';
import {
  default_preferences,
  type Preferences,
  writePreferences,
} from '../../src/modules/notifications/preferences/index.ts';
import { readOrders } from '../../src/modules/order-view/index.ts';
import { openPhones } from '../../src/modules/phones/index.ts';
import { silent, until } from '../outbox/line.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { notificationsModule, test_secrets } from '../support/notifications.ts';
import { place, scan, shop } from '../support/stories.ts';

/** A mail as it arrived at the far end. */
export type Arrived = Pick<Mail, 'to' | 'subject' | 'text' | 'html' | 'message_id'> & { at: string };

export interface Buyer {
  customer?: string | null;
  time_zone?: string;
  locale?: string;
  email?: string;
  phone?: string | null;
}

/** Those of the shop; nobody has a device, so nothing stands in the line of the last. */
export const channels = ['email', 'sms', 'push'] as const;

/**
 * A shop whose ledger plans, whose lines deliver, and whose readers have wishes: everything is the product's own but
 * for the mail server, and the hour is what the test says.
 */
export interface CourteousShop {
  database: TestDatabase;
  clock: FixedClock;
  /** Everything the mail server took. */
  mails: Arrived[];
  /** What the mail server says to a mail; null: it takes it. */
  answer: (mail: Mail) => ProviderOutcome | null;
  /** Places an order of one line, so that its parcel is no part of it. Without `customer` its buyer is a guest. */
  place(number: string, buyer?: Buyer): Promise<void>;
  /** Something happens at a moment. */
  at(moment: string, ...commands: AnyCommand[]): Promise<void>;
  /** What a person wishes, beside the defaults, from now on. */
  wish(person: string, changes: Partial<Preferences>): Promise<void>;
  /** Lets everything leave that is due at a moment, with so many processes. */
  run(moment: string, processes?: number): Promise<void>;
  /** What a process of its own does: it claims what is due on the line of e-mail, */
  claim(moment: string): Promise<ClaimedDelivery[]>;
  /** sends one of them, */
  send(delivery: ClaimedDelivery): Promise<Outcome>;
  /** and writes down what became of it. */
  record(delivery: ClaimedDelivery, outcome: Outcome): Promise<void>;
  texts(): Promise<{ recipient: string; subject: string }[]>;
  /** As `GET /v1/notifications` shows them: of a type, about an order, or about none in particular ('') . */
  told(number: string, type: string): Promise<NotificationItem[]>;
  /** The mail of a notification as it would leave now. */
  preview(id: string): Promise<{ subject: string; text: string }>;
  /** A person has it sent again. @param subject the number of its order, or the person of a digest */
  resend(subject: string, id: string): Promise<void>;
  close(): Promise<void>;
}

export async function courteousShop(now: string): Promise<CourteousShop> {
  const database = await testDatabase();
  const { pool } = database;
  const clock = fixedClock(now);
  const ledger = ledgerOn(pool, [notificationsModule]);
  const mails: Arrived[] = [];
  /** Claimed by a process of the test's own. */
  const claimed = new Set<string>();
  const provider: MailProvider = {
    concurrency: 4,
    async deliver(mail) {
      const { to, subject, text, html, message_id } = mail;
      const outcome = self.answer(mail);
      const at = new Date(clock.now()).toISOString();
      if (outcome === null) mails.push({ to, subject, text, html, message_id, at });
      return outcome ?? { kind: 'sent' };
    },
    async close() {},
  };
  const lines = openLines(pool, clock, provider);

  const self: CourteousShop = {
    ...{ database, clock, mails, answer: () => null },
    async place(number, { email, phone = null, customer = null, ...order } = {}) {
      const lines = [{ id: '2', quantity: 1, unit_price: 500 }];
      const command = place({ number, customer, lines, ...order });
      Object.assign(command.body.contact, { email: email ?? `buyer-of-${number}@shop.example`, phone });
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
      await writePreferences(pool, person, { ...default_preferences, ...changes }, clock.now());
    },
    async run(moment, processes = 1) {
      clock.set(moment);
      const outboxes = Array.from({ length: processes }, () => lines.open());
      await until('nothing is due', () => nothingIsDue(pool, clock.now(), [...claimed]));
      await Promise.all(outboxes.map((outbox) => outbox.close()));
    },
    async claim(moment) {
      clock.set(moment);
      const claim = { channel: 'email', now_ms: clock.now(), lease_ms: 60_000, limit: 10 };
      const deliveries = await claimDeliveries(pool, claim);
      for (const { notification } of deliveries) claimed.add(notification.id);
      return deliveries;
    },
    send: (delivery) => lines.email.send(delivery, AbortSignal.timeout(10_000)),
    async record(delivery, outcome) {
      const result = resultOf(delivery, outcome, clock.now(), 0);
      await recordResults(pool, [result], clock.now(), channels);
    },
    async texts() {
      const { rows } = await pool.query(
        `select recipient, subject from dev_inbox where channel = 'sms' order by id`,
      );
      return rows;
    },
    async told(number, type) {
      const filter = number === '' ? { type } : { order: number, type };
      const page = { limit: 100, after: null, now_ms: clock.now() };
      return (await listNotifications(pool, filter, page)).items;
    },
    preview: async (id) => lines.write((await readNotification(pool, id))!),
    async resend(subject, id) {
      const subject_key = subject.includes(':') ? subject : `order:${subject}`;
      const only = ['sent', 'failed', 'suppressed'] as const;
      await resendDeliveries(pool, { subject_key, notification_id: id, only, now_ms: clock.now() });
    },
    close: () => database.close(),
  };
  return self;
}

function openLines(database: Database, clock: FixedClock, provider: MailProvider) {
  const orders = readOrders(database, composeStory());
  const secrets = test_secrets;
  const mail_from = 'orders@harbour.example';
  const about = { name: 'Harbour Books', public_url: 'https://tidings.test', mail_from };
  const seller_defaults = { locale: 'en', time_zone: 'UTC' };
  const tell = openTeller({ database, orders, secrets, shop: about, clock, seller_defaults });
  const truth = openTruth({ orders, clock });
  const news = { database, truth, teller: tell, shop: about };
  const write = withPersonal(withDigests(openWriter({ teller: tell, secrets }), news), news);
  const courteous = openCourtesy({ database, orders, clock, secrets, time_zone: 'UTC', channels });
  const email = courteous(openEmail({ provider, write }));
  const inbox = openSmsInbox({ database, clock, from: 'Harbour Books' });
  const phones = openPhones(database);
  return {
    ...{ write, email },
    open() {
      const sms = courteous(openSms({ provider: inbox, tell, phones, clock, can_reply: true }));
      return openOutbox({
        ...{ database, clock, log: silent, channels: [email, sms], stand_ins: channels },
        limits: { poll_ms: 10 },
      });
    },
  };
}

async function nothingIsDue(database: Database, now_ms: number, claimed: string[]): Promise<boolean> {
  const { rows } = await database.query(
    `select from deliveries where channel <> 'push'
       and (status = 'waiting' and due_at <= $1
         or status = 'sending' and not (notification_id = any($2) and lease_until > $1)) limit 1`,
    [new Date(now_ms), claimed],
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

import { Registry } from 'prom-client';
import { type MailIn, type MailInOptions, openMailIn } from '../../src/channels/email/inbound/index.ts';
import { returnAddress } from '../../src/channels/email/returned/return-path.ts';
import { type FixedClock, fixedClock } from '../../src/lib/clock.ts';
import { openLog } from '../../src/lib/log.ts';
import { secretsOf } from '../../src/lib/secrets.ts';
import { type Addresses, openAddresses } from '../../src/modules/addresses/index.ts';
import { openIntoCase } from '../../src/modules/correspondence/index.ts';
import { packMessage } from '../../src/modules/notifications/deliveries/index.ts';
import { notificationId } from '../../src/modules/notifications/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { naming, notificationsModule } from '../support/notifications.ts';
import { place } from '../support/stories.ts';

export const NOW = '2026-03-05T12:00:00Z';
export const DOMAIN = 'orders.harbour.example';
export const BUYER = 'buyer@example.com';
export const secrets = secretsOf([{ id: '1', secret: Buffer.alloc(32, 7) }]);

/** A shop that listens for mail on a port of its own, with orders whose mails have left. */
export interface ListeningShop {
  database: TestDatabase;
  clock: FixedClock;
  addresses: Addresses;
  registry: Registry;
  mail_in: MailIn;
  port: number;
  /** How often something was said to be to be sent. */
  woken: number;
  /** Places an order, and says that its confirmation left for the buyer. @returns the notification's id */
  mailed(number: string, to?: string): Promise<string>;
  address(use: 'bounce' | 'reply', notification_id: string): string;
  delivery(notification_id: string, channel?: string): Promise<Record<string, unknown> | undefined>;
  /** What was stored, oldest first. */
  stored(): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export async function listeningShop(changes: Partial<MailInOptions> = {}): Promise<ListeningShop> {
  const database = await testDatabase();
  const { pool } = database;
  const clock = fixedClock(NOW);
  const addresses = openAddresses(pool);
  const registry = new Registry();
  const ledger = ledgerOn(pool, [notificationsModule]);
  const mail_in = await openMailIn({
    ...{ database: pool, addresses, secrets, clock, registry },
    ours: { secrets, domain: DOMAIN, sender: 'orders@harbour.example' },
    log: openLog({ level: 'silent' }),
    intoCase: openIntoCase(pool, ledger, secrets.current),
    channels: ['email', 'sms'],
    locale: 'pl',
    wake: () => {
      shop.woken += 1;
    },
    listen: { port: 0, host: '127.0.0.1' },
    ...changes,
  });
  const shop: ListeningShop = {
    ...{ database, clock, addresses, registry, mail_in, port: mail_in.port!, woken: 0 },
    address: (use, id) => returnAddress(secrets, DOMAIN, use, id)!,
    async mailed(number, to = BUYER) {
      await ledger.execute(place({ number }));
      const id = notificationId(naming, number, 1, 'order_confirmed', 'buyer', 'customer');
      await pool.query(
        `update deliveries set status = 'sent', attempts = 1, sent_at = $2, message_id = '<' || $1 || '.email@x>'
         where notification_id = $1`,
        [id, NOW],
      );
      const message = { to, subject: 'Confirmed', headers: {}, html: '<p>x</p>', text: 'x' };
      await pool.query(
        `insert into sent_messages (subject_key, notification_id, channel, body, sent_at)
         values ($1, $2, 'email', $3, $4)`,
        [`order:${number}`, id, packMessage(message), NOW],
      );
      return id;
    },
    async delivery(id, channel = 'email') {
      const { rows } = await pool.query(
        'select status, last_error, cause from deliveries where notification_id = $1 and channel = $2',
        [id, channel],
      );
      return rows[0];
    },
    async stored() {
      const { rows } = await pool.query(
        'select recipient, envelope_sender, kind, reason, status, subject_key from inbound_mails order by received_at, id',
      );
      return rows;
    },
    async close() {
      await mail_in.close();
      await database.close();
    },
  };
  return shop;
}

/** A report by RFC 3464 as Postfix writes it. */
export function bounceOf(
  changes: { to?: string; action?: string; status?: string; said?: string } = {},
): string {
  const { to = BUYER, action = 'failed', status = '5.1.1' } = changes;
  const said = changes.said ?? `550 5.1.1 <${to}>: Recipient address rejected: User unknown`;
  return `From: MAILER-DAEMON@mx.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"
Message-Id: <20260305@mx.example>

--b1
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

<${to}>: host mx2.example[192.0.2.1] said: ${said} (in reply to RCPT TO command)

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${to}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; ${said}

--b1
Content-Type: text/rfc822-headers

From: Harbour <orders@harbour.example>
Subject: Confirmed

--b1--
`;
}

import { zstdCompressSync } from 'node:zlib';
import type { Database } from '../lib/database.ts';
import { openAddresses } from '../modules/addresses/index.ts';
import { returnDelivery } from '../modules/notifications/deliveries/index.ts';
import {
  default_preferences,
  type Preferences,
  writePreferences,
} from '../modules/notifications/preferences/index.ts';
import { suggestions_wish } from '../modules/recommendations/index.ts';
import { BUYERS } from './people.ts';

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;

/** Asleep at the moment, whenever that is: what happened to the parcel is held until they wake. */
const sleeper = { order: 'HB-1009', time_zone: 'Europe/London' };
/** Wants the carrier's news once a day: those of past days leave at once, any that comes now in a few minutes. */
const gatherer = { order: 'HB-1010', time_zone: 'America/New_York' };
/** Wants text messages beside e-mail. */
const texter = { order: 'HB-1008' };
/** Wants to be shown other books in mails, too. */
const reader = { order: 'HB-1015' };
/** The mail to them came back. */
const bounced = { order: 'HB-1014', email: BUYERS.school.email, type: 'order_confirmed' };

/** How some buyers of the demonstration want to be told. Before their orders: channels are chosen in their commit. */
export async function seedWishes(database: Database, now_ms: number): Promise<void> {
  for (const [order, wishes] of wishesAt(now_ms)) {
    await writePreferences(database, `order:${order}`, { ...default_preferences, ...wishes }, now_ms);
  }
}

function* wishesAt(now_ms: number): Generator<[order: string, Partial<Preferences>]> {
  const from = clockAt(now_ms - 2 * hour_ms, sleeper.time_zone);
  const to = clockAt(now_ms + 6 * hour_ms, sleeper.time_zone);
  yield [sleeper.order, { quiet_hours: { from, to } }];
  const types = Object.fromEntries(
    ['shipment_dispatched', 'shipment_out_for_delivery', 'shipment_delivered', 'shipment_exception'].map(
      (type) => [type, { email: 'digest' as const }],
    ),
  );
  yield [gatherer.order, { types, digest_at: clockAt(now_ms + 3 * minute_ms, gatherer.time_zone) }];
  yield [reader.order, { types: { [suggestions_wish]: { email: 'instant' } } }];
  yield [texter.order, { channels: { email: true, sms: true, push: true } }];
}

/** `18:05` */
function clockAt(at_ms: number, time_zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at_ms)
    .toZonedDateTimeISO(time_zone)
    .toPlainTime()
    .toString()
    .slice(0, 5);
}

/** A mail that came back, and an hour of this morning in which the mail server was away. */
export async function seedMishaps(database: Database, now_ms: number): Promise<void> {
  const { rows } = await database.query<{ subject_key: string; notification_id: string; channel: string }>(
    `update deliveries set status = 'sent', attempts = 1, sent_at = $3, due_at = $3,
       message_id = '<' || notification_id || '.email@harbour.example>'
     where subject_key = $1 and type = $2 and channel = 'email' returning subject_key, notification_id, channel`,
    [`order:${bounced.order}`, bounced.type, new Date(now_ms - 5 * hour_ms)],
  );
  const at_ms = now_ms - 4 * hour_ms;
  const echo = { kind: 'hard_bounce', at_ms, reason: 'no_such_mailbox', status: '5.1.1' } as const;
  await openAddresses(database).cameBack(bounced.email, echo);
  for (const key of rows) {
    await returnDelivery(database, { ...key, reason: 'bounced: 5.1.1', now_ms: at_ms }, ['email']);
    await keepBounce(database, key, at_ms);
  }
  await database.query(
    `insert into outages (channel, away_at, back_at, reason, waited)
     values ('email', $1, $2, 'connection_refused (ESOCKET)', $3) on conflict do nothing`,
    [new Date(now_ms - 3 * hour_ms), new Date(now_ms - 2 * hour_ms), 37],
  );
}

/** The mail that said so, as the listener would have kept it: the operator's page of mail shows whom mails do not reach. */
async function keepBounce(
  database: Database,
  { subject_key, notification_id }: { subject_key: string; notification_id: string },
  at_ms: number,
): Promise<void> {
  const report = [
    'From: MAILER-DAEMON@mx.example.com',
    'Subject: Undelivered Mail Returned to Sender',
    '',
    `<${bounced.email}>: 550 5.1.1 No such user here (in reply to RCPT TO command)`,
    '',
  ];
  await database.query(
    `insert into inbound_mails (digest, received_at, recipient, envelope_sender, body, handled_at, kind, reason,
                                status, subject_key, notification_id)
     values (sha256(convert_to($1, 'UTF8')), $2, $3, '', $4, $2, 'hard_bounce', 'no_such_mailbox', '5.1.1', $5, $1)
     on conflict do nothing`,
    [
      ...[notification_id, new Date(at_ms), `bounce+${notification_id}@harbour.example`],
      ...[zstdCompressSync(report.join('\r\n')), subject_key],
    ],
  );
}

import { readPayload } from '../api/carrier-webhooks.ts';
import { forgetAnswers } from '../api/kept-answers.ts';
import { forgetPayloads, payload_retention_days, unhandledPayloads } from '../carriers/inbox.ts';
import { sourceOf } from '../carriers/index.ts';
import { forgetInboundMails, type MailIn } from '../channels/email/inbound/index.ts';
import { type Clock, instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import type { Log } from '../lib/log.ts';
import { forgetSignIns } from '../modules/accounts/index.ts';
import { forgetDevices } from '../modules/devices/index.ts';
import { forgetSentMessages } from '../modules/notifications/deliveries/index.ts';
import { forgetPersonal, type TellPerson } from '../modules/notifications/personal/index.ts';
import { erase_task, eraseLateArrivals, erasePeople } from '../modules/privacy/erasure/index.ts';
import { type ExportWork, export_task, forgetExports, makeExports } from '../modules/privacy/export/index.ts';
import { refreshRecommendations } from '../modules/recommendations/index.ts';
import { openIntake } from '../modules/shipments/intake.ts';
import { joinUnmatchedScans } from '../modules/shipments/join-unmatched.ts';
import type { State } from '../modules/state.ts';
import { forgetWebhooks } from '../modules/webhooks/index.ts';
import type { Ledger } from '../story/index.ts';
import { ringAlarms } from './alarms.ts';
import { noticeLateOrders } from './lateness.ts';
import { remindSellers } from './reminders.ts';

export interface JobDeps {
  database: Database;
  ledger: Ledger<State>;
  clock: Clock;
  log: Log;
  tellPerson: TellPerson;
  /** What exports are made of. */
  orders: ExportWork['orders'];
  secrets: ExportWork['secrets'];
  config: ExportWork['config'];
  /** What takes in mail; null: nothing does. */
  echoes: Pick<MailIn, 'readUnhandled' | 'close'> | null;
}

/** Something that happens on a clock. Running it twice, or late, does no harm. */
export interface Task {
  /** Name in graphile-worker's tables. */
  name: string;
  /** Cron expression, UTC. */
  schedule: string;
  run(deps: JobDeps): Promise<void>;
}

/** Everything that happens on a clock, in one place. */
export const TASKS: readonly Task[] = [
  {
    name: 'join_unmatched_scans',
    schedule: '* * * * *',
    async run({ database, ledger, clock }) {
      await joinUnmatchedScans(database, ledger, clock.now());
    },
  },
  {
    name: 'ring_alarms',
    schedule: '* * * * *',
    async run({ database, ledger, clock }) {
      await ringAlarms(database, ledger, clock.now());
    },
  },
  {
    name: 'notice_late_orders',
    schedule: '* * * * *',
    async run({ database, ledger, clock }) {
      await noticeLateOrders(database, ledger, clock.now());
    },
  },
  {
    name: 'remind_sellers',
    schedule: '* * * * *',
    async run({ database, ledger, clock }) {
      await remindSellers(database, ledger, clock.now());
    },
  },
  {
    // Called too as soon as somebody asks.
    name: erase_task,
    schedule: '* * * * *',
    async run(deps) {
      await erasePeople(deps, deps.clock.now());
    },
  },
  {
    // Likewise.
    name: export_task,
    schedule: '* * * * *',
    async run(deps) {
      await makeExports(deps, deps.clock.now());
    },
  },
  { name: 'read_carrier_payloads', schedule: '* * * * *', run: readCarrierPayloads },
  {
    name: 'read_inbound_mails',
    schedule: '* * * * *',
    async run({ echoes }) {
      await echoes?.readUnhandled();
    },
  },
  {
    // A code that opens something lies here until it is worth nothing.
    name: 'forget_personal_messages',
    schedule: '* * * * *',
    async run({ database, clock }) {
      await forgetPersonal(database, clock.now());
    },
  },
  {
    name: 'forget_sign_ins',
    schedule: '17 * * * *',
    async run({ database, clock }) {
      await forgetSignIns(database, clock.now());
    },
  },
  {
    // At night: what is offered beside orders changes with the season, not with the hour.
    name: 'refresh_recommendations',
    schedule: '43 2 * * *',
    async run({ database, clock }) {
      await refreshRecommendations(database, clock.now());
    },
  },
  { name: 'forget', schedule: '17 3 * * *', run: forget },
];

const payloads_page = 100;
/** Those that arrived this moment are being read by whoever received them. */
const payloads_age_ms = 60_000;

/** What a crash, or the database being away, left unread. */
async function readCarrierPayloads({ database, ledger, clock, log }: JobDeps): Promise<void> {
  const now_ms = clock.now();
  const intake = openIntake(database, ledger);
  const payloads = await unhandledPayloads(database, payloads_page, instant(now_ms - payloads_age_ms));
  for (const payload of payloads) {
    const source = sourceOf(payload.source);
    if (!source) continue;
    await readPayload(database, intake, source, payload, now_ms).catch((error) =>
      log.warn({ err: error, payload: payload.id }, 'A webhook could not be read; it is tried again'),
    );
  }
}

const forget_page = 10_000;
/** Each is a transaction of its own. */
const devices_page = 500;
const day_ms = 86_400_000;

/** What is kept for a while only, in pages so that no statement runs long. */
async function forget({ database, clock }: JobDeps): Promise<void> {
  const now_ms = clock.now();
  await forgetAnswers(database, now_ms);
  const before = instant(now_ms - payload_retention_days * day_ms);
  while ((await forgetPayloads(database, before, forget_page)) === forget_page);
  while ((await forgetWebhooks(database, now_ms, forget_page)) === forget_page);
  while ((await forgetSentMessages(database, now_ms, forget_page)) === forget_page);
  while ((await forgetDevices(database, now_ms, devices_page)) === devices_page);
  while ((await forgetInboundMails(database, now_ms, forget_page)) === forget_page);
  await forgetExports(database, now_ms);
  await eraseLateArrivals(database, now_ms);
}

import { randomUUID } from 'node:crypto';
import { instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import { case_answer_near, case_overdue } from '../modules/cases/clock.ts';
import type { AnyCommand } from '../modules/commands.ts';
import { delay_answer, shipment_stall } from '../modules/delays/index.ts';
import { pickup_expiry } from '../modules/shipments/pickup.ts';
import type { State } from '../modules/state.ts';
import type { Alarm } from '../story/alarms.ts';
import type { Command, Ledger } from '../story/index.ts';

/** What is known outside of an order's story when it is asked. */
interface Known {
  /** Somebody reports scans to this installation: then their absence says something. */
  scans: boolean;
}

/** What each alarm asks its order. It is answered by the order as it is then: late, early or twice does no harm. */
const QUESTIONS: Readonly<
  Record<string, (subject: string, known: Known) => Pick<AnyCommand, 'type' | 'body'>>
> = {
  [delay_answer]: () => ({ type: 'NoticeSilence', body: {} }),
  [shipment_stall]: (shipment, { scans }) => ({ type: 'NoticeStall', body: { shipment, scans } }),
  [pickup_expiry]: (shipment) => ({ type: 'NoticePickupExpiry', body: { shipment } }),
  [case_answer_near]: (one) => ({ type: 'NoticeCase', body: { case: one } }),
  [case_overdue]: (one) => ({ type: 'NoticeCase', body: { case: one } }),
};

const page_alarms = 500;

/**
 * Rings every alarm that is due, and forgets those that were answered. One whose answer could not be stored stays and
 * rings again next time; it does not keep those behind it waiting.
 * @returns how many were answered
 */
export async function ringAlarms(database: Database, ledger: Ledger<State>, now_ms: number): Promise<number> {
  let answered = 0;
  let page: Alarm[];
  let last: Alarm | undefined;
  do {
    page = await dueAlarms(database, now_ms, last);
    // Each by itself, so that one which cannot be stored is one; in the lane of bulk ones, behind single clicks.
    const known = {
      scans: page.some(({ name }) => name === shipment_stall) && (await hearsOfScans(database)),
    };
    const asked = page.map((alarm) => ledger.executeAll([question(alarm, known, now_ms)]));
    const outcomes = await Promise.allSettled(asked);
    const done = page.filter((_, index) => outcomes[index]!.status === 'fulfilled');
    await forgetAlarms(database, done);
    answered += done.length;
    last = page.at(-1);
  } while (page.length === page_alarms);
  return answered;
}

async function hearsOfScans(database: Database): Promise<boolean> {
  const { rows } = await database.query<{ any: boolean }>({
    name: 'alarms_any_scan',
    text: 'select exists (select from scans) as any',
  });
  return rows[0]!.any;
}

function question({ order_number, name, subject }: Alarm, known: Known, now_ms: number): Command {
  const now = instant(now_ms);
  return {
    ...QUESTIONS[name]!(subject, known),
    order: order_number,
    id: randomUUID(),
    at: now,
    recorded_at: now,
    actor: 'system',
  };
}

/** Oldest first, after `last`. An alarm of a newer version of the program waits for that. */
async function dueAlarms(database: Database, now_ms: number, last: Alarm | undefined): Promise<Alarm[]> {
  const { rows } = await database.query<Omit<Alarm, 'due_at'> & { due_at: Date }>({
    name: 'alarms_due',
    text: `select order_number, name, subject, due_at from alarms
           where due_at <= $1 and name = any($2)
             and (due_at, order_number, name, subject) > ($3::timestamptz, $4::text, $5::text, $6::text)
           order by due_at, order_number, name, subject limit ${page_alarms}`,
    values: [
      new Date(now_ms),
      Object.keys(QUESTIONS),
      last?.due_at ?? '-infinity',
      last?.order_number ?? '',
      last?.name ?? '',
      last?.subject ?? '',
    ],
  });
  return rows.map((row) => ({ ...row, due_at: row.due_at.toISOString() }));
}

/** One that was set anew meanwhile has another time, and stays. */
async function forgetAlarms(database: Database, alarms: readonly Alarm[]): Promise<void> {
  await database.query({
    name: 'alarms_forget',
    text: `delete from alarms a using unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
             as rung(order_number, name, subject, due_at)
           where a.order_number = rung.order_number and a.name = rung.name and a.subject = rung.subject
             and a.due_at = rung.due_at`,
    values: [
      alarms.map((alarm) => alarm.order_number),
      alarms.map((alarm) => alarm.name),
      alarms.map((alarm) => alarm.subject),
      alarms.map((alarm) => alarm.due_at),
    ],
  });
}

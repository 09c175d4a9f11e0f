import { hash } from 'node:crypto';
import { instant } from '../../../lib/clock.ts';
import { type Connection, type Database, transaction } from '../../../lib/database.ts';
import type { DeliveryStatus } from '../deliveries/delivery.ts';

/** The mail that tells who forwarded us a message whether it is ours. No fact causes it, so it is in no registry. */
export const answer_type = 'proof_answer';
/** Behind all news of orders: a flood of questions is in nobody's way. */
const answer_importance = 8;
/** 96 bits, as of every notification. */
const id_length = 24;

/**
 * How many answers leave at most. Who asks is known by an address anybody can write, so some go to people who never
 * asked: few to each of them, and few in all.
 */
export const answer_limits = { of_a_writer_per_day: 5, of_all_per_hour: 60 } as const;

const hour_ms = 3_600_000;
const day_ms = 24 * hour_ms;

export interface AnswerPlan {
  /** Of the stored mail that asks. */
  letter_id: string;
  /** Who asks, as nobody can read: tells one writer from another. */
  writer: string;
  locale: string;
  now_ms: number;
}

/**
 * Plans the one answer to a letter, however often the letter is read: everything about it is made from the letter's
 * id, its Message-ID too.
 * @returns `planned`: it is to be sent now; `known`: it had been planned; `too_many`: this letter gets none
 */
export function planAnswer(database: Database, plan: AnswerPlan): Promise<'planned' | 'known' | 'too_many'> {
  return transaction(database, async (connection) => {
    // One at a time, in whatever process: who counts sees what the others have planned.
    await connection.query(`select pg_advisory_xact_lock(hashtextextended('${answer_type}', 0))`);
    const { known, of_writer, of_all } = await countAnswers(connection, plan);
    if (known) return 'known';
    const { of_a_writer_per_day, of_all_per_hour } = answer_limits;
    if (of_writer >= of_a_writer_per_day || of_all >= of_all_per_hour) return 'too_many';
    await insertAnswer(connection, plan);
    return 'planned';
  });
}

async function countAnswers(connection: Connection, { letter_id, writer, now_ms }: AnswerPlan) {
  const { rows } = await connection.query<{ known: boolean; of_writer: number; of_all: number }>(
    `select exists (select from notifications where subject_key = $1 and id = $2) as known,
       (select count(*) from notifications
        where recipient = $3 and recipient <> 'customer' and created_at > $4) as of_writer,
       (select count(*) from notifications where type = $5 and created_at > $6) as of_all`,
    [
      ...[subjectOf(letter_id), answerId(letter_id), writer, new Date(now_ms - day_ms)],
      ...[answer_type, new Date(now_ms - hour_ms)],
    ],
  );
  return rows[0]!;
}

async function insertAnswer(
  connection: Connection,
  { letter_id, writer, locale, now_ms }: AnswerPlan,
): Promise<void> {
  await connection.query(
    `with notification as (
       insert into notifications (subject_key, id, type, audience, recipient, locale, importance, data, created_at)
       values ($1, $2, $3, 'buyer', $4, $5, ${answer_importance}, '{}', $6) returning *)
     insert into deliveries (subject_key, notification_id, channel, importance, due_at, person, type)
     select subject_key, id, 'email', importance, created_at, subject_key, type from notification`,
    [subjectOf(letter_id), answerId(letter_id), answer_type, writer, locale, new Date(now_ms)],
  );
}

/** The letter an answer is to. @param subject_key of a notification; null when it answers none */
export function letterOfSubject(subject_key: string): string | null {
  return subject_key.startsWith(subject_prefix) ? subject_key.slice(subject_prefix.length) : null;
}

const subject_prefix = 'letter:';

function subjectOf(letter_id: string): string {
  return `${subject_prefix}${letter_id}`;
}

function answerId(letter_id: string): string {
  return hash('sha256', `${answer_type}\n${letter_id}`, 'hex').slice(0, id_length);
}

/** What became of the answer to a letter. */
export interface AnswerStanding {
  status: DeliveryStatus;
  /** RFC 3339 UTC; null: not yet, or not at all. */
  sent_at: string | null;
}

/** By letter; those that get no answer are not there. */
export async function readAnswers(
  database: Database,
  letter_ids: readonly string[],
): Promise<Map<string, AnswerStanding>> {
  const { rows } = await database.query<{
    subject_key: string;
    status: DeliveryStatus;
    sent_at: Date | null;
  }>(
    `select subject_key, status, sent_at from deliveries
     where subject_key = any($1) and channel = 'email' and type = $2`,
    [letter_ids.map(subjectOf), answer_type],
  );
  return new Map(
    rows.map(({ subject_key, status, sent_at }) => [
      letterOfSubject(subject_key)!,
      { status, sent_at: sent_at && instant(sent_at.getTime()) },
    ]),
  );
}

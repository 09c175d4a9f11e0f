import type { Database } from '../../../lib/database.ts';
import { binaryArray } from '../../../story/arrays.ts';
import type { DeliveryResult } from './delivery.ts';
import { packMessage } from './sent.ts';

/**
 * Writes down what became of claimed deliveries, and keeps what was sent, in one statement for all of them.
 *
 * A result whose lease ran out is not written over a newer claim, with one exception: a message known to be
 * sent is marked so even when it waits again, because the next try would be a double.
 */
export async function recordResults(
  database: Database,
  results: readonly DeliveryResult[],
  now_ms: number,
): Promise<void> {
  if (results.length === 0) return;
  const sorted = [...results].sort(byKey);
  await database.query({
    name: 'deliveries_record',
    text: RECORD,
    values: [
      binaryArray(
        'text',
        sorted.map((result) => result.subject_key),
      ),
      binaryArray(
        'text',
        sorted.map((result) => result.notification_id),
      ),
      binaryArray(
        'text',
        sorted.map((result) => result.channel),
      ),
      binaryArray(
        'int4',
        sorted.map((result) => result.attempts),
      ),
      binaryArray(
        'text',
        sorted.map((result) => result.status),
      ),
      binaryArray(
        'bool',
        sorted.map((result) => result.given_back),
      ),
      binaryArray(
        'text',
        sorted.map((result) => new Date(result.due_at_ms).toISOString()),
      ),
      binaryArray(
        'text',
        sorted.map((result) => result.last_error),
      ),
      binaryArray(
        'text',
        sorted.map((result) => result.message_id),
      ),
      binaryArray(
        'bytea',
        sorted.map((result) => result.message && packMessage(result.message)),
      ),
      new Date(now_ms),
      binaryArray(
        'text',
        sorted.map((result) => result.held_for),
      ),
    ],
  });
}

/** Everybody locks in the same order: no deadlock between two workers. */
function byKey(a: DeliveryResult, b: DeliveryResult): number {
  if (a.subject_key !== b.subject_key) return a.subject_key < b.subject_key ? -1 : 1;
  return a.notification_id < b.notification_id ? -1 : 1;
}

const RECORD = `
with results as materialized (
  select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::bool[], $7::text[],
                       $8::text[], $9::text[], $10::bytea[], $12::text[])
    as r(subject_key, notification_id, channel, attempts, status, given_back, due_at, last_error, message_id, body,
         held_for)
), recorded as (
  update deliveries d
  set status = r.status,
      attempts = d.attempts - r.given_back::int,
      due_at = r.due_at::timestamptz,
      last_error = r.last_error,
      held_for = r.held_for,
      lease_until = null,
      sent_at = case when r.status = 'sent' then $11::timestamptz else d.sent_at end,
      message_id = coalesce(r.message_id, d.message_id)
  from results r
  where d.subject_key = r.subject_key and d.notification_id = r.notification_id and d.channel = r.channel
    and ((d.status = 'sending' and d.attempts = r.attempts)
      or (r.status = 'sent' and d.status in ('sending', 'waiting')))
)
insert into sent_messages (subject_key, notification_id, channel, body, sent_at)
select subject_key, notification_id, channel, body, $11 from results where body is not null
on conflict (subject_key, notification_id, channel) do update set body = excluded.body, sent_at = excluded.sent_at`;

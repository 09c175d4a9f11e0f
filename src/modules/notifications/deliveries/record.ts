import type { Database } from '../../../lib/database.ts';
import { binaryArray } from '../../../story/arrays.ts';
import type { ColumnType } from '../../../story/rows.ts';
import { digest_type } from '../digest/digest.ts';
import { MANDATORY_TYPES } from '../preferences/preferences.ts';
import type { DeliveryResult } from './delivery.ts';
import { RECORD, RECORD_AND_FOLLOW } from './record-statement.ts';
import { packMessage } from './sent.ts';
import { isWish, WISHES } from './wishes.ts';

/**
 * Writes down what became of claimed deliveries, and keeps what was sent, in one statement for all of them. In the
 * same statement follow: the digest of what was gathered, the fate of what left in a digest, and the next channel
 * of a mandatory message that this one cannot carry.
 *
 * A result whose lease ran out is not written over a newer claim, with one exception: a message known to be
 * sent is marked so even when it waits again, because the next try would be a double.
 *
 * @param channels those of this installation, in the order in which they stand in for each other
 */
export async function recordResults(
  database: Database,
  results: readonly DeliveryResult[],
  now_ms: number,
  channels: readonly string[],
): Promise<void> {
  if (results.length === 0) return;
  const sorted = [...results].sort(byKey);
  const columns = Object.values(COLUMNS).map(({ type, of }) => binaryArray(type, sorted.map(of)));
  const now = new Date(now_ms);
  await database.query(
    sorted.some(isFollowed)
      ? {
          name: 'deliveries_record_and_follow',
          text: RECORD_AND_FOLLOW,
          values: [now, ...columns, channels, MANDATORY_TYPES, WISHES],
        }
      : { name: 'deliveries_record', text: RECORD, values: [now, ...columns] },
  );
}

/** The columns of `results` in record-statement.ts, in their order. */
const COLUMNS: Record<
  string,
  { type: ColumnType; of(result: DeliveryResult): string | number | boolean | Uint8Array | null }
> = {
  subject_key: { type: 'text', of: (result) => result.subject_key },
  notification_id: { type: 'text', of: (result) => result.notification_id },
  channel: { type: 'text', of: (result) => result.channel },
  attempts: { type: 'int4', of: (result) => result.attempts },
  status: { type: 'text', of: (result) => result.status },
  given_back: { type: 'bool', of: (result) => result.given_back },
  due_at: { type: 'text', of: (result) => new Date(result.due_at_ms).toISOString() },
  last_error: { type: 'text', of: (result) => result.last_error },
  message_id: { type: 'text', of: (result) => result.message_id },
  body: { type: 'bytea', of: (result) => result.message && packMessage(result.message) },
  held_for: { type: 'text', of: (result) => result.held_for },
  digest_id: { type: 'text', of: ({ digest }) => digest?.id ?? null },
  digest_of: { type: 'text', of: ({ digest }) => digest?.person ?? null },
};

/** Whether more than the delivery itself may change: few do, and the plain statement costs half. */
function isFollowed({ type, status, last_error, digest }: DeliveryResult): boolean {
  if (type === digest_type || digest !== null || status === 'failed') return true;
  return status === 'suppressed' && !isWish(last_error);
}

/** Everybody locks in the same order: no deadlock between two workers. */
function byKey(a: DeliveryResult, b: DeliveryResult): number {
  if (a.subject_key !== b.subject_key) return a.subject_key < b.subject_key ? -1 : 1;
  return a.notification_id < b.notification_id ? -1 : 1;
}

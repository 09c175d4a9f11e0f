import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../lib/database.ts';
import { returnDelivery } from '../../modules/notifications/deliveries/index.ts';
import { readMessageId } from './message-id.ts';

/** A gateway nearby reports sooner than we have written down that it took the text: looked at again so often. */
const looks_max = 20;
const look_pause_ms = 100;

export interface TextFailure {
  message_id: string;
  error: string;
  now_ms: number;
}

/**
 * Notes that a text never arrived, though its gateway had taken it. One that was asked for again since is left alone; a
 * report that comes twice makes no difference.
 *
 * @param channels those of this installation, in the order in which they stand in for each other
 * @returns whether this report failed it
 */
export async function noteFailure(
  database: Database,
  { message_id, error, now_ms }: TextFailure,
  channels: readonly string[],
): Promise<boolean> {
  const named = readMessageId(message_id);
  if (!named) return false;
  const { notification_id, resends } = named;
  for (let look = 0; look < looks_max; look++) {
    const { rows } = await database.query(
      `select d.subject_key, d.status, d.resends from notifications n
       join deliveries d on d.subject_key = n.subject_key and d.notification_id = n.id and d.channel = 'sms'
       where n.id = $1`,
      [notification_id],
    );
    if (rows[0]?.resends !== resends) return false;
    if (rows[0].status !== 'sending') {
      const key = { subject_key: rows[0].subject_key, notification_id, channel: 'sms' };
      return returnDelivery(database, { ...key, reason: error, now_ms }, channels);
    }
    await sleep(look_pause_ms);
  }
  return false;
}

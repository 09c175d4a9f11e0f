import type { Database } from '../../../lib/database.ts';
import { MANDATORY_TYPES } from '../preferences/preferences.ts';
import type { DeliveryKey } from './delivery.ts';
import { RETURN } from './record-statement.ts';
import { WISHES } from './wishes.ts';

/**
 * Notes that a message its provider had taken came back for good: a bounce, a receipt that says "not delivered". What
 * left in it, when it was a digest, came back with it; mandatory ones go by the next channel.
 *
 * @param returned.reason a code or the server's words, never an address
 * @param channels those of this installation, in the order in which they stand in for each other
 * @returns false when it was not in the state `sent`: it came back before, or is being sent again
 */
export async function returnDelivery(
  database: Database,
  returned: DeliveryKey & { reason: string; now_ms: number },
  channels: readonly string[],
): Promise<boolean> {
  const { subject_key, notification_id, channel, reason, now_ms } = returned;
  const { rows } = await database.query(RETURN, [
    ...[new Date(now_ms), subject_key, notification_id, channel, reason],
    ...[channels, MANDATORY_TYPES, WISHES],
  ]);
  return rows[0].failed > 0;
}

import type { Database } from '../../lib/database.ts';
import type { ClaimedDelivery, DeliveryStatus } from '../../modules/notifications/deliveries/index.ts';
import type { NotificationType } from '../../modules/notifications/index.ts';
import { type Preferences, wishFor } from '../../modules/notifications/preferences/index.ts';

/** A delivery of the same message on another channel. */
export interface Other {
  channel: string;
  status: DeliveryStatus;
  due_at_ms: number;
}

/** How a message whose reader does not want it here is told elsewhere. */
export type Elsewhere = { kind: 'told' } | { kind: 'may_be'; from_ms: number } | { kind: 'nowhere' };

/** Longer than quiet hours can be. A channel that has not carried it by then is not waited for. */
const patience_ms = 25 * 3_600_000;

/** @param channels those of this installation: what stands on another one will never leave */
export function elsewhere(
  others: readonly Other[],
  about: {
    type: NotificationType;
    preferences: Preferences;
    channels: readonly string[];
    created_at_ms: number;
    now_ms: number;
  },
): Elsewhere {
  const { type, preferences, channels, created_at_ms, now_ms } = about;
  if (others.some(({ status }) => status === 'sent')) return { kind: 'told' };
  const hopes = others.filter(
    ({ channel, status }) =>
      (status === 'waiting' || status === 'sending') &&
      channels.includes(channel) &&
      wishFor(type, channel, preferences) !== 'off',
  );
  if (hopes.length === 0 || now_ms - created_at_ms > patience_ms) return { kind: 'nowhere' };
  return { kind: 'may_be', from_ms: Math.min(...hopes.map(({ due_at_ms }) => due_at_ms)) };
}

export async function readOthers(
  database: Database,
  { notification, channel }: Pick<ClaimedDelivery, 'notification' | 'channel'>,
): Promise<Other[]> {
  const { rows } = await database.query(
    `select channel, status, due_at from deliveries
     where subject_key = $1 and notification_id = $2 and channel <> $3`,
    [notification.subject_key, notification.id, channel],
  );
  return rows.map(({ due_at, ...other }) => ({ ...other, due_at_ms: due_at.getTime() }));
}

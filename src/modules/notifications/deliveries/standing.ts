import type { DeliveryStatus } from './delivery.ts';
import type { ChannelSwitch } from './switch.ts';

/** What a reader is told: `held` when something stands in the way, `planned` when it is only a matter of turn. */
export const notification_statuses = ['planned', 'held', 'sent', 'suppressed', 'failed'] as const;
export type NotificationStatus = (typeof notification_statuses)[number];

export interface Standing {
  status: NotificationStatus;
  /** Why it is held, suppressed or failed. */
  reason: string | null;
}

/**
 * Where a delivery stands. A delivery is held while its channel is paused or away, and before its own time
 * (quiet hours, a digest, the pause after a failed try).
 */
export function standingOf(
  delivery: { channel: string; status: DeliveryStatus; due_at: string; last_error: string | null },
  now_ms: number,
  switches: readonly ChannelSwitch[],
): Standing {
  const { status } = delivery;
  if (status === 'sent') return { status, reason: null };
  if (status === 'failed' || status === 'suppressed') return { status, reason: delivery.last_error };
  if (status === 'sending') return { status: 'planned', reason: null };
  const channel = switches.find((other) => other.channel === delivery.channel);
  if (channel?.paused_at) return { status: 'held', reason: 'channel_paused' };
  if (channel?.away_since) return { status: 'held', reason: 'provider_away' };
  if (Date.parse(delivery.due_at) > now_ms) {
    return { status: 'held', reason: delivery.last_error ?? 'not_yet_due' };
  }
  return { status: 'planned', reason: null };
}

import { instant } from '../../../lib/clock.ts';
import type { DeliveryStatus, HeldFor } from './delivery.ts';
import type { ChannelSwitch } from './switch.ts';

/** What a reader is told: `held` when something stands in the way, `planned` when it is only a matter of turn. */
export const notification_statuses = ['planned', 'held', 'sent', 'suppressed', 'failed'] as const;
export type NotificationStatus = (typeof notification_statuses)[number];

export interface Standing {
  status: NotificationStatus;
  /** Why it is held, suppressed or failed. */
  reason: string | null;
  /** When it is due, of what waits for its own time; RFC 3339 UTC. */
  held_until: string | null;
}

interface Standable {
  channel: string;
  status: DeliveryStatus;
  due_at: string;
  last_error: string | null;
  held_for: HeldFor | null;
}

/**
 * Where a delivery stands. A delivery is held while its channel is paused or away, and before its own time
 * (quiet hours, a digest, the pause after a failed try).
 */
export function standingOf(
  delivery: Standable,
  now_ms: number,
  switches: readonly ChannelSwitch[],
): Standing {
  const { status, due_at, last_error, held_for } = delivery;
  const standing = (
    status: NotificationStatus,
    reason: string | null = null,
    held_until: string | null = null,
  ) => ({
    status,
    reason,
    held_until,
  });
  if (status === 'sent') return standing(status);
  if (status === 'failed' || status === 'suppressed') return standing(status, last_error);
  if (status === 'sending') return standing('planned');
  const due_at_ms = Date.parse(due_at);
  if (status === 'held') return standing('held', held_for, instant(due_at_ms));
  const channel = switches.find((other) => other.channel === delivery.channel);
  if (channel?.paused_at) return standing('held', 'channel_paused');
  if (channel?.away_since) return standing('held', 'provider_away');
  if (due_at_ms <= now_ms) return standing('planned');
  return standing('held', held_for ?? last_error ?? 'not_yet_due', instant(due_at_ms));
}

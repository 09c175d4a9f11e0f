import type { ClaimedDelivery } from '../../modules/notifications/deliveries/index.ts';
import type { PersonalType } from '../../modules/notifications/personal/index.ts';
import { type Preferences, verdictOn } from '../../modules/notifications/preferences/index.ts';
import type { Outcome } from '../outbox/channel.ts';

/**
 * What becomes of a message about no order instead of being sent now; null: it is sent. A mandatory one has no other
 * channel to wait for, and a digest tells of orders alone: what would gather is sent.
 */
export function personalCourtesy(
  { notification: { personal }, channel, due_at_ms, cause }: ClaimedDelivery,
  type: PersonalType,
  preferences: Preferences,
  now_ms: number,
): Outcome | null {
  if (!personal) return { kind: 'suppressed', error: 'erased' };
  const { expires_at_ms: deadline_ms } = personal;
  if (deadline_ms !== null && deadline_ms <= now_ms) return { kind: 'suppressed', error: 'overtaken' };
  if (cause === 'asked') return null;
  const time_zone = preferences.time_zone ?? personal.time_zone;
  const hour = { now_ms, due_at_ms, deadline_ms, time_zone };
  const verdict = verdictOn({ type, channel, preferences, ...hour, fallback: false });
  if (verdict.kind === 'mute') return { kind: 'suppressed', error: 'muted' };
  if (verdict.kind !== 'hold') return null;
  return { kind: 'held', until_ms: verdict.until_ms, held_for: 'quiet_hours' };
}

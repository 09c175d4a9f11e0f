import type { ClaimedDelivery, DeliveryResult } from '../../modules/notifications/deliveries/delivery.ts';
import type { Outcome } from './channel.ts';
import { pauseAfter } from './retry.ts';

/** The database was away: it is asked again soon, and not at once. */
const unready_pause_ms = 1_000;
/** A provider that asks for more is not believed: the message would be old news. */
const retry_after_max_ms = 86_400_000;

/**
 * What an outcome means for the row of its delivery.
 * @param random 0 .. 1, spreads the pauses
 */
export function resultOf(
  delivery: ClaimedDelivery,
  outcome: Outcome,
  now_ms: number,
  random: number,
): DeliveryResult {
  const { notification, channel, attempts } = delivery;
  const result = {
    subject_key: notification.subject_key,
    notification_id: notification.id,
    channel,
    type: notification.type,
    attempts,
    given_back: false,
    due_at_ms: now_ms,
    last_error: 'error' in outcome ? outcome.error : null,
    held_for: null,
    digest: null,
    message_id: ('message_id' in outcome && outcome.message_id) || null,
    message: null,
  };
  switch (outcome.kind) {
    case 'sent':
      return { ...result, status: 'sent', message: outcome.message };
    case 'suppressed':
      return { ...result, status: 'suppressed' };
    case 'refused':
      return { ...result, status: 'failed' };
    case 'held': {
      const { until_ms, held_for } = outcome;
      return { ...result, status: 'waiting', given_back: true, due_at_ms: until_ms, held_for };
    }
    case 'gathered': {
      const { at_ms, digest } = outcome;
      return { ...result, status: 'held', given_back: true, due_at_ms: at_ms, held_for: 'digest', digest };
    }
    case 'away':
      return { ...result, status: 'waiting', given_back: true };
    case 'unready':
      return { ...result, status: 'waiting', given_back: true, due_at_ms: now_ms + unready_pause_ms };
    case 'later':
    case 'unwritten':
    case 'unknown': {
      const pause_ms = pauseAfter(attempts, random);
      if (pause_ms === null) return { ...result, status: 'failed' };
      const asked_ms = 'retry_after_ms' in outcome ? (outcome.retry_after_ms ?? 0) : 0;
      const wait_ms = Math.max(pause_ms, Math.min(asked_ms, retry_after_max_ms));
      return { ...result, status: 'waiting', due_at_ms: now_ms + wait_ms };
    }
  }
}

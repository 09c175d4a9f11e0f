import {
  type ClaimedWebhook,
  retryAfter,
  type Try,
  type TryOutcome,
  type WebhookResult,
  webhookPauseAfter,
} from '../../modules/webhooks/index.ts';
import type { WebhookLimits } from './limits.ts';
import type { Answer } from './post.ts';

/** One try as it happened. `unready`, `unwritten`: there was nothing to send, and nobody was asked. */
export interface Attempt {
  began_ms: number;
  duration_ms: number;
  answer: Answer | { unready: string } | { unwritten: string };
}

/** A message that is only ever turned away is given up like any other, once it is this old. */
const throttled_ms_max = 24 * 3_600_000;

/**
 * What a try means for the row of its delivery and for its endpoint.
 * @param random 0 .. 1, spreads the pauses
 */
export function webhookResult(
  claimed: ClaimedWebhook,
  attempt: Attempt,
  limits: Pick<WebhookLimits, 'unready_pause_ms'>,
  random: number,
): WebhookResult {
  const now_ms = attempt.began_ms + attempt.duration_ms;
  const { order_number, fact_version, endpoint, lease_until, attempts } = claimed;
  const base = { order_number, fact_version, endpoint, lease_until, throttled_until_ms: null };
  const outcome = outcomeOf(attempt.answer);
  const tried = 'unready' in attempt.answer ? null : triedOf(attempt, outcome);
  const settled = { ...base, outcome, tried, given_back: false, due_at_ms: now_ms };
  if (outcome === 'delivered') return { ...settled, status: 'delivered' };
  if (outcome === 'gone') return { ...settled, status: 'failed' };
  const waiting = { ...settled, status: 'waiting' } as const;
  if (outcome === 'unready') {
    return { ...waiting, given_back: true, due_at_ms: now_ms + limits.unready_pause_ms };
  }
  if (outcome === 'given_up') return { ...waiting, given_back: true };
  const asked_ms = 'retry_after' in attempt.answer ? retryAfter(attempt.answer.retry_after, now_ms) : null;
  const throttled_until_ms = asked_ms === null ? null : now_ms + asked_ms;
  const age_ms = now_ms - claimed.created_at.getTime();
  if (outcome === 'throttled' && age_ms < throttled_ms_max) {
    const due_at_ms = throttled_until_ms ?? now_ms + webhookPauseAfter(1, random)!;
    return { ...waiting, given_back: true, due_at_ms, throttled_until_ms };
  }
  const pause_ms = webhookPauseAfter(attempts, random);
  if (pause_ms === null) return { ...settled, throttled_until_ms, status: 'failed' };
  return { ...waiting, throttled_until_ms, due_at_ms: now_ms + Math.max(pause_ms, asked_ms ?? 0) };
}

function outcomeOf(answer: Attempt['answer']): TryOutcome {
  if ('unready' in answer) return 'unready';
  if ('unwritten' in answer) return 'unwritten';
  if (answer.http_status === null) return answer.error === 'given_up' ? 'given_up' : 'unreachable';
  const { http_status, retry_after } = answer;
  if (http_status >= 200 && http_status <= 299) return 'delivered';
  if (http_status === 410) return 'gone';
  const throttled = http_status === 429 || (http_status === 503 && retry_after !== undefined);
  return throttled ? 'throttled' : 'refused';
}

function triedOf({ began_ms, duration_ms, answer }: Attempt, outcome: TryOutcome): Try {
  const http_status = 'http_status' in answer ? answer.http_status : null;
  return {
    at: new Date(began_ms).toISOString(),
    http_status,
    error: outcome === 'delivered' ? null : errorOf(answer),
    duration_ms: Math.round(duration_ms),
  };
}

function errorOf(answer: Attempt['answer']): string {
  if ('unready' in answer) return answer.unready;
  if ('unwritten' in answer) return answer.unwritten;
  return answer.http_status === null ? answer.error : `http_${answer.http_status}`;
}

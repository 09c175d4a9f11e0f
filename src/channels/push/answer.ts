import type { Setback } from '../outbox/channel.ts';
import type { Answer } from './service.ts';

/** Not now. `unknown`: it may have arrived all the same. */
export interface PutOff {
  kind: 'later' | 'unknown';
  error: string;
  retry_after_s: number;
}

/** What an answer means for one device. */
export type Verdict =
  | { kind: 'taken' }
  /** The browser has ended its subscription: it will never take anything again. */
  | { kind: 'gone' }
  | { kind: 'too_large'; error: string }
  | { kind: 'refused'; error: string }
  | PutOff;

/** RFC 8030, 5 and 7.3; RFC 8292, 4.2. */
export function verdictOf(answer: Answer, host: string): Verdict {
  if (answer.status === null) {
    const error = `${answer.reason} (${host})`;
    if (answer.reason === 'address_refused' || answer.reason === 'EADDRESSREFUSED') {
      return { kind: 'refused', error };
    }
    return { kind: answer.handed_over ? 'unknown' : 'later', error, retry_after_s: 0 };
  }
  const { status, reason, retry_after_s } = answer;
  const error = `${status}${reason && ` ${reason}`} (${host})`;
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status === 413) return { kind: 'too_large', error };
  // 401 and 403 speak of our key or our clock: a mistake of ours must not fail everybody's messages for good.
  const passing = status >= 500 || [401, 403, 408, 425, 429].includes(status);
  return passing ? { kind: 'later', error, retry_after_s: retry_after_s ?? 0 } : { kind: 'refused', error };
}

/**
 * What became of a message that no device took.
 * @param verdicts one for each device; not empty
 */
export function setbackOf(verdicts: readonly Verdict[]): Setback | { kind: 'suppressed'; error: string } {
  const waiting = verdicts.filter(isPutOff);
  const [first] = waiting;
  if (first) {
    const retry_after_s = Math.min(...waiting.map((verdict) => verdict.retry_after_s));
    const kind = waiting.some((verdict) => verdict.kind === 'unknown') ? 'unknown' : 'later';
    return { kind, error: first.error, retry_after_ms: retry_after_s * 1000 };
  }
  const refused = verdicts.find((verdict) => verdict.kind === 'refused' || verdict.kind === 'too_large');
  return refused ? { kind: 'refused', error: refused.error } : { kind: 'suppressed', error: 'no_device' };
}

function isPutOff(verdict: Verdict): verdict is PutOff {
  return verdict.kind === 'later' || verdict.kind === 'unknown';
}

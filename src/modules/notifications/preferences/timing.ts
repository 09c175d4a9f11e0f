import type { NotificationType } from '../type.ts';
import { isQuiet, minuteOf, nextTime, quietUntil } from './hours.ts';
import { type Preferences, wishFor } from './preferences.ts';

/** What becomes of a message that is due, by the wishes of its reader. */
export type Verdict =
  | { kind: 'now' }
  /** Quiet hours. */
  | { kind: 'hold'; until_ms: number }
  /** It goes into the digest of that moment. */
  | { kind: 'gather'; at_ms: number }
  | { kind: 'mute' }
  /** Wished off here and yet mandatory: only if it comes by nothing else. */
  | { kind: 'last_resort' };

export interface Question {
  type: Pick<NotificationType, 'name' | 'class' | 'timing'>;
  channel: string;
  preferences: Preferences;
  /** IANA zone whose clocks the reader lives by. */
  time_zone: string;
  now_ms: number;
  /** When it became due: it goes into the first digest from then on, also when that is late. */
  due_at_ms: number;
  /** From when on it is too late to be told; null: never. */
  deadline_ms: number | null;
  /** No other channel is left for it: it can neither be off here nor wait for the digest. */
  fallback: boolean;
}

/** Whether a message is sent, and when. Pure: same wishes, same moment, same verdict. */
export function verdictOn(question: Question): Verdict {
  const { type, channel, preferences, time_zone, now_ms, due_at_ms, fallback } = question;
  const wish = fallback ? 'instant' : wishFor(type, channel, preferences);
  if (wish === 'off') return { kind: 'mute' };
  if (wish === 'last_resort') return { kind: 'last_resort' };
  if (type.timing === 'at_once') return { kind: 'now' };
  if (wish === 'digest' && channel === 'email') {
    const at_ms = nextTime(preferences.digest_at, time_zone, due_at_ms - 1);
    if (!tooLate(question, at_ms)) return { kind: 'gather', at_ms };
  }
  const until_ms = preferences.quiet_hours && quietUntil(preferences.quiet_hours, time_zone, now_ms);
  if (until_ms === null || tooLate(question, until_ms)) return { kind: 'now' };
  return { kind: 'hold', until_ms };
}

function tooLate({ deadline_ms }: Question, at_ms: number): boolean {
  return deadline_ms !== null && at_ms >= deadline_ms;
}

/**
 * Whether a digest is sent. Its hour was chosen, so quiet hours do not hold it there; one that is late, because a
 * mail server was away, does not come in the night that was asked to be quiet.
 */
export function verdictOnDigest(
  question: Pick<Question, 'preferences' | 'time_zone' | 'now_ms'>,
): Extract<Verdict, { kind: 'now' | 'hold' }> {
  const { preferences, time_zone, now_ms } = question;
  const { quiet_hours, digest_at } = preferences;
  if (quiet_hours === null || isQuiet(quiet_hours, minuteOf(digest_at))) return { kind: 'now' };
  const until_ms = quietUntil(quiet_hours, time_zone, now_ms);
  return until_ms === null ? { kind: 'now' } : { kind: 'hold', until_ms };
}

/** Whether a verdict can hang on the hour, so that it is worth finding out what time it is where the reader is. */
export function hangsOnTheHour({ type, channel, preferences, fallback }: Question): boolean {
  if (type.timing === 'at_once') return false;
  if (preferences.quiet_hours !== null) return true;
  return !fallback && wishFor(type, channel, preferences) === 'digest';
}

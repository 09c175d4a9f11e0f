import type { Words } from '../../lib/words.ts';
import type { ChannelSwitch, WaitingGroup } from '../../modules/notifications/deliveries/index.ts';

/** Whether anything is stuck, in one sentence. */
export interface Headline {
  text: string;
  /** What the provider said last, when it is away. */
  detail: string | null;
  /** `good`: nothing to do. `late`: it will solve itself or waits for a person. `bad`: a person must look. */
  tone: 'good' | 'late' | 'bad';
}

export interface Line {
  state: ChannelSwitch;
  waiting: readonly WaitingGroup[];
  failed: number;
}

const day_ms = 24 * 3_600_000;

/** @param time_zone of the shop: the operator's own clock on the wall */
export function headlineOf(line: Line, words: Words, now_ms: number, time_zone: string): Headline {
  const { state, failed } = line;
  const due = sum(line.waiting, 'due');
  const later = sum(line.waiting, 'later');
  const count = due + later;
  const say = (key: string, values: Record<string, string | number> = {}) =>
    words.say(`operator.${key}`, { count, ...values });
  if (state.paused_at) {
    const since = sinceWhen(state.paused_at, words, now_ms, time_zone);
    const text = count > 0 ? say('waiting.paused', { since }) : say('paused.empty', { since });
    return { text, detail: null, tone: 'late' };
  }
  if (state.away_since && count > 0) {
    const since = sinceWhen(state.away_since, words, now_ms, time_zone);
    const next_try_ms = (state.next_try_at?.getTime() ?? now_ms) - now_ms;
    const seconds = Math.ceil(next_try_ms / 1_000);
    const text = seconds > 0 ? say('waiting.away', { since, seconds }) : say('waiting.trying', { since });
    const detail = state.away_reason && words.say('operator.away.reason', { reason: state.away_reason });
    return { text, detail, tone: 'late' };
  }
  if (due > 0) return { text: say('waiting.moving', { count: due }), detail: null, tone: 'good' };
  if (failed > 0) return { text: say('failed.some', { count: failed }), detail: null, tone: 'bad' };
  if (later > 0) return { text: say('waiting.later', { count: later }), detail: null, tone: 'good' };
  return { text: words.say('operator.all_sent'), detail: null, tone: 'good' };
}

/** "10:42"; with its day when that is not today. */
export function sinceWhen(at: Date, words: Words, now_ms: number, time_zone: string): string {
  const style = now_ms - at.getTime() < day_ms ? 'time' : 'short';
  return words.instant(at.toISOString(), time_zone, style);
}

function sum(groups: readonly WaitingGroup[], figure: 'due' | 'later'): number {
  return groups.reduce((total, group) => total + group[figure], 0);
}

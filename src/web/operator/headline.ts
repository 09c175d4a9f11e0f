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

/**
 * Of all channels what weighs most: one that is stopped while messages wait for it, then what failed, then what moves.
 * @param time_zone of the shop: the operator's own clock on the wall
 */
export function headlineOf(
  lines: readonly Line[],
  words: Words,
  now_ms: number,
  time_zone: string,
): Headline {
  const stopped = lines.find(({ state, waiting }) => isStopped(state) && countOf(waiting) > 0);
  if (stopped) return stoppedHeadline(stopped, words, now_ms, time_zone);
  const failed = lines.reduce((sum, line) => sum + line.failed, 0);
  const waiting = lines.flatMap((line) => line.waiting);
  const say = (key: string, count: number) => words.say(`operator.${key}`, { count });
  const due = sum(waiting, 'due');
  if (due > 0) return { text: say('waiting.moving', due), detail: null, tone: 'good' };
  if (failed > 0) return { text: say('failed.some', failed), detail: null, tone: 'bad' };
  const empty = lines.find(({ state }) => state.paused_at !== null);
  if (empty) return stoppedHeadline(empty, words, now_ms, time_zone);
  const held = countOf(waiting);
  if (held > 0) return { text: say('waiting.later', held), detail: null, tone: 'good' };
  return { text: words.say('operator.all_sent'), detail: null, tone: 'good' };
}

function stoppedHeadline(
  { state, waiting }: Line,
  words: Words,
  now_ms: number,
  time_zone: string,
): Headline {
  const count = countOf(waiting);
  const channel = words.say(`operator.channel.${state.channel}`);
  const stopped_at = state.paused_at ?? state.away_since!;
  const since = sinceWhen(stopped_at, words, now_ms, time_zone);
  const say = (key: string, more: Record<string, number> = {}) =>
    words.say(`operator.${key}`, { count, channel, since, ...more });
  if (state.paused_at) {
    return { text: say(count > 0 ? 'waiting.paused' : 'paused.empty'), detail: null, tone: 'late' };
  }
  const next_try_ms = (state.next_try_at?.getTime() ?? now_ms) - now_ms;
  const seconds = Math.ceil(next_try_ms / 1_000);
  const text = seconds > 0 ? say('waiting.away', { seconds }) : say('waiting.trying');
  const detail = state.away_reason && words.say('operator.away.reason', { reason: state.away_reason });
  return { text, detail, tone: 'late' };
}

/** "10:42"; with its day when that is not today. */
export function sinceWhen(at: Date, words: Words, now_ms: number, time_zone: string): string {
  const style = now_ms - at.getTime() < day_ms ? 'time' : 'short';
  return words.instant(at.toISOString(), time_zone, style);
}

function isStopped({ paused_at, away_since }: ChannelSwitch): boolean {
  return paused_at !== null || away_since !== null;
}

function countOf(groups: readonly WaitingGroup[]): number {
  return sum(groups, 'due') + sum(groups, 'later') + sum(groups, 'quiet_hours') + sum(groups, 'digest');
}

function sum(groups: readonly WaitingGroup[], figure: 'due' | 'later' | 'quiet_hours' | 'digest'): number {
  return groups.reduce((total, group) => total + group[figure], 0);
}

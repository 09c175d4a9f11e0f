import type { Page } from '../page.ts';
import type { Request } from './read.ts';

const minute_ms = 60_000;
const hour_minutes = 60;

/** "3 hours left", "overdue", or that nobody waits: what a desk looks at first. */
export function clockOf({ words }: Page, { one }: Request, now_ms: number): { text: string; tone: string } {
  if (one.answer_due === null) {
    const standing = one.outcome ?? 'answered';
    return { text: words.say(`case.desk.clock.${standing}`), tone: '' };
  }
  const minutes = Math.floor((Date.parse(one.answer_due) - now_ms) / minute_ms);
  if (minutes < 0) return { text: words.say('case.desk.overdue'), tone: 'late' };
  const hours = Math.floor(minutes / hour_minutes);
  const tone = hours < soon_hours ? 'soon' : '';
  if (hours === 0) return { text: words.say('case.desk.minutes_left', { count: minutes }), tone };
  return { text: words.say('case.desk.hours_left', { count: hours }), tone };
}

const soon_hours = 4;

/** "Tuesday 3 March, 12:00" where the seller works; of the same year. */
export function dueOf({ words }: Page, { one, time_zone }: Request): string {
  return one.answer_due === null ? '' : words.instant(one.answer_due, time_zone, 'short');
}

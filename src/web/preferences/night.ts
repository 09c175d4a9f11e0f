import { instant } from '../../lib/clock.ts';
import type { Words } from '../../lib/words.ts';
import { nextTime, quietUntil } from '../../modules/notifications/preferences/hours.ts';
import type { Preferences } from '../../modules/notifications/preferences/index.ts';
import { wishFor } from '../../modules/notifications/preferences/index.ts';
import { buyerTypes } from './kinds.ts';
import { kindName } from './names.ts';

/**
 * What the next night will be like with these wishes, in sentences: by the clocks of the zone, so that a night in which
 * an hour is missing says when it really ends.
 */
export function nextNight(
  words: Words,
  preferences: Preferences,
  { time_zone, now_ms }: { time_zone: string; now_ms: number },
): string[] {
  const { quiet_hours, digest_at } = preferences;
  const sentences: string[] = [];
  if (quiet_hours === null) sentences.push(words.say('preferences.night.none'));
  else {
    const ends_ms = quietUntil(quiet_hours, time_zone, now_ms);
    const from_ms = ends_ms === null ? nextTime(quiet_hours.from, time_zone, now_ms) : now_ms;
    const to_ms = ends_ms ?? quietUntil(quiet_hours, time_zone, from_ms) ?? from_ms;
    const from = ends_ms === null ? words.instant(instant(from_ms), time_zone, 'short') : '';
    const to = words.instant(instant(to_ms), time_zone, 'short');
    const key = ends_ms === null ? 'preferences.night.quiet' : 'preferences.night.quiet_now';
    sentences.push(words.say(key, { from, to }));
    sentences.push(words.say('preferences.night.told_before'));
  }
  const at_once = buyerTypes().filter(
    (type) => type.timing === 'at_once' && wishFor(type, 'email', preferences) !== 'off',
  );
  if (at_once.length > 0 && quiet_hours !== null) {
    const kinds = words.list(at_once.map(({ name }) => kindName(words, name)));
    sentences.push(words.say('preferences.night.at_once', { kinds }));
  }
  if (buyerTypes().some((type) => wishFor(type, 'email', preferences) === 'digest')) {
    const at = words.instant(instant(nextTime(digest_at, time_zone, now_ms)), time_zone, 'short');
    sentences.push(words.say('preferences.night.digest', { at }));
  }
  return sentences;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isQuiet, nextTime, quietUntil } from './hours.ts';
import type { QuietHours } from './preferences.ts';

const ms = (at: string) => Date.parse(at);
const iso = (at_ms: number | null) => at_ms && new Date(at_ms).toISOString().replace(':00.000Z', 'Z');

const night: QuietHours = { from: '22:00', to: '07:00' };

describe('quiet hours', () => {
  test.each<[string, QuietHours, string, string, string | null]>([
    ['the evening before', night, 'Europe/Warsaw', '2026-03-02T20:59:59Z', null],
    ['the first minute', night, 'Europe/Warsaw', '2026-03-02T21:00Z', '2026-03-03T06:00Z'],
    ['after midnight', night, 'Europe/Warsaw', '2026-03-03T01:30:30Z', '2026-03-03T06:00Z'],
    ['the last second', night, 'Europe/Warsaw', '2026-03-03T05:59:59Z', '2026-03-03T06:00Z'],
    ['the end', night, 'Europe/Warsaw', '2026-03-03T06:00Z', null],
    [
      'in the middle of a day',
      { from: '13:00', to: '14:30' },
      'UTC',
      '2026-03-02T13:10Z',
      '2026-03-02T14:30Z',
    ],
    ['until midnight', { from: '20:00', to: '00:00' }, 'UTC', '2026-03-02T23:59Z', '2026-03-03T00:00Z'],
    ['from midnight', { from: '00:00', to: '06:00' }, 'UTC', '2026-03-02T00:00Z', '2026-03-02T06:00Z'],
    ['half an hour off', night, 'Asia/Kolkata', '2026-03-02T18:00Z', '2026-03-03T01:30Z'],
    ['far to the east', night, 'Pacific/Kiritimati', '2026-03-02T09:00Z', '2026-03-02T17:00Z'],
    // 29 March 2026: at 02:00 the clocks of Warsaw go on to 03:00.
    ['an hour is missing', night, 'Europe/Warsaw', '2026-03-28T21:30Z', '2026-03-29T05:00Z'],
    [
      'the end is missing',
      { from: '22:00', to: '02:30' },
      'Europe/Warsaw',
      '2026-03-28T23:00Z',
      '2026-03-29T01:00Z',
    ],
    [
      'the start is missing',
      { from: '02:30', to: '07:00' },
      'Europe/Warsaw',
      '2026-03-29T01:00Z',
      '2026-03-29T05:00Z',
    ],
    // 25 October 2026: at 03:00 they go back to 02:00.
    ['an hour comes twice', night, 'Europe/Warsaw', '2026-10-24T20:30Z', '2026-10-25T06:00Z'],
    [
      'the end comes twice',
      { from: '22:00', to: '02:30' },
      'Europe/Warsaw',
      '2026-10-24T23:00Z',
      '2026-10-25T00:30Z',
    ],
    [
      'and holds again',
      { from: '22:00', to: '02:30' },
      'Europe/Warsaw',
      '2026-10-25T01:10Z',
      '2026-10-25T01:30Z',
    ],
    // Half an hour only, and a whole day that Samoa never had.
    [
      'half an hour missing',
      { from: '22:00', to: '02:15' },
      'Australia/Lord_Howe',
      '2026-10-03T12:00Z',
      '2026-10-03T15:30Z',
    ],
    ['a day is missing', night, 'Pacific/Apia', '2011-12-30T09:30Z', '2011-12-30T17:00Z'],
  ])('%s', (_name, quiet, zone, at, until) => {
    expect(iso(quietUntil(quiet, zone, ms(at)))).toBe(until);
  });
});

const zones = Intl.supportedValuesOf('timeZone');
const minute_ms = 60_000;
const time = fc
  .integer({ min: 0, max: 1_439 })
  .map(
    (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  );
const quietHours = fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to);

/** Moments of this decade, half of them within two days of a change of the clocks where there are any. */
const moment = (zone: string) =>
  fc
    .tuple(
      fc.date({ min: new Date('2024-01-01'), max: new Date('2033-01-01'), noInvalidDate: true }),
      fc.boolean(),
      fc.integer({ min: -2_880, max: 60 }),
    )
    .map(([date, near, minutes]) => {
      const at = Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone);
      const change = near ? at.getTimeZoneTransition('next') : null;
      return change ? change.epochMilliseconds + minutes * minute_ms : date.getTime();
    });

/** The minute of the day by Temporal itself: a second opinion on lib/zone.ts. */
function minuteThere(at_ms: number, zone: string): number {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at_ms).toZonedDateTimeISO(zone);
  return hour * 60 + minute;
}

describe('in every zone', () => {
  const asked = fc
    .constantFrom(...zones)
    .chain((zone) => fc.tuple(fc.constant(zone), quietHours, moment(zone)));

  test('quiet hours end at the first minute that is not quiet, and not before', () => {
    fc.assert(
      fc.property(asked, ([zone, quiet, at_ms]) => {
        const until_ms = quietUntil(quiet, zone, at_ms);
        const quiet_now = isQuiet(quiet, minuteThere(at_ms, zone));
        expect(until_ms !== null).toBe(quiet_now);
        if (until_ms === null) return;
        expect(isQuiet(quiet, minuteThere(until_ms, zone))).toBe(false);
        expect(until_ms).toBeGreaterThan(at_ms);
        const first_ms = Math.floor(at_ms / minute_ms) * minute_ms;
        for (let minute = Math.max(first_ms, at_ms); minute < until_ms; minute += minute_ms) {
          expect(isQuiet(quiet, minuteThere(minute, zone))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('nothing is held longer than the quiet span, and the hours by which the clocks went back', () => {
    fc.assert(
      fc.property(asked, ([zone, quiet, at_ms]) => {
        const [from, to] = [quiet.from, quiet.to].map((text) => Temporal.PlainTime.from(text));
        const span = (from!.until(to!).total('minutes') + 1_440) % 1_440;
        // Waking hours so short that the clocks may jump over them are nobody's.
        fc.pre(span <= 20 * 60);
        const until_ms = quietUntil(quiet, zone, at_ms);
        if (until_ms === null) return;
        const there = (moment_ms: number) =>
          Temporal.Instant.fromEpochMilliseconds(moment_ms).toZonedDateTimeISO(zone).offsetNanoseconds / 6e10;
        const back = Math.max(0, there(at_ms) - there(until_ms));
        expect((until_ms - at_ms) / minute_ms).toBeLessThanOrEqual(span + back);
      }),
      { numRuns: 3_000 },
    );
  });

  test('the next digest is the very next time the clocks show its hour', () => {
    fc.assert(
      fc.property(asked, time, ([zone, , at_ms], digest_at) => {
        const next_ms = nextTime(digest_at, zone, at_ms);
        expect(next_ms).toBeGreaterThan(at_ms);
        // A day, and what the clocks may go back meanwhile.
        expect(next_ms - at_ms).toBeLessThanOrEqual(27 * 60 * minute_ms);
        const there = Temporal.Instant.fromEpochMilliseconds(next_ms).toZonedDateTimeISO(zone);
        if (there.toPlainTime().equals(digest_at)) return;
        // Else that time does not exist on that day: they have just jumped over it.
        const change = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous')!;
        expect(change.until(there).total('hours')).toBeLessThan(2);
        const before = change.subtract({ milliseconds: 1 });
        expect(change.offsetNanoseconds).toBeGreaterThan(before.offsetNanoseconds);
      }),
      { numRuns: 1_500 },
    );
  });
});

describe('the hour of the digest', () => {
  test.each([
    ['later today', '18:00', 'Europe/Warsaw', '2026-03-02T12:00Z', '2026-03-02T17:00Z'],
    ['at that very moment: tomorrow', '18:00', 'Europe/Warsaw', '2026-03-02T17:00Z', '2026-03-03T17:00Z'],
    [
      'tomorrow, after the clocks changed',
      '18:00',
      'Europe/Warsaw',
      '2026-03-28T18:00Z',
      '2026-03-29T16:00Z',
    ],
    [
      'at an hour that is missing: an hour later',
      '02:30',
      'Europe/Warsaw',
      '2026-03-28T12:00Z',
      '2026-03-29T01:30Z',
    ],
    [
      'at an hour that comes twice: at the first',
      '02:30',
      'Europe/Warsaw',
      '2026-10-24T12:00Z',
      '2026-10-25T00:30Z',
    ],
    ['between the two: tomorrow', '02:30', 'Europe/Warsaw', '2026-10-25T01:00Z', '2026-10-26T01:30Z'],
  ])('%s', (_name, digest_at, zone, now, next) => {
    expect(iso(nextTime(digest_at, zone, ms(now)))).toBe(next);
  });
});

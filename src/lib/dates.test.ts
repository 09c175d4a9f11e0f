import { expect, test } from 'vitest';
import { dateInZone } from './dates.ts';

const ms = (at: string) => Temporal.Instant.from(at).epochMilliseconds;

test.each([
  ['2026-12-01T04:59:59.999Z', 'America/New_York', '2026-11-30'],
  ['2026-12-01T05:00:00Z', 'America/New_York', '2026-12-01'],
  ['2026-11-30T22:59:59Z', 'Europe/Warsaw', '2026-11-30'],
  ['2026-11-30T23:00:00Z', 'Europe/Warsaw', '2026-12-01'],
  ['2026-06-30T22:00:00Z', 'Europe/Warsaw', '2026-07-01'],
  ['2026-11-30T18:14:59Z', 'Asia/Kathmandu', '2026-11-30'],
  ['2026-11-30T18:15:00Z', 'Asia/Kathmandu', '2026-12-01'],
  ['2026-12-01T10:00:00Z', 'Pacific/Kiritimati', '2026-12-02'],
  ['2026-12-01T10:59:59Z', 'Pacific/Pago_Pago', '2026-11-30'],
  // The night the clocks went back, and the day Samoa skipped.
  ['2026-10-25T00:30:00Z', 'Europe/Warsaw', '2026-10-25'],
  ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ['1969-12-31T23:59:59Z', 'UTC', '1969-12-31'],
])('%s in %s is %s', (at, zone, date) => {
  expect(dateInZone(ms(at), zone)).toBe(date);
});

test('what it remembers of a zone is never asked for another, nor for another minute', () => {
  const zones = ['UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati'];
  for (let at_ms = ms('2026-11-30T00:00:00Z'); at_ms < ms('2026-12-02T00:00:00Z'); at_ms += 20_000 * 7) {
    for (const zone of zones) {
      const date = Temporal.Instant.fromEpochMilliseconds(at_ms).toZonedDateTimeISO(zone).toPlainDate();
      expect(dateInZone(at_ms, zone)).toBe(date.toString());
    }
  }
});

test('a zone there is not is an error, however often it is asked for', () => {
  expect(() => dateInZone(0, 'Mars/Olympus')).toThrow(RangeError);
  expect(() => dateInZone(0, 'Mars/Olympus')).toThrow(RangeError);
});

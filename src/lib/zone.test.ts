import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate, startOfDay, wallClock } from './zone.ts';

function shown(at_ms: number, zone: string): string {
  const { day, minute } = wallClock(at_ms, zone);
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'));
  return `${isoDate(day)}T${clock.join(':')}`;
}

const zones = [
  'UTC',
  'Europe/Warsaw',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
];

test('clocks show what Temporal says, at any moment in any zone', () => {
  const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), (at_ms, zone) => {
      const expected = Temporal.Instant.fromEpochMilliseconds(at_ms)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime();
      expect(shown(at_ms, zone)).toBe(expected.toString({ smallestUnit: 'minute' }));
    }),
    { numRuns: 2_000 },
  );
});

test('the very moment clocks are changed shows the new time, the one before it the old', () => {
  const changed_ms = Date.parse('2026-03-29T01:00:00Z');
  expect(shown(changed_ms - 1, 'Europe/Warsaw')).toBe('2026-03-29T01:59');
  expect(shown(changed_ms, 'Europe/Warsaw')).toBe('2026-03-29T03:00');
  expect(shown(changed_ms, 'Europe/Warsaw')).toBe('2026-03-29T03:00');
});

test('a day begins when Temporal says, also where the clocks are changed at midnight', () => {
  const day = fc.integer({ min: Date.UTC(2000, 0, 1) / 86_400_000, max: Date.UTC(2040, 0, 1) / 86_400_000 });
  fc.assert(
    fc.property(day, fc.constantFrom(...zones, 'Pacific/Auckland', 'America/Havana'), (number, zone) => {
      const date = isoDate(number);
      const expected = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
      expect(startOfDay(date, zone)).toBe(expected);
    }),
    { numRuns: 5_000, examples: [[Date.UTC(2018, 10, 4) / 86_400_000, 'America/Sao_Paulo']] },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBusinessDay } from '../../lib/calendar/index.ts';
import { answerDue, warnAt } from './clock.ts';

const warsaw = { country: 'PL', time_zone: 'Europe/Warsaw' };
const new_york = { country: 'US', time_zone: 'America/New_York' };
const shanghai = { country: 'CN', time_zone: 'Asia/Shanghai' };

describe('by when the seller is to answer', () => {
  test.each([
    ['the next day', '2026-03-03T09:30:00Z', warsaw, '2026-03-04T09:30:00Z'],
    ['over a weekend', '2026-03-06T14:00:00Z', warsaw, '2026-03-09T14:00:00Z'],
    // Monday 9:00 in Warsaw is when it begins to count: there is a whole working day to answer in.
    ['asked on a Saturday night', '2026-03-07T23:30:00Z', warsaw, '2026-03-10T08:00:00Z'],
    ['asked on a Sunday', '2026-03-08T11:00:00Z', warsaw, '2026-03-10T08:00:00Z'],
    // Good Friday is no holiday in Poland, Easter Monday is.
    ['over Easter in Poland', '2026-04-03T10:00:00Z', warsaw, '2026-04-07T10:00:00Z'],
    ['the same Easter in the United States', '2026-04-03T14:00:00Z', new_york, '2026-04-06T14:00:00Z'],
    ['over the Spring Festival', '2025-01-27T02:00:00Z', shanghai, '2025-02-03T02:00:00Z'],
    ['over Christmas', '2026-12-23T12:00:00Z', warsaw, '2026-12-28T12:00:00Z'],
    // It is Friday evening in New York while it is Saturday in Warsaw: the seller's day counts.
    ['by the calendar of the seller', '2026-03-06T23:30:00Z', new_york, '2026-03-09T22:30:00Z'],
    // The night of 29 March has 23 hours, that of 25 October 25: the hour on the clock is what is said.
    ['across a night of 23 hours', '2026-03-27T12:00:00Z', warsaw, '2026-03-30T11:00:00Z'],
    ['across a night of 25 hours', '2026-10-23T12:00:00Z', warsaw, '2026-10-26T13:00:00Z'],
    [
      'in a country nobody described',
      '2026-03-06T12:00:00Z',
      { country: 'XX', time_zone: 'UTC' },
      '2026-03-09T12:00:00Z',
    ],
  ])('%s', (_name, asked_at, day, due) => {
    expect(answerDue(asked_at, day)).toBe(due);
  });

  const moments = fc.integer({ min: 0, max: 10 * 366 * 24 * 60 }).map((minutes) => {
    const at_ms = Date.UTC(2024, 0, 1) + minutes * 60_000;
    return new Date(at_ms).toISOString().replace('.000', '');
  });
  const days = fc.constantFrom(warsaw, new_york, shanghai, { country: 'BR', time_zone: 'America/Sao_Paulo' });

  test('is a business day of the seller, later than was asked, and later for whoever asks later', () => {
    fc.assert(
      fc.property(moments, moments, days, (one, two, day) => {
        const [first, second] = [one, two].sort() as [string, string];
        const due = answerDue(first, day);
        const date = Temporal.Instant.from(due).toZonedDateTimeISO(day.time_zone).toPlainDate();
        expect(isBusinessDay(date, day.country)).toBe(true);
        expect(Date.parse(due) - Date.parse(first)).toBeGreaterThanOrEqual(23 * 3_600_000);
        expect(answerDue(second, day) >= due).toBe(true);
      }),
    );
  });

  test('the warning comes between, while somebody is at the desk', () => {
    fc.assert(
      fc.property(moments, days, (asked_at, day) => {
        const due = answerDue(asked_at, day);
        const warned_at = warnAt(due, day);
        const there = Temporal.Instant.from(warned_at).toZonedDateTimeISO(day.time_zone);
        expect(warned_at < due && warned_at > asked_at).toBe(true);
        expect(isBusinessDay(there.toPlainDate(), day.country)).toBe(true);
        expect(there.hour).toBeGreaterThanOrEqual(8);
        expect(there.hour).toBeLessThan(20);
      }),
    );
  });
});

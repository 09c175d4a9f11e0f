import { describe, expect, test } from 'vitest';
import { command, ORDER, place, scan, shop, story } from '../../../test/support/stories.ts';
import { warningAt } from './pickup.ts';

const warsaw = 'Europe/Warsaw';

describe('the moment of a warning', () => {
  test.each<[string, string, string, string | null]>([
    ['a day before', '2026-03-02T09:00:00Z', '2026-03-05T14:00:00Z', '2026-03-04T14:00:00Z'],
    // 06:00 in Warsaw: a day before it everybody sleeps, and the morning leaves a whole day.
    ['in the morning', '2026-03-02T09:00:00Z', '2026-03-05T05:00:00Z', '2026-03-04T08:00:00Z'],
    // Half of a day's wait is 22:00, and the morning would leave an hour.
    ['the evening before', '2026-03-02T09:00:00Z', '2026-03-03T09:00:00Z', '2026-03-02T19:00:00Z'],
    [
      'on the evening before a locker closes at 06:00',
      '2026-03-02T05:00:00Z',
      '2026-03-03T05:00:00Z',
      '2026-03-02T17:00:00Z',
    ],
    ['not when it has just been said', '2026-03-02T18:30:00Z', '2026-03-03T05:00:00Z', null],
    ['not of a time that has passed', '2026-03-02T09:00:00Z', '2026-03-01T09:00:00Z', null],
    // The night in which the clocks go forward has no 02:30; the day before it ends an hour sooner.
    ['across a night of 23 hours', '2026-03-26T09:00:00Z', '2026-03-29T05:00:00Z', '2026-03-28T08:00:00Z'],
    ['across a night of 25 hours', '2026-10-22T09:00:00Z', '2026-10-25T20:30:00Z', '2026-10-25T08:00:00Z'],
  ])('%s', (_name, told_at, pickup_until, expected) => {
    expect(warningAt(told_at, pickup_until, warsaw)).toBe(expected);
  });
});

describe('a parcel that goes back soon', () => {
  const to = shop();
  const until = '2026-03-08T18:00:00Z';
  const notice = (at: string) => command('NoticePickupExpiry', ORDER, { shipment: 'p-1' }, at);
  const arrived = scan('available_for_pickup', '2026-03-05T10:00:00Z', { pickup_until: until });
  const waiting = () => story().given(place(), to.dispatch('p-1', { '1': 3 }), to.scans('p-1', arrived));
  const day_before = '2026-03-07T18:00:00Z';

  test('is noticed while it waits', () => {
    waiting()
      .when(notice(day_before))
      .decides({ type: 'PickupExpiryNeared', data: { shipment: 'p-1', pickup_until: until } });
  });

  test('once, whatever rings again', () => {
    waiting().given(notice(day_before)).when(notice('2026-03-07T19:00:00Z')).doesNothing();
  });

  test('again when it waits longer', () => {
    const longer = scan('available_for_pickup', '2026-03-07T20:00:00Z', {
      pickup_until: '2026-03-10T18:00:00Z',
    });
    waiting()
      .given(notice(day_before), to.scans('p-1', longer))
      .when(notice('2026-03-09T18:00:00Z'))
      .decides({ type: 'PickupExpiryNeared', data: { pickup_until: '2026-03-10T18:00:00Z' } });
  });

  test('not once it was collected', () => {
    waiting()
      .given(to.scans('p-1', scan('delivered', '2026-03-06T10:00:00Z')))
      .when(notice(day_before))
      .doesNothing();
  });

  test('not when it is too late', () => {
    waiting().when(notice(until)).doesNothing();
  });
});

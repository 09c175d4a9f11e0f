import { describe, expect, it } from 'vitest';
import { place, scan, shop, story } from '../../../test/support/stories.ts';
import { receivedOn, refundUntil, sendBackUntil, withdrawableUntil } from './period.ts';
import { hasRight } from './right.ts';

const { cancel, dispatch, scans } = shop();
const ordered = (country: string, time_zone: string) =>
  place({ country, time_zone, lines: [{ id: '1', quantity: 2, unit_price: 1000 }] });

function deliveredAt(at: string, country = 'PL', time_zone = 'Europe/Warsaw') {
  return story().given(
    ordered(country, time_zone),
    dispatch('p-1', { '1': 2 }),
    scans('p-1', scan('delivered', at)),
  ).state;
}

describe('the last day to withdraw', () => {
  it.each([
    ['counts from the day after', '2026-03-05T10:00:00Z', '2026-03-19'],
    ['counts by the day where the buyer is', '2026-03-05T23:30:00Z', '2026-03-20'],
    ['that is a Saturday moves to Monday', '2026-03-07T10:00:00Z', '2026-03-23'],
    ['that is a Sunday moves to Monday', '2026-03-08T10:00:00Z', '2026-03-23'],
    ['that is a holiday moves to the next working day', '2026-04-17T10:00:00Z', '2026-05-04'],
    ['moves over Christmas', '2026-12-11T10:00:00Z', '2026-12-28'],
  ])('%s', (_, at, until) => {
    expect(withdrawableUntil(deliveredAt(at))).toBe(until);
  });

  it('moves over weekends also where no holidays are known', () => {
    expect(withdrawableUntil(deliveredAt('2026-03-07T10:00:00Z', 'SK', 'Europe/Bratislava'))).toBe(
      '2026-03-23',
    );
  });

  it('is counted from the last good of the order', () => {
    const order = story().given(
      ordered('PL', 'Europe/Warsaw'),
      dispatch('p-1', { '1': 1 }),
      dispatch('p-2', { '1': 1 }),
      scans('p-2', scan('delivered', '2026-03-03T10:00:00Z')),
    );
    expect(receivedOn(order.state)).toBeNull();
    order.given(scans('p-1', scan('delivered', '2026-03-12T10:00:00Z')));
    expect(receivedOn(order.state)).toBe('2026-03-12');
    expect(withdrawableUntil(order.state)).toBe('2026-03-26');
  });

  it('waits for nothing that was canceled', () => {
    const order = story().given(
      ordered('PL', 'Europe/Warsaw'),
      dispatch('p-1', { '1': 1 }),
      scans('p-1', scan('delivered', '2026-03-03T10:00:00Z')),
      cancel({ '1': 1 }),
    );
    expect(withdrawableUntil(order.state)).toBe('2026-03-17');
  });

  it('of an order of which all was canceled does not begin', () => {
    const order = story().given(ordered('PL', 'Europe/Warsaw'), cancel({ '1': 2 }));
    expect(withdrawableUntil(order.state)).toBeNull();
  });
});

it('goods may be sent back for fourteen days, and weekends lengthen that; the money has no longer', () => {
  const place = { country: 'PL', time_zone: 'Europe/Warsaw' };
  expect(sendBackUntil('2026-03-07T23:30:00Z', place)).toBe('2026-03-23');
  expect(refundUntil('2026-03-07T12:00:00Z', place)).toBe('2026-03-21');
});

describe('the right', () => {
  it.each(['PL', 'DE', 'NO', 'LI', 'RE', 'AX', 'GR'])('is given to buyers in %s', (country) => {
    expect(hasRight(country)).toBe(true);
  });

  it.each(['US', 'GB', 'CH', 'GL', 'PF', 'RU', 'CN'])(
    'is not given to buyers in %s by this law',
    (country) => {
      expect(hasRight(country)).toBe(false);
    },
  );

  it('is given to whom the shop gives it', () => {
    expect(hasRight('GB', ['CH', 'GB'])).toBe(true);
    expect(hasRight('US', ['CH', 'GB'])).toBe(false);
    expect(hasRight('US', 'all')).toBe(true);
  });
});

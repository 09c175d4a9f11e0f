import { describe, expect, test } from 'vitest';
import { command, ORDER, place, shop, story } from '../../../test/support/stories.ts';
import type { Handling } from './handling.ts';
import { nextReminder, remindAt, shipBy, withHandling } from './ship-by.ts';

const new_york: Handling = { country: 'US', time_zone: 'America/New_York', handling_days: 2 };
const warsaw: Handling = { country: 'PL', time_zone: 'Europe/Warsaw', handling_days: 1 };
const in_stock = { availability: 'in_stock', ships_after: null } as const;

describe('the day by which something is to be sent', () => {
  test.each<[string, string, Parameters<typeof shipBy>[1], Handling, string | null]>([
    ['on business days', '2026-03-06T15:00:00Z', in_stock, new_york, '2026-03-10'],
    ['a day later after two in the afternoon', '2026-03-06T19:30:00Z', in_stock, new_york, '2026-03-11'],
    ['by the clock of the seller', '2026-03-06T19:30:00Z', in_stock, warsaw, '2026-03-10'],
    ['past a holiday of the seller', '2026-04-30T08:00:00Z', in_stock, warsaw, '2026-05-04'],
    [
      'when it is released',
      '2026-03-06T15:00:00Z',
      { availability: 'preorder', ships_after: '2026-06-06' },
      new_york,
      '2026-06-08',
    ],
    [
      'never invented',
      '2026-03-06T15:00:00Z',
      { availability: 'backorder', ships_after: null },
      new_york,
      null,
    ],
  ])('%s', (_name, begun_at, goods, handling, expected) => {
    expect(shipBy(begun_at, goods, handling)).toBe(expected);
    expect(shipBy(begun_at, goods, handling)).toBe(expected);
  });

  test('is reminded of on the morning of the last business day before', () => {
    expect(remindAt('2026-03-09', new_york)).toBe('2026-03-06T13:00:00Z');
    expect(remindAt('2026-05-04', warsaw)).toBe('2026-04-30T06:00:00Z');
  });
});

/** As the edge places it, with the terms of its sellers. */
function placeWith(given: Parameters<typeof place>[0] = {}) {
  const placing = place(given);
  const sellers = new Map(placing.body.placed.lines.map(({ seller }) => [seller, new_york]));
  return { ...placing, body: { ...placing.body, placed: withHandling(placing.body.placed, sellers) } };
}

const to = shop();
const unpaid = { payment_method: 'transfer', payment_status: 'pending', payment_reference: null } as const;
const days = ({ state }: ReturnType<typeof story>) => state.order!.lines.map(({ ship_by }) => ship_by);

describe('an order', () => {
  test('is to be sent some days after it was placed', () => {
    expect(days(story().given(placeWith()))).toEqual(['2026-03-04', '2026-03-04']);
  });

  test('whose payment is awaited is not to be sent', () => {
    expect(days(story().given(placeWith(unpaid)))).toEqual([undefined, undefined]);
  });

  test.each([
    ['authorized', { payment_status: 'authorized' }],
    ['paid to the courier', { payment_status: 'pending', payment_method: 'cash_on_delivery' }],
  ] as const)('%s is', (_name, terms) => {
    expect(days(story().given(placeWith(terms)))).toEqual(['2026-03-04', '2026-03-04']);
  });

  test('of a seller called like what every object has is none the worse', () => {
    const odd = ['constructor', '__proto__'].map((seller) => ({ id: seller, seller }));
    expect(days(story().given(placeWith({ lines: odd })))).toEqual(['2026-03-04', '2026-03-04']);
  });
});

describe('the days of the sellers begin', () => {
  const begun = { type: 'HandlingBegun', data: { lines: [{ line: '1' }, { line: '2' }] } } as const;

  test('with the payment that was awaited', () => {
    story()
      .given(placeWith(unpaid))
      .when({ ...to.pay(3899), body: { ...to.pay(3899).body, received_at: '2026-03-05T12:00:00Z' } })
      .decides(
        { type: 'PaymentReceived' },
        {
          type: 'HandlingBegun',
          data: {
            lines: [
              { line: '1', ship_by: '2026-03-09' },
              { line: '2', ship_by: '2026-03-09' },
            ],
          },
        },
      );
  });

  test('with the part that completes it', () => {
    story()
      .given(placeWith(unpaid))
      .when(to.pay(3000))
      .decides({ type: 'PaymentReceived' })
      .when(to.pay(899))
      .decides({ type: 'PaymentReceived' }, begun);
  });

  test('once', () => {
    story().given(placeWith(unpaid), to.pay(3899)).when(to.pay(10)).decides({ type: 'PaymentReceived' });
  });

  test('when what is canceled is what was not paid for', () => {
    story()
      .given(placeWith(unpaid), to.pay(3399))
      .when(to.cancel({ '2': 1 }))
      .decides({ type: 'LinesCanceled' }, { type: 'HandlingBegun', data: { lines: [{ line: '1' }] } });
  });

  test('not when everything is canceled', () => {
    story()
      .given(placeWith(unpaid))
      .when(to.cancel({ '1': 3, '2': 1 }))
      .decides({ type: 'LinesCanceled' });
  });

  test.each([
    ['paid to the courier', { payment_status: 'pending', payment_method: 'cash_on_delivery' }],
    ['authorized', { payment_status: 'authorized' }],
  ] as const)('not anew when it was %s', (_name, terms) => {
    story().given(placeWith(terms)).when(to.pay(3899)).decides({ type: 'PaymentReceived' });
  });
});

describe('a promise that moves', () => {
  test('later moves the day of shipping as far, to a business day', () => {
    const told = story().given(placeWith(), to.promise('2026-03-09', '2026-03-12'));
    expect(days(told)).toEqual(['2026-03-09', '2026-03-04']);
  });

  test('sooner does not', () => {
    const told = story().given(placeWith(), to.promise('2026-03-03', '2026-03-05'));
    expect(days(told)).toEqual(['2026-03-04', '2026-03-04']);
  });
});

describe('a reminder', () => {
  const notice = (at: string) => command('NoticeShipBy', ORDER, { seller: 's-1' }, at);
  const morning = '2026-03-03T13:00:00Z';
  const near = { type: 'ShipByNeared', data: { seller: 's-1', ship_by: '2026-03-04' } } as const;

  test('comes when something is open', () => {
    story()
      .given(placeWith(), to.dispatch('p-1', { '1': 3 }))
      .when(notice(morning))
      .decides(near);
  });

  test('not before its time', () => {
    story().given(placeWith()).when(notice('2026-03-03T12:59:59Z')).doesNothing({ remind_at: morning });
  });

  test.each<[string, Parameters<ReturnType<typeof story>['given']>]>([
    ['everything was sent', [to.dispatch('p-1', { '1': 3, '2': 1 })]],
    ['everything was canceled', [to.cancel({ '1': 3, '2': 1 })]],
    ['it came already', [notice(morning)]],
  ])('not when %s', (_name, before) => {
    story()
      .given(placeWith(), ...before)
      .when(notice('2026-03-03T15:00:00Z'))
      .doesNothing({ remind_at: null });
  });

  test('not when its day has passed', () => {
    story().given(placeWith()).when(notice('2026-03-05T13:00:00Z')).doesNothing({ remind_at: null });
  });

  test('again for what was promised for later', () => {
    const told = story().given(placeWith(), to.promise('2026-03-12', '2026-03-16'), notice(morning));
    expect(nextReminder(told.state.order!, 's-1', morning)).toBe('2026-03-10T12:00:00Z');
    told
      .when(notice('2026-03-10T12:00:00Z'))
      .decides({ type: 'ShipByNeared', data: { ship_by: '2026-03-11' } });
  });

  test('not of what is being said at this moment', () => {
    const { order } = story().given(placeWith()).state;
    expect(nextReminder(order!, 's-1', '2026-03-03T20:00:00Z', true)).toBeNull();
    expect(nextReminder(order!, 's-1', '2026-03-03T20:00:00Z')).toBe(morning);
  });

  test('never of an order that was imported silently', () => {
    const { order } = story().given(placeWith({ notify: false })).state;
    expect(nextReminder(order!, 's-1', '2026-03-02T20:00:00Z')).toBeNull();
  });
});

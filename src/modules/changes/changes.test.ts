import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTACT, HANDLING, place, shop, story } from '../../../test/support/stories.ts';
import { DELIVERY_OPTIONS } from '../orders/vocabulary.ts';
import { movedPromises } from './promise.ts';

const to = shop();
const ordered = (given: Parameters<typeof place>[0] = {}) =>
  story().given(place({ handling: HANDLING, ...given }));
const elsewhere = { line1: '2 Elm St', postal_code: '02109' };
const locker = { ...CONTACT.ship_to, pickup_point: 'BOS1', line1: 'South Station' };

describe('an address', () => {
  test('is another from then on, and the story does not say which', () => {
    const changed = ordered().when(to.changeOrder({ ship_to: elsewhere }));
    changed.leadsTo({ type: 'OrderChanged', data: { kinds: ['address'], surcharge: 0, refund: null } });
    expect(JSON.stringify(changed.facts)).not.toContain('Elm');
    const rows = changed.accepted.rows!.map(({ set, values }) => [set.table, values]);
    expect(rows).toEqual([
      ['contacts', expect.objectContaining({ email: CONTACT.email, raise: 0 })],
      ['notes', expect.objectContaining({ text: 'A*** B***, 1*** M*** S***, 0***, B***' })],
    ]);
  });

  test('of what has left stays with it', () => {
    const { rows } = ordered()
      .given(to.dispatch('p-1', { '1': 3 }))
      .when(to.changeOrder({ ship_to: elsewhere })).accepted;
    const left = rows!.filter(({ set }) => set.table === 'shipment_addresses');
    expect(left.map(({ values }) => values)).toEqual([
      { order_number: '114-3941689-8772232', shipment: 'p-1', ship_to: JSON.stringify(CONTACT.ship_to) },
    ]);
  });

  test('in another country is another order', () => {
    ordered()
      .when(to.changeOrder({ ship_to: { country: 'CA' } }))
      .refuses('country_cannot_change');
  });

  test('cannot change once nothing is open, something is packed, or nothing remains', () => {
    const change = to.changeOrder({ ship_to: elsewhere });
    ordered()
      .given(to.dispatch('p-1', { '1': 3, '2': 1 }))
      .when(change)
      .refuses('already_dispatched');
    ordered()
      .given(to.pack({ '2': 1 }))
      .when(change)
      .refuses('line_being_packed');
    ordered()
      .given(to.cancel({ '1': 3, '2': 1 }))
      .when(change)
      .refuses('order_already_canceled');
  });

  test('of somebody who was erased is not written again', () => {
    const before = { ...CONTACT, email: '', name: null };
    ordered()
      .when(to.changeOrder({ ship_to: elsewhere }, { before }))
      .refuses('contact_erased');
  });
});

describe('who is told', () => {
  test('can change even when everything has left', () => {
    ordered()
      .given(to.dispatch('p-1', { '1': 3, '2': 1 }))
      .when(to.changeOrder({ contact: { phone: '+12025550143', name: 'Ann B.' } }))
      .decides({ type: 'OrderChanged', data: { kinds: ['name', 'phone'] } });
  });

  test('another e-mail address closes every link that went to the old one', () => {
    const { rows } = ordered().when(to.changeOrder({ contact: { email: 'new@example.com' } })).accepted;
    expect(rows![0]!.values).toMatchObject({ email: 'new@example.com', raise: 1 });
    expect(rows![1]!.values.text).toBe('b***@example.com');
  });
});

test('a change decided on what has changed meanwhile is decided again', () => {
  const order = ordered().given(to.changeOrder({ contact: { phone: '+12025550143' } }));
  order.when(to.changeOrder({ ship_to: elsewhere })).refuses('changed_meanwhile', 'stale');
  order.when(to.changeOrder({ ship_to: elsewhere }, { seen: 1 })).decides({ type: 'OrderChanged' });
});

test('asking for what is so already changes nothing', () => {
  ordered()
    .when(to.changeOrder({ option: 'standard' }))
    .doesNothing({ kind: 'change', amount: 0 });
});

describe('another way of delivery', () => {
  test('costs the difference, and comes on other days; the first promise stays', () => {
    const order = ordered().when(to.changeOrder({ option: 'expedited' }));
    order.leadsTo({
      type: 'OrderChanged',
      data: { delivery_option: { from: 'standard', to: 'expedited' }, surcharge: 600, refund: null },
    });
    expect(order.state.order).toMatchObject({ delivery_option: 'expedited', surcharge: 600 });
    const [line] = order.state.order!.lines;
    expect(line).toMatchObject({ first_latest: '2026-03-09', revisions: 1 });
    // A day sooner by the table; the last day would be a Saturday.
    expect(line!.promise).toEqual({ earliest: '2026-03-04', latest: '2026-03-09' });
  });

  test('a promise of the table becomes the one the table gives', () => {
    const promise = { earliest: '2026-03-06', latest: '2026-03-11', source: 'computed' as const };
    const order = ordered({ lines: [{ id: '1', promise }] }).when(to.changeOrder({ option: 'one_day' }));
    // Placed on Monday before the cut-off: two days of work, so handed over on Wednesday the 4th.
    expect(order.fact('OrderChanged').promises).toEqual([
      {
        line: '1',
        from: { earliest: '2026-03-06', latest: '2026-03-11' },
        to: { earliest: '2026-03-05', latest: '2026-03-05' },
      },
    ]);
  });

  test('a slower one promises nothing sooner than it can come', () => {
    const late = to.changeOrder({ option: 'standard' });
    const order = ordered({ delivery_option: 'one_day' }).when({ ...late, at: '2026-03-20T12:00:00Z' });
    const { promises } = order.fact('OrderChanged');
    expect(promises).toHaveLength(2);
    for (const { to } of promises!) expect(to.earliest >= '2026-03-24').toBe(true);
  });

  test('a faster one never moves a date later: what the shop had promised stands', () => {
    const late = { ...to.changeOrder({ option: 'one_day' }), at: '2026-03-05T12:00:00Z' };
    const order = ordered().when(late);
    // Handed over on the 5th at the soonest, it would come on the 6th: later than the first of the promised days.
    for (const { from, to } of order.fact('OrderChanged').promises!) {
      expect(from).toEqual({ earliest: '2026-03-05', latest: '2026-03-09' });
      expect(to).toEqual({ earliest: '2026-03-05', latest: '2026-03-06' });
    }
    const overdue = ordered().when({ ...late, at: '2026-03-20T12:00:00Z' });
    expect(overdue.fact('OrderChanged')).not.toHaveProperty('promises');
    expect(overdue.state.order!.lines[0]!.promise).toEqual({ earliest: '2026-03-05', latest: '2026-03-09' });
  });

  test('a dearer one never moves a date later either, though the table has it slower', () => {
    const prices = { standard: 399, pickup_point: 499 };
    const locked = to.changeOrder({ option: 'pickup_point', ship_to: locker }, { prices });
    const order = ordered().when(locked);
    expect(order.fact('OrderChanged')).toMatchObject({ surcharge: 100 });
    expect(order.fact('OrderChanged')).not.toHaveProperty('promises');
  });

  test('whatever is paid more for, whenever, comes no later than was promised', () => {
    const day = (after: number) => new Date(Date.UTC(2026, 1, 25 + after)).toISOString().slice(0, 10);
    const options = fc.shuffledSubarray([...DELIVERY_OPTIONS], { minLength: 2, maxLength: 2 });
    const given = fc.record({ from: fc.nat(40), wide: fc.nat(15), today: fc.integer({ min: 5, max: 60 }) });
    let moved = 0;
    fc.assert(
      fc.property(options, given, ([was, is], { from, wide, today }) => {
        const promise = { earliest: day(from), latest: day(from + wide), source: 'given' as const };
        const order = ordered({ delivery_option: was!, lines: [{ id: '1', promise }] }).state.order!;
        for (const { to } of movedPromises(order, is!, `${day(today)}T12:00:00Z`, true)!) {
          moved += 1;
          expect(to.earliest <= to.latest).toBe(true);
          expect(to.earliest <= promise.earliest && to.latest <= promise.latest).toBe(true);
        }
      }),
      { seed: 1 },
    );
    expect(moved).toBeGreaterThan(10);
  });

  test('what has left keeps its days', () => {
    const order = ordered()
      .given(to.dispatch('p-1', { '1': 2 }))
      .given(to.changeOrder({ option: 'expedited' }));
    expect(order.state.shipments.shipments[0]).toMatchObject({
      promise: null,
      promise_kept: { earliest: '2026-03-05', latest: '2026-03-09' },
    });
    order.given(to.promise('2026-04-01', '2026-04-02'));
    expect(order.state.shipments.shipments[0]).not.toHaveProperty('promise_kept');
  });

  test('that the shop does not offer is refused', () => {
    ordered()
      .when(to.changeOrder({ option: 'same_day' }))
      .refuses('delivery_option_not_offered');
  });

  test('costs nothing where the shop asks and has published no prices', () => {
    ordered()
      .when(to.changeOrder({ option: 'same_day' }, { prices: null }))
      .decides({ type: 'OrderChanged', data: { surcharge: 0 } });
  });

  test('whose price is another than the buyer saw is refused', () => {
    const seen = { accepted_surcharge: 500 };
    ordered()
      .when(to.changeOrder({ option: 'expedited' }, seen))
      .refuses('surcharge_changed');
    ordered()
      .when(to.changeOrder({ option: 'expedited' }, { accepted_surcharge: 600 }))
      .decides({ type: 'OrderChanged' });
  });

  test('cheaper: what was paid goes back in the same commit, of an unpaid order nothing', () => {
    const change = to.changeOrder({ option: 'pickup_point', ship_to: locker });
    const order = ordered().when(change);
    order.leadsTo(
      { type: 'OrderChanged', data: { kinds: ['pickup_point', 'delivery_option'], surcharge: -200 } },
      { type: 'RefundIssued', data: { amount: 200, cause: 'change', lines: [] } },
    );
    ordered({ payment_status: 'pending', payment_method: 'transfer' })
      .when(change)
      .leadsTo({ type: 'OrderChanged', data: { surcharge: -200, refund: null } });
  });

  test('free delivery earns nobody money', () => {
    ordered({ shipping: 0 })
      .when(to.changeOrder({ option: 'pickup_point', ship_to: locker }))
      .leadsTo({ type: 'OrderChanged', data: { surcharge: 0 } });
  });

  test('there and back costs nothing, by whichever way', () => {
    const order = ordered()
      .given(to.changeOrder({ option: 'one_day' }))
      .given(to.changeOrder({ option: 'expedited' }, { seen: 1 }))
      .given(to.changeOrder({ option: 'standard' }, { seen: 2 }));
    expect(order.state.order!.surcharge).toBe(0);
    expect(order.state.changes!.map(({ surcharge }) => surcharge)).toEqual([1500, -900, -600]);
  });

  test('does not send a paid order back to its payment, and comes back with everything', () => {
    const order = ordered({ handling: HANDLING })
      .given(to.changeOrder({ option: 'one_day' }), to.pay(1500))
      .when(to.cancel({ '1': 3, '2': 1 }));
    order.leadsTo(
      { type: 'LinesCanceled', data: { shipping: 1899, value: 5399, everything: true } },
      { type: 'RefundIssued', data: { amount: 5399 } },
    );
  });
});

describe('a pickup point', () => {
  test('needs an address when it is one no longer', () => {
    const before = { ...CONTACT, ship_to: locker };
    const order = ordered({ delivery_option: 'pickup_point' });
    const home = (ship_to: object) => to.changeOrder({ option: 'standard', ship_to }, { before });
    order.when(home({})).refuses('address_needed', 'invalid');
    order.when(home({ pickup_point: null, line1: null })).refuses('address_needed', 'invalid');
    order.when(home({ pickup_point: null, line1: '1 Main St' })).decides({
      type: 'OrderChanged',
      data: { kinds: ['pickup_point', 'address', 'delivery_option'] },
    });
  });

  test('is said with the delivery option', () => {
    ordered()
      .when(to.changeOrder({ option: 'pickup_point' }))
      .refuses('pickup_point_needed', 'invalid');
  });
});

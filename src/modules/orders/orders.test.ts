import { describe, expect, it } from 'vitest';
import { NOON, ORDER, place, shop, story } from '../../../test/support/stories.ts';
import { openQuantity } from './state.ts';

const { cancel, dispatch, handOff, invoice, pack, promise, scans, voidShipment, pay } = shop();
const DELIVERED = {
  stage: 'delivered',
  occurred_at: '2026-03-04T15:00:00Z',
  fingerprint: 'd',
  reason: null,
  flags: [],
  location: null,
  description: null,
  pickup_until: null,
} as const;
const delivered = (shipment: string) => scans(shipment, { ...DELIVERED, flags: [] });

describe('placing an order', () => {
  it('begins its story, at the time it was placed', () => {
    const placing = place();
    const placed = story().when(placing);
    placed.decides({ type: 'OrderPlaced', at: '2026-03-02T09:00:00Z', data: { number: ORDER } });
    expect(placed.accepted.result).toEqual({ kind: 'order', id: ORDER });
  });

  it('keeps names and addresses out of the story', () => {
    const placed = story().when(place());
    const told = JSON.stringify([placed.facts, placed.state]);
    for (const personal of ['buyer@example.com', 'Ann Buyer', '1 Main St', '02101'])
      expect(told).not.toContain(personal);
    expect(placed.accepted.rows).toMatchObject([
      { set: { table: 'contacts' }, values: { order_number: ORDER, email: 'buyer@example.com' } },
      { set: { table: 'listed_orders' }, values: { order_number: ORDER, email: 'buyer@example.com' } },
    ]);
  });

  it('with the same content again does nothing', () => {
    story().given(place()).when(place()).doesNothing({ kind: 'order', id: ORDER });
  });

  it('with other content under the same number is refused', () => {
    story()
      .given(place())
      .when(place({ content_hash: 'other' }))
      .refuses('order_number_taken');
  });

  it.each([
    cancel({ '1': 1 }),
    dispatch('p-1', { '1': 1 }),
    pay(1),
    handOff(),
    invoice(),
    promise('2026-03-05', '2026-03-06'),
  ])('comes before everything else: $type is refused', (command) => {
    story().when(command).refuses('order_not_found', 'not_found');
  });

  it('never changes its totals', () => {
    const order = story().given(place({ tax: 120, discount: 70 }));
    const { totals } = structuredClone(order.state.order!);
    expect(totals).toEqual({ items: 3500, shipping: 399, tax: 120, discount: 70, total: 3949 });
    order.given(cancel({ '1': 1 }), dispatch('p-1', { '1': 2 }), pay(10), cancel({ '2': 1 }));
    expect(order.state.order!.totals).toEqual(totals);
  });
});

describe('handing over to the warehouse', () => {
  it('is told once for each moment', () => {
    const order = story().given(place()).when(handOff());
    order.decides({ type: 'OrderHandedOff', data: { at: NOON } });
    order.when(handOff()).doesNothing();
    order.when(handOff('2026-03-03T09:00:00Z')).decides({ type: 'OrderHandedOff' });
    expect(order.state.order!.handoffs).toEqual([{ at: NOON }, { at: '2026-03-03T09:00:00Z' }]);
  });

  it('does not stand against canceling', () => {
    story()
      .given(place(), handOff())
      .when(cancel({ '2': 1 }))
      .decides({ type: 'LinesCanceled' }, { type: 'RefundIssued' });
  });

  it('needs something that is open', () => {
    story()
      .given(place(), dispatch('p-1', { '1': 3, '2': 1 }))
      .when(handOff())
      .refuses('nothing_open');
  });
});

describe('packing', () => {
  it('keeps its units from being canceled, and no others', () => {
    const order = story().given(place(), pack({ '1': 2 }));
    order.when(cancel({ '1': 2 })).refuses('line_being_packed');
    order.when(cancel({ '1': 1 })).decides({ type: 'LinesCanceled' }, { type: 'RefundIssued' });
    order.when(cancel({ '1': 1 })).refuses('line_being_packed');
  });

  it('reported again does nothing, at another time it means more units', () => {
    const order = story().given(place(), pack({ '1': 1 }));
    order.when(pack({ '1': 1 })).doesNothing();
    order.when(pack({ '1': 1 }, '2026-03-02T13:00:00Z')).decides({ type: 'PackingBegun' });
    expect(order.state.order!.lines[0]!.quantity.packed).toBe(2);
  });

  it('is of open units that are not being packed yet', () => {
    const order = story().given(place(), pack({ '1': 2 }), dispatch('p-0', { '2': 1 }));
    order.when(pack({ '1': 2 }, '2026-03-02T13:00:00Z')).refuses('quantity_not_open');
    order.when(pack({ '2': 1 })).refuses('quantity_not_open');
    order.when(pack({ '9': 1 })).refuses('unknown_line', 'invalid');
  });

  it('ends with the dispatch: what was packed leaves first', () => {
    const order = story().given(place(), pack({ '1': 2 }), dispatch('p-1', { '1': 1 }));
    const [line] = order.state.order!.lines;
    expect(line!.quantity.packed).toBe(1);
    order.given(dispatch('p-2', { '1': 2 }));
    expect(line!.quantity.packed).toBe(0);
    order.given(voidShipment('p-2'));
    expect(openQuantity(line!)).toBe(2);
    order.when(cancel({ '1': 2 })).decides({ type: 'LinesCanceled' }, { type: 'RefundIssued' });
  });
});

describe('an invoice', () => {
  it('is issued once, and never with other content', () => {
    const order = story().given(place()).when(invoice());
    order.decides({ type: 'InvoiceIssued', data: { number: 'FV/1', url: null, issued_at: NOON } });
    order.when(invoice()).doesNothing({ kind: 'invoice', id: 'FV/1' });
    order.when(invoice('FV/1', 'https://example.com/fv1')).refuses('invoice_number_taken');
    order.when(invoice('FV/2')).decides({ type: 'InvoiceIssued' });
  });
});

describe('a promise', () => {
  const promised = (order: ReturnType<typeof story>) => order.state.order!.lines[0]!;

  it('that moves later is a delay; the first latest date stays', () => {
    const order = story().given(place()).when(promise('2026-03-10', '2026-03-12'));
    order.decides({
      type: 'PromiseRevised',
      data: {
        delay: true,
        reason: 'reprint',
        lines: [
          {
            line: '1',
            from: { earliest: '2026-03-05', latest: '2026-03-09' },
            to: { earliest: '2026-03-10', latest: '2026-03-12' },
          },
        ],
      },
    });
    expect(promised(order)).toMatchObject({ first_latest: '2026-03-09', revisions: 1 });
  });

  it('that moves earlier is a revision and no delay', () => {
    const order = story().given(place()).when(promise('2026-03-04', '2026-03-06'));
    expect(order.fact('PromiseRevised').delay).toBe(false);
    expect(promised(order)).toMatchObject({ first_latest: '2026-03-09', revisions: 1 });
  });

  it('with a later earliest date alone is no delay', () => {
    const order = story().given(place()).when(promise('2026-03-09', '2026-03-09'));
    expect(order.fact('PromiseRevised').delay).toBe(false);
  });

  it('with the same dates is no revision', () => {
    const order = story().given(place());
    order.when(promise('2026-03-05', '2026-03-09')).doesNothing();
    expect(promised(order).revisions).toBe(0);
  });

  it('names only the lines whose dates change', () => {
    const order = story().given(place(), promise('2026-03-10', '2026-03-12', ['1']));
    order.when(promise('2026-03-10', '2026-03-12', ['1', '2', '2']));
    expect(order.fact('PromiseRevised').lines.map(({ line }) => line)).toEqual(['2']);
  });

  it('given for the first time is the first, and neither a revision nor a delay', () => {
    const order = story().given(place({ lines: [{ id: '1', promise: null, availability: 'backorder' }] }));
    expect(promised(order)).toMatchObject({ promise: null, first_latest: null });
    order.when(promise('2026-05-01', '2026-05-05'));
    expect(order.fact('PromiseRevised')).toMatchObject({ delay: false, lines: [{ from: null }] });
    expect(promised(order)).toMatchObject({ first_latest: '2026-05-05', revisions: 0 });
    order.given(promise('2026-05-06', '2026-05-09'));
    expect(promised(order)).toMatchObject({ first_latest: '2026-05-05', revisions: 1 });
  });

  it('may lie in the past', () => {
    story().given(place()).when(promise('2020-01-01', '2020-01-02')).decides({ type: 'PromiseRevised' });
  });

  it('needs its dates in order, and a line there is', () => {
    const order = story().given(place());
    order.when(promise('2026-03-12', '2026-03-10')).refuses('promise_reversed', 'invalid');
    order.when(promise('2026-03-10', '2026-03-12', ['1', '9'])).refuses('unknown_line', 'invalid');
  });

  it('is refused for what has arrived or was canceled, and stands for what is on its way', () => {
    const order = story().given(place(), cancel({ '2': 1 }), dispatch('p-1', { '1': 2 }));
    order.when(promise('2026-03-10', '2026-03-12', ['2'])).refuses('line_already_canceled');
    order.when(promise('2026-03-10', '2026-03-12')).decides({ type: 'PromiseRevised' });
    order.given(delivered('p-1'));
    order.when(promise('2026-03-11', '2026-03-13')).decides({ type: 'PromiseRevised' });
    order.given(cancel({ '1': 1 }));
    order.when(promise('2026-03-12', '2026-03-14')).refuses('line_already_delivered');
  });
});

import { describe, expect, it } from 'vitest';
import { NOON, ORDER, place, scan, shop, story } from '../../../test/support/stories.ts';
import { composeStory } from '../composition.ts';
import { openQuantity } from '../orders/state.ts';

const { cancel, change, correct, dispatch, pay, promise, scans, voidShipment } = shop();
type Order = ReturnType<typeof story>;
const shipment = (order: Order, index = 0) => order.state.shipments.shipments[index]!;
const counters = (order: Order, index = 0) => {
  const line = order.state.order!.lines[index]!;
  return { open: openQuantity(line), ...line.quantity };
};

/** What a decision writes beside its facts: the rows of `react`, by table. */
function rowsOf(order: Order, table: string) {
  const effects = { rows: [], jobs: [] } as Parameters<ReturnType<typeof composeStory>['react']>[2];
  const last = order.facts.at(-1)!;
  composeStory().react(last, order.state, effects);
  return effects.rows.filter((row) => row.set.table === table).map((row) => row.values);
}

describe('dispatching', () => {
  it('moves its units from open to shipped and begins as announced', () => {
    const order = story()
      .given(place())
      .when(dispatch('p-1', { '1': 3, '2': 1 }));
    order.decides({
      type: 'ShipmentDispatched',
      at: NOON,
      data: {
        id: 'p-1',
        seller: 's-1',
        moves: [
          { line: '1', shipped: 3 },
          { line: '2', shipped: 1 },
        ],
      },
    });
    expect(order.accepted.result).toEqual({ kind: 'shipment', id: 'p-1' });
    expect(counters(order)).toMatchObject({ open: 0, shipped: 3, delivered: 0 });
    expect(shipment(order)).toMatchObject({ stage: 'announced', delivered_at: null, voided: false });
  });

  it('that leaves something open splits the order, once', () => {
    const order = story()
      .given(place())
      .when(dispatch('p-1', { '1': 1 }));
    order.decides({ type: 'ShipmentDispatched' }, { type: 'OrderSplit', data: { shipment: 'p-1' } });
    order.when(dispatch('p-2', { '1': 1 })).decides({ type: 'ShipmentDispatched' });
    order.given(voidShipment('p-1'), voidShipment('p-2'));
    order.when(dispatch('p-3', { '1': 1 })).decides({ type: 'ShipmentDispatched' });
  });

  it('of all that is left after a cancellation splits nothing', () => {
    const order = story().given(place(), cancel({ '1': 2 }));
    order.when(dispatch('p-1', { '1': 1, '2': 1 })).decides({ type: 'ShipmentDispatched' });
  });

  it('needs no payment', () => {
    const order = story().given(place({ payment_status: 'pending' }));
    order.when(dispatch('p-1', { '1': 3, '2': 1 })).decides({ type: 'ShipmentDispatched' });
    order.when(pay(100)).decides({ type: 'PaymentReceived' });
  });

  it('with the same id and content does nothing, with other content is refused', () => {
    const order = story().given(place(), dispatch('p-1', { '1': 1 }));
    order.when(dispatch('p-1', { '1': 1 })).doesNothing({ kind: 'shipment', id: 'p-1' });
    const later = { earliest: '2026-03-05', latest: '2026-03-06' };
    order.when(dispatch('p-1', { '1': 2 })).refuses('shipment_id_taken');
    order.when(dispatch('p-1', { '1': 1 }, { carrier: 'dhl' })).refuses('shipment_id_taken');
    order.when(dispatch('p-1', { '1': 1 }, { tracking_number: null })).refuses('shipment_id_taken');
    order.when(dispatch('p-1', { '1': 1 }, { promise: later })).refuses('shipment_id_taken');
    const yesterday = '2026-03-01T12:00:00Z';
    order.when(dispatch('p-1', { '1': 1 }, { dispatched_at: yesterday })).refuses('shipment_id_taken');
    order.given(voidShipment('p-1'));
    order.when(dispatch('p-1', { '1': 1 })).refuses('shipment_id_taken');
  });

  it('repeated after somebody put its number right does nothing', () => {
    const order = story().given(
      place(),
      dispatch('p-1', { '1': 1 }),
      change('p-1', { tracking_number: 'X' }),
    );
    order.when(dispatch('p-1', { '1': 1 })).doesNothing();
    expect(shipment(order).tracking_number).toBe('X');
  });

  it('is of one seller', () => {
    const lines = [
      { id: '1', seller: 's-1' },
      { id: '2', seller: 's-2' },
    ];
    const order = story().given(place({ lines }));
    order.when(dispatch('p-1', { '1': 1, '2': 1 })).refuses('several_sellers', 'invalid');
    order
      .when(dispatch('p-1', { '2': 1 }))
      .decides({ type: 'ShipmentDispatched', data: { seller: 's-2' } }, { type: 'OrderSplit' });
  });

  it.each([
    ['nothing', [], {}, 'no_quantity', 'invalid'],
    ['a line there is not', [], { '9': 1 }, 'unknown_line', 'invalid'],
    ['more than is open', [], { '1': 4 }, 'quantity_not_open', 'conflict'],
    ['what was dispatched', [dispatch('p-0', { '1': 3 })], { '1': 1 }, 'line_already_shipped', 'conflict'],
    ['what was canceled', [cancel({ '2': 1 })], { '1': 1, '2': 1 }, 'line_already_canceled', 'conflict'],
  ] as const)('of %s is refused', (_, before, units, code, kind) => {
    story()
      .given(place(), ...before)
      .when(dispatch('p-1', units))
      .refuses(code, kind);
  });

  it('registers its number for scans to find it', () => {
    const order = story().given(place(), dispatch('p-1', { '1': 3, '2': 1 }));
    const row = { order_number: ORDER, shipment: 'p-1', number: '1Z5R89390357567127', voided: false };
    expect(rowsOf(order, 'tracking_numbers')).toMatchObject([row]);
    order.given(change('p-1', { tracking_number: 'X1' }));
    expect(rowsOf(order, 'tracking_numbers')).toMatchObject([{ ...row, number: 'X1' }]);
    order.given(voidShipment('p-1'));
    expect(rowsOf(order, 'tracking_numbers')).toMatchObject([{ ...row, number: 'X1', voided: true }]);
  });

  it('without a number registers none, and a number that is taken back finds nothing any more', () => {
    const order = story().given(place(), dispatch('p-1', { '1': 3, '2': 1 }, { tracking_number: null }));
    expect(rowsOf(order, 'tracking_numbers')).toEqual([]);
    order.given(change('p-1', { tracking_number: 'X1' }), change('p-1', { tracking_number: null }));
    expect(rowsOf(order, 'tracking_numbers')).toMatchObject([{ number: '' }]);
  });

  it('takes along the scans that came before it was known', () => {
    const earlier_scans = [
      scan('delivered', '2026-03-04T15:00:00Z'),
      scan('in_transit', '2026-03-03T08:00:00Z', { location: 'Newark, NJ' }),
    ];
    const order = story()
      .given(place())
      .when(dispatch('p-1', { '1': 3, '2': 1 }, { earlier_scans }));
    order.decides(
      { type: 'ShipmentDispatched' },
      { type: 'ScanRecorded', at: '2026-03-03T08:00:00Z', data: { stage: 'in_transit', tell: false } },
      { type: 'ScanRecorded', at: '2026-03-04T15:00:00Z', data: { stage: 'delivered', tell: true } },
      { type: 'ShipmentDelivered', at: '2026-03-04T15:00:00Z' },
    );
    expect(counters(order)).toMatchObject({ open: 0, shipped: 3, delivered: 3 });
    expect(order.accepted.rows).toHaveLength(2);
    expect(JSON.stringify(order.facts)).not.toContain('Newark');
  });
});

describe('changing a shipment', () => {
  it('names what changed and leaves the rest', () => {
    const order = story().given(place(), dispatch('p-1', { '1': 1 }));
    order.when(change('p-1', { carrier: 'ups' })).doesNothing({ kind: 'shipment', id: 'p-1' });
    order.when(change('p-1', { carrier: 'dhl', tracking_number: '1Z5R89390357567127' }));
    expect(order.fact('ShipmentChanged')).toEqual({ id: 'p-1', carrier: 'dhl' });
    expect(shipment(order)).toMatchObject({ carrier: 'dhl', tracking_number: '1Z5R89390357567127' });
  });

  it('adds units that are open and gives back the others', () => {
    const order = story().given(place(), dispatch('p-1', { '1': 1, '2': 1 }));
    order.when(change('p-1', { units: { '1': 3 } }));
    order.decides({ type: 'ShipmentChanged', data: { lines: [{ line: '1', quantity: 3 }] } });
    expect(counters(order)).toMatchObject({ open: 0, shipped: 3 });
    expect(counters(order, 1)).toMatchObject({ open: 1, shipped: 0 });
    order.when(change('p-1', { units: { '1': 3 } })).doesNothing();
  });

  it("cannot take what is not open, not there, or another seller's", () => {
    const lines = [
      { id: '1', quantity: 2 },
      { id: '2', seller: 's-2' },
    ];
    const order = story().given(place({ lines }), dispatch('p-1', { '1': 1 }), cancel({ '1': 1 }));
    order.when(change('p-1', { units: { '1': 2 } })).refuses('line_already_shipped');
    order.when(change('p-1', { units: { '1': 1, '2': 1 } })).refuses('several_sellers', 'invalid');
    order.when(change('p-1', { units: { '9': 1 } })).refuses('unknown_line', 'invalid');
  });

  it('keeps the counters of what has arrived in step', () => {
    const order = story().given(place(), dispatch('p-1', { '1': 2 }));
    order.given(scans('p-1', scan('delivered', '2026-03-04T15:00:00Z')));
    order.given(change('p-1', { units: { '1': 1, '2': 1 } }));
    expect(counters(order)).toMatchObject({ open: 2, shipped: 1, delivered: 1 });
    expect(counters(order, 1)).toMatchObject({ open: 0, shipped: 1, delivered: 1 });
  });

  it('brings in the scans of its new number, for the units it has now', () => {
    const order = story().given(place(), dispatch('p-1', { '1': 2 }));
    const earlier_scans = [scan('delivered', '2026-03-04T15:00:00Z')];
    order.when(change('p-1', { tracking_number: 'X1', units: { '1': 1 }, earlier_scans }));
    order.decides({ type: 'ShipmentChanged' }, { type: 'ScanRecorded' }, { type: 'ShipmentDelivered' });
    expect(counters(order)).toMatchObject({ open: 2, shipped: 1, delivered: 1 });
  });
});

describe('voiding a shipment', () => {
  it('opens its units again and keeps it in the story', () => {
    const order = story()
      .given(place(), dispatch('p-1', { '1': 2 }))
      .when(voidShipment('p-1'));
    order.decides({ type: 'ShipmentVoided', data: { id: 'p-1', moves: [{ line: '1', shipped: -2 }] } });
    expect(counters(order)).toMatchObject({ open: 3, shipped: 0 });
    order.when(voidShipment('p-1')).doesNothing({ kind: 'shipment', id: 'p-1' });
  });

  it('takes its deliveries back, even after it arrived', () => {
    const order = story().given(place(), dispatch('p-1', { '1': 2 }));
    order.given(scans('p-1', scan('delivered', '2026-03-04T15:00:00Z')), voidShipment('p-1'));
    expect(counters(order)).toMatchObject({ open: 3, shipped: 0, delivered: 0 });
  });

  it('ends its life', () => {
    const order = story().given(place(), dispatch('p-1', { '1': 2 }), voidShipment('p-1'));
    order.when(change('p-1', { carrier: 'dhl' })).refuses('shipment_voided');
    order.when(correct('p-1', 'in_transit', NOON)).refuses('shipment_voided');
    order.when(scans('p-1', scan('in_transit', NOON))).refuses('shipment_voided');
  });

  it('needs a shipment', () => {
    story().given(place()).when(voidShipment('p-9')).refuses('shipment_not_found', 'not_found');
  });
});

describe('correcting a shipment', () => {
  const arrived = () =>
    story().given(
      place(),
      dispatch('p-1', { '1': 3, '2': 1 }),
      scans('p-1', scan('delivered', '2026-03-04T15:00:00Z')),
    );

  it('is the way back from delivered', () => {
    const order = arrived().when(correct('p-1', 'in_transit', '2026-03-04T16:00:00Z'));
    order.decides({ type: 'ShipmentCorrected', at: '2026-03-04T16:00:00Z', data: { stage: 'in_transit' } });
    expect(shipment(order)).toMatchObject({ stage: 'in_transit', delivered_at: null });
    expect(shipment(order).milestones).not.toHaveProperty('delivered');
    expect(counters(order)).toMatchObject({ shipped: 3, delivered: 0 });
  });

  it('lets the true delivery be told when it comes', () => {
    const order = arrived().given(correct('p-1', 'in_transit', '2026-03-04T16:00:00Z'));
    order.when(scans('p-1', scan('delivered', '2026-03-06T10:00:00Z')));
    order.decides({ type: 'ScanRecorded', data: { moved: true, tell: true } }, { type: 'ShipmentDelivered' });
    expect(shipment(order).delivered_at).toBe('2026-03-06T10:00:00Z');
  });

  it('outweighs every delivered scan from before it, whenever that is reported', () => {
    const order = arrived().given(correct('p-1', 'in_transit', '2026-03-04T16:00:00Z'));
    const again = scan('delivered', '2026-03-04T15:30:00Z');
    order.when(scans('p-1', again)).decides({ type: 'ScanRecorded', data: { moved: false, entered: false } });
    expect(shipment(order).milestones).not.toHaveProperty('delivered');
    const truth = scan('delivered', '2026-03-06T10:00:00Z');
    order
      .when(scans('p-1', truth))
      .decides({ type: 'ScanRecorded', data: { tell: true } }, { type: 'ShipmentDelivered' });
    order.given(scans('p-1', scan('delivered', '2026-03-04T15:40:00Z')));
    expect(shipment(order)).toMatchObject({
      delivered_at: '2026-03-06T10:00:00Z',
      milestones: { delivered: '2026-03-06T10:00:00Z' },
    });
  });

  it('to delivered counts its units as arrived, once', () => {
    const order = story().given(place(), dispatch('p-1', { '1': 3, '2': 1 }));
    order.given(correct('p-1', 'delivered', '2026-03-04T15:00:00Z'));
    order.given(scans('p-1', scan('delivered', '2026-03-04T15:01:00Z')));
    expect(counters(order)).toMatchObject({ shipped: 3, delivered: 3 });
    expect(shipment(order).delivered_at).toBe('2026-03-04T15:00:00Z');
    order.when(promise('2026-03-10', '2026-03-11')).refuses('line_already_delivered');
  });

  it('said twice does nothing', () => {
    const order = arrived().given(correct('p-1', 'in_transit', '2026-03-04T16:00:00Z'));
    order.when(correct('p-1', 'in_transit', '2026-03-04T16:00:00Z')).doesNothing();
  });

  it.each(['unknown', 'not_found', 'expired'] as const)('to %s is invalid: no place', (stage) => {
    arrived()
      .when(correct('p-1', stage, NOON))
      .refuses('stage_not_a_place', 'invalid');
  });
});

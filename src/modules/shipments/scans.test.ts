import { describe, expect, it } from 'vitest';
import { place, scan, shop, story } from '../../../test/support/stories.ts';

const { dispatch, scans } = shop();
const at = (hour: number) => `2026-03-04T${String(hour).padStart(2, '0')}:00:00Z`;
const underway = () => story().given(place(), dispatch('p-1', { '1': 3, '2': 1 }));
const shipment = (order: ReturnType<typeof story>) => order.state.shipments.shipments[0]!;

describe('a scan', () => {
  it('moves the shipment and is told when the stage is new', () => {
    const order = underway().when(scans('p-1', scan('accepted', at(8), { flags: ['delayed'] })));
    order.decides({
      type: 'ScanRecorded',
      at: at(8),
      data: { shipment: 'p-1', stage: 'accepted', moved: true, entered: true, tell: true },
    });
    expect(order.accepted.result).toEqual({ recorded: 1 });
    expect(shipment(order)).toMatchObject({
      stage: 'accepted',
      flags: ['delayed'],
      milestones: { accepted: at(8) },
    });
  });

  it('that was seen before does nothing', () => {
    const order = underway().given(scans('p-1', scan('accepted', at(8))));
    order.when(scans('p-1', scan('accepted', at(8)), scan('accepted', at(8)))).doesNothing({ recorded: 0 });
  });

  it('twice in one batch is one', () => {
    const order = underway().when(scans('p-1', scan('accepted', at(8)), scan('accepted', at(8))));
    order.decides({ type: 'ScanRecorded' });
  });

  it('keeps its place and words out of the story', () => {
    const spoken = scan('accepted', at(8), { location: 'Lyon', description: 'Left with Mme Dupont' });
    const order = underway().when(scans('p-1', spoken));
    expect(JSON.stringify([order.facts, order.state])).not.toMatch(/Lyon|Dupont/);
    expect(order.accepted.rows).toMatchObject([
      { values: { location: 'Lyon', description: 'Left with Mme Dupont' } },
    ]);
  });

  it('that comes late is recorded and moves nothing', () => {
    const order = underway().given(scans('p-1', scan('out_for_delivery', at(12))));
    order.when(scans('p-1', scan('in_transit', at(8))));
    order.decides({ type: 'ScanRecorded', data: { moved: false, entered: true, tell: false } });
    expect(shipment(order)).toMatchObject({ stage: 'out_for_delivery', milestones: { in_transit: at(8) } });
  });

  it('of the same instant moves it only to a higher rank', () => {
    const order = underway().given(scans('p-1', scan('out_for_delivery', at(8))));
    order.given(scans('p-1', scan('in_transit', at(8))));
    expect(shipment(order).stage).toBe('out_for_delivery');
    order.given(scans('p-1', scan('attempt_failed', at(8))));
    expect(shipment(order).stage).toBe('attempt_failed');
  });

  it.each(['expired', 'not_found', 'unknown'] as const)('of %s never moves it', (stage) => {
    const order = underway().when(scans('p-1', scan(stage, at(23))));
    order.decides({ type: 'ScanRecorded', data: { moved: false, tell: false } });
    expect(shipment(order).stage).toBe('announced');
  });

  it('in a stage it was in before is not told again', () => {
    const order = underway().given(
      scans('p-1', scan('out_for_delivery', at(8))),
      scans('p-1', scan('attempt_failed', at(12))),
    );
    order.when(scans('p-1', scan('out_for_delivery', at(20))));
    order.decides({ type: 'ScanRecorded', data: { moved: true, entered: false, tell: false } });
  });

  it('keeps until when it waits at the pickup point', () => {
    const waiting = scan('available_for_pickup', at(8), { pickup_until: at(23) });
    const order = underway().given(scans('p-1', waiting));
    expect(shipment(order).pickup_until).toBe(at(23));
  });
});

describe('a batch of scans', () => {
  it('is read in the order in which they happened, and tells only the newest', () => {
    const order = underway();
    order.when(
      scans('p-1', scan('out_for_delivery', at(12)), scan('accepted', at(8)), scan('in_transit', at(10))),
    );
    order.decides(
      { type: 'ScanRecorded', data: { stage: 'accepted', moved: true, tell: false } },
      { type: 'ScanRecorded', data: { stage: 'in_transit', moved: true, tell: false } },
      { type: 'ScanRecorded', data: { stage: 'out_for_delivery', moved: true, tell: true } },
    );
  });

  it('tells a new stage even when it holds several scans of it', () => {
    const order = underway().when(
      scans('p-1', scan('out_for_delivery', at(8)), scan('out_for_delivery', at(9))),
    );
    order.decides(
      { type: 'ScanRecorded', at: at(8), data: { entered: true, tell: false } },
      { type: 'ScanRecorded', at: at(9), data: { entered: false, tell: true } },
    );
  });

  it('tells nothing when the newest is no new stage', () => {
    const order = underway().given(scans('p-1', scan('in_transit', at(8))));
    order.when(scans('p-1', scan('out_for_delivery', at(10)), scan('in_transit', at(12))));
    order.decides(
      { type: 'ScanRecorded', data: { tell: false } },
      { type: 'ScanRecorded', data: { tell: false } },
    );
  });
});

describe('delivered', () => {
  it('is final, whatever is scanned after it', () => {
    const order = underway().given(scans('p-1', scan('delivered', at(12))));
    order.given(scans('p-1', scan('returning', at(13)), scan('in_transit', at(14))));
    expect(shipment(order)).toMatchObject({ stage: 'delivered', stage_at: at(12), delivered_at: at(12) });
  });

  it('is believed of a scan older than the newest: carriers have several clocks', () => {
    const order = underway().given(scans('p-1', scan('out_for_delivery', at(12))));
    order
      .when(scans('p-1', scan('delivered', at(11))))
      .decides({ type: 'ScanRecorded', data: { tell: true } }, { type: 'ShipmentDelivered' });
    expect(shipment(order)).toMatchObject({ stage: 'delivered', delivered_at: at(11) });
  });

  it('is dated by the first of its scans, and counted once', () => {
    const order = underway().given(scans('p-1', scan('delivered', at(12))));
    order
      .when(scans('p-1', scan('delivered', at(11))))
      .decides({ type: 'ScanRecorded', data: { moved: false } });
    expect(shipment(order)).toMatchObject({ delivered_at: at(11), stage_at: at(11) });
    expect(order.state.order!.lines.map((line) => line.quantity.delivered)).toEqual([3, 1]);
  });
});

import { describe, expect, test } from 'vitest';
import type { FactData } from '../../facts.ts';
import type { Stage } from '../../shipments/stages.ts';
import { exampleOf } from '../example.ts';
import {
  canceled,
  dispatched,
  paid,
  pickupExpiryNeared,
  placed,
  refunded,
  revised,
  scanned,
  shipByNeared,
  shipmentChanged,
  split,
} from '../example-facts.ts';
import type { ExampleFact } from '../type.ts';
import { typeNamed } from '../types/index.ts';

/** The message about the last fact of its kind in `said`, and the order as its reader sees it after `then`. */
function lookBack(name: string, said: ExampleFact[], then: ExampleFact[]) {
  const type = typeNamed(name);
  const data = exampleOf(type, 'en', said).notification.data as object;
  const { order } = exampleOf(type, 'en', [...said, ...then]);
  return { type, data, order };
}

function isOvertaken(name: string, said: ExampleFact[], then: ExampleFact[]): boolean {
  const { type, data, order } = lookBack(name, said, then);
  return type.overtaken!(data, order);
}

const sent = [placed(), dispatched()];
const day = (hour: string) => `2008-07-23T${hour}:00:00Z`;
const scan = (stage: Stage, hour: string, more: Partial<FactData['ScanRecorded']> = {}) =>
  scanned(stage, more, day(hour));
const pending = placed({ payment_method: 'transfer', payment_status: 'pending' });
const both = { earliest: '2008-08-01', latest: '2008-09-10' };
const again = (earliest: string, latest: string) =>
  revised({ lines: [{ line: '2', from: both, to: { earliest, latest } }] });
const voided: ExampleFact = {
  type: 'ShipmentVoided',
  at: day('20'),
  data: { id: 'shipment-1', moves: [{ line: '1', shipped: -1 }] },
};
const failed: ExampleFact = {
  type: 'RefundFailed',
  at: day('20'),
  data: { id: 'refund-1', reference: null },
};
const corrected: ExampleFact = {
  type: 'ShipmentCorrected',
  at: day('20'),
  data: { id: 'shipment-1', stage: 'in_transit', moves: [] },
};
const second = dispatched({ id: 'shipment-2', lines: [{ line: '2', quantity: 1 }] });
const until = { pickup_until: '2008-07-25T22:00:00Z' };
const waiting = [...sent, scan('available_for_pickup', '09', until)];

type Case = [name: string, given: ExampleFact[], then: ExampleFact[]];

describe('is not told when what happened since is told by itself', () => {
  test.each<Case>([
    ['order_confirmed', [placed()], [canceled(['1', '2'])]],
    ['payment_awaited', [pending], [paid(5397)]],
    ['payment_awaited', [pending], [paid(100)]],
    ['payment_awaited', [pending], [canceled(['1', '2'])]],
    ['order_split', [...sent, split()], [second]],
    ['order_split', [...sent, split()], [canceled(['2'])]],
    ['promise_revised', [placed(), revised()], [again('2008-08-02', '2008-09-10')]],
    ['promise_revised', [placed(), revised()], [canceled(['2'])]],
    ['shipment_dispatched', sent, [scan('delivered', '10')]],
    ['shipment_out_for_delivery', [...sent, scan('out_for_delivery', '09')], [scan('delivered', '10')]],
    ['shipment_out_for_delivery', [...sent, scan('out_for_delivery', '09')], [scan('attempt_failed', '10')]],
    [
      'shipment_attempt_failed',
      [...sent, scan('attempt_failed', '09')],
      [scan('available_for_pickup', '10')],
    ],
    ['shipment_attempt_failed', [...sent, scan('attempt_failed', '09')], [scan('out_for_delivery', '10')]],
    [
      'shipment_attempt_failed',
      [...sent, scan('attempt_failed', '00')],
      [scan('available_for_pickup', '00')],
    ],
    ['shipment_exception', [...sent, scan('exception', '09', { reason: 'lost' })], [scan('delivered', '10')]],
    ['shipment_available_for_pickup', waiting, [scan('delivered', '10')]],
    ['shipment_available_for_pickup', waiting, [scan('exception', '10', { reason: 'pickup_missed' })]],
    ['pickup_expiring', [...waiting, pickupExpiryNeared()], [scan('delivered', '10')]],
    ['tracking_changed', [...sent, shipmentChanged()], [shipmentChanged({ tracking_number: '2' })]],
    ['tracking_changed', [...sent, shipmentChanged()], [scan('delivered', '10')]],
    ['order_received', [placed()], [dispatched(), second]],
    ['order_received', [placed()], [canceled(['1', '2'])]],
    ['ship_by_near', [placed(), shipByNeared()], [dispatched(), second]],
  ])('%s %#', (name, given, then) => {
    expect(isOvertaken(name, given, then)).toBe(true);
  });
});

describe('is not told when it was never so', () => {
  test.each<Case>([
    ['shipment_dispatched', sent, [voided]],
    ['shipment_delivered', [...sent, scan('delivered', '09')], [corrected]],
    ['shipment_attempt_failed', [...sent, scan('attempt_failed', '09')], [voided]],
    ['shipment_exception', [...sent, scan('exception', '09')], [voided]],
    ['tracking_changed', [...sent, shipmentChanged()], [voided]],
    ['refund_issued', [placed(), refunded(500, 'goodwill')], [failed]],
  ])('%s %#', (name, given, then) => {
    expect(isOvertaken(name, given, then)).toBe(true);
  });
});

describe('is told when nothing else says it', () => {
  test.each<Case>([
    ['order_confirmed', [placed()], [canceled(['1'])]],
    ['payment_awaited', [pending], [canceled(['1'])]],
    ['order_split', [...sent, split()], []],
    ['promise_revised', [placed(), revised()], []],
    ['promise_revised', [placed(), revised()], [canceled(['1'])]],
    ['shipment_dispatched', sent, [scan('in_transit', '10')]],
    ['shipment_dispatched', sent, [scan('out_for_delivery', '10')]],
    ['shipment_out_for_delivery', [...sent, scan('out_for_delivery', '09')], []],
    // On the road again is no message, and neither is the second van.
    ['shipment_attempt_failed', [...sent, scan('attempt_failed', '09')], [scan('in_transit', '10')]],
    [
      'shipment_attempt_failed',
      [...sent, scan('out_for_delivery', '08'), scan('attempt_failed', '09')],
      [scan('out_for_delivery', '12', { entered: false, tell: false })],
    ],
    ['shipment_exception', [...sent, scan('exception', '09')], [scan('in_transit', '10')]],
    // What was damaged is damaged still when it arrives.
    [
      'shipment_exception',
      [...sent, scan('exception', '09', { reason: 'carrier_damaged_parcel' })],
      [scan('delivered', '10')],
    ],
    ['shipment_available_for_pickup', waiting, []],
    ['shipment_delivered', [...sent, scan('delivered', '09')], []],
    ['pickup_expiring', [...waiting, pickupExpiryNeared()], []],
    ['tracking_changed', [...sent, shipmentChanged()], [scan('out_for_delivery', '10')]],
    ['refund_issued', [placed(), refunded(500, 'goodwill')], []],
    ['order_received', [placed()], [dispatched()]],
    ['order_received', [placed()], [canceled(['1'])]],
    ['ship_by_near', [placed(), shipByNeared()], [dispatched()]],
  ])('%s %#', (name, given, then) => {
    expect(isOvertaken(name, given, then)).toBe(false);
  });
});

describe('what must be told in time', () => {
  test('is that a parcel waits, when the carrier says until when', () => {
    const { type, order } = lookBack('shipment_available_for_pickup', waiting, []);
    expect(type.deadline!(until, order)).toBe('2008-07-25T22:00:00Z');
    expect(type.deadline!({ pickup_until: null }, order)).toBeNull();
  });

  test('is that it goes back', () => {
    const { type, data, order } = lookBack('pickup_expiring', [...waiting, pickupExpiryNeared()], []);
    expect(type.deadline!(data, order)).toBe('2008-07-25T22:00:00Z');
  });

  test('is the day of shipping, on its morning where the seller is', () => {
    const { type, data, order } = lookBack('ship_by_near', [placed(), shipByNeared()], []);
    expect(type.deadline!(data, order)).toBe('2008-07-16T13:00:00Z');
  });
});

test('news of damage stands beside where the parcel is in a digest, other news of it do not', () => {
  const { state_of } = typeNamed('shipment_exception');
  const about = { shipment: 'shipment-1', at: day('09'), pickup_until: null };
  const delivered = typeNamed('shipment_delivered').state_of!({ ...about, reason: null });
  expect(state_of!({ ...about, reason: 'lost' })).toBe(delivered);
  expect(state_of!({ ...about, reason: 'carrier_damaged_parcel' })).not.toBe(delivered);
});

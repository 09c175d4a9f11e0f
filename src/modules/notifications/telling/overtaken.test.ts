import { expect, test } from 'vitest';
import { exampleOf } from '../example.ts';
import { canceled, dispatched, placed, revised, scanned } from '../example-facts.ts';
import type { ExampleFact } from '../type.ts';
import { typeNamed } from '../types/index.ts';

/** Whether the message about the last fact of its kind in `said` is overtaken once `then` has happened. */
function isOvertaken(name: string, said: ExampleFact[], then: ExampleFact[]): boolean {
  const type = typeNamed(name);
  const data = exampleOf(type, 'en', said).notification.data as object;
  const { order } = exampleOf(typeNamed('order_confirmed'), 'en', [...said, ...then]);
  return type.overtaken!(data, order);
}

const sent = [placed(), dispatched()];
const both = { earliest: '2008-08-01', latest: '2008-09-10' };
const again = (earliest: string, latest: string) =>
  revised({ lines: [{ line: '2', from: both, to: { earliest, latest } }] });

test.each<[string, ExampleFact[], ExampleFact[], boolean]>([
  ['shipment_out_for_delivery', [...sent, scanned('out_for_delivery')], [], false],
  ['shipment_out_for_delivery', [...sent, scanned('out_for_delivery')], [scanned('delivered')], true],
  ['shipment_out_for_delivery', [...sent, scanned('out_for_delivery')], [scanned('attempt_failed')], true],
  ['shipment_attempt_failed', [...sent, scanned('attempt_failed')], [scanned('available_for_pickup')], true],
  ['shipment_available_for_pickup', [...sent, scanned('available_for_pickup')], [], false],
  ['shipment_available_for_pickup', [...sent, scanned('available_for_pickup')], [scanned('delivered')], true],
  ['shipment_delivered', [...sent, scanned('delivered')], [], false],
  ['shipment_dispatched', sent, [scanned('in_transit')], false],
  ['shipment_dispatched', sent, [scanned('out_for_delivery')], false],
  ['shipment_dispatched', sent, [scanned('delivered')], true],
  ['promise_revised', [placed(), revised()], [], false],
  ['promise_revised', [placed(), revised()], [again('2008-08-02', '2008-09-10')], true],
  ['promise_revised', [placed(), revised()], [canceled(['2'])], true],
  ['promise_revised', [placed(), revised()], [canceled(['1'])], false],
])('%s, then something else', (name, said, then, overtaken) => {
  expect(isOvertaken(name, said, then)).toBe(overtaken);
});

test('a shipment that was registered by mistake has nothing to tell', () => {
  const { order } = exampleOf(typeNamed('order_confirmed'), 'en', [placed()]);
  expect(typeNamed('shipment_dispatched').overtaken!({ shipment: 'shipment-1' }, order)).toBe(true);
});

test('what waits at a pickup point has a deadline when the carrier says one', () => {
  const type = typeNamed('shipment_available_for_pickup');
  const { order } = exampleOf(type, 'en', [...sent, scanned('available_for_pickup')]);
  expect(type.deadline!({ pickup_until: '2008-07-25T22:00:00Z' }, order)).toBe('2008-07-25T22:00:00Z');
  expect(type.deadline!({ pickup_until: null }, order)).toBeNull();
});

import { describe, expectTypeOf, test } from 'vitest';
import {
  type AnswerOf,
  type ItemOf,
  type ListPath,
  type PathOf,
  type Tidings,
  verifyWebhook,
} from '../../clients/typescript/src/index.ts';

/** Read by tsc: what must not compile is marked, and a mark without a mistake is one. */
declare const tidings: Tidings;

describe('the types of the client', () => {
  test('know every path and what it is answered with', () => {
    expectTypeOf<'/v1/orders'>().toExtend<PathOf<'get'>>();
    expectTypeOf<'/v1/orders/{number}'>().not.toExtend<PathOf<'delete'>>();
    expectTypeOf<AnswerOf<'/v1/orders', 'post'>['status']>().toExtend<string>();
    expectTypeOf<AnswerOf<'/v1/orders/{number}', 'get'>['lines'][number]['quantity']['open']>().toBeNumber();
    expectTypeOf<AnswerOf<'/v1/lookups', 'post'>['status_token']['token']>().toBeString();
  });

  test('know the lists and what is in them', () => {
    expectTypeOf<'/v1/orders/{number}/story'>().toExtend<ListPath>();
    expectTypeOf<'/v1/orders/{number}'>().not.toExtend<ListPath>();
    expectTypeOf<ItemOf<'/v1/orders'>['number']>().toBeString();
  });

  test('let no call through that the API would refuse', () => {
    const scan = { carrier: 'ups', tracking_number: '1' };
    const calls = () => [
      tidings.get('/v1/orders/{number}', { params: { path: { number: '1' } } }),
      tidings.get('/v1/orders'),
      // @ts-expect-error: there is no such path
      tidings.get('/v1/order'),
      // @ts-expect-error: which order?
      tidings.get('/v1/orders/{number}'),
      // @ts-expect-error: a look-up needs a body
      tidings.post('/v1/lookups'),
      // @ts-expect-error: and an address in it
      tidings.post('/v1/lookups', { body: { number: '1' } }),
      // @ts-expect-error: when?
      tidings.post('/v1/tracking-events', { body: [{ ...scan, stage: 'delivered' }] }),
      // @ts-expect-error: no order is deleted
      tidings.delete('/v1/orders/{number}', { params: { path: { number: '1' } } }),
    ];
    expectTypeOf(calls).toBeFunction();
  });

  test('tell events apart by their type', () => {
    expectTypeOf(verifyWebhook).returns.toHaveProperty('type');
    expectTypeOf<'shipment.delivered'>().toExtend<ReturnType<typeof verifyWebhook>['type']>();
    expectTypeOf<'shipment.flown'>().not.toExtend<ReturnType<typeof verifyWebhook>['type']>();
  });
});

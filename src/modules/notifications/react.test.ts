import { describe, expect, test } from 'vitest';
import { secretsOf } from '../../lib/secrets.ts';
import type { Effects } from '../../story/index.ts';
import type { PlacedLine } from '../orders/facts.ts';
import { stateOf, storyOf } from './example.ts';
import {
  canceled,
  dispatched,
  handlingBegun,
  paid,
  pickupExpiryNeared,
  placed,
  refunded,
  revised,
  scanned,
  shipByNeared,
  shipmentChanged,
  split,
  withdrawn,
} from './example-facts.ts';
import { NOTIFICATION_TYPES, nameExample, notificationId, openNaming, react } from './index.ts';
import type { ExampleFact } from './type.ts';

/** What is planned when the last `count` facts of a story are committed together. */
function told(facts: readonly ExampleFact[], count = 1) {
  const story = storyOf(facts);
  const state = stateOf(story);
  const effects: Effects = { rows: [], jobs: [] };
  for (const fact of story.slice(-count)) react(nameExample, fact, state, effects);
  return effects.rows;
}

function types(facts: readonly ExampleFact[], count = 1): unknown[] {
  return told(facts, count).flatMap(({ set, values }) =>
    set.table === 'notifications' ? [values.type] : [],
  );
}

function dataOf(facts: readonly ExampleFact[], count = 1): unknown[] {
  return told(facts, count).flatMap(({ set, values }) =>
    set.table === 'notifications' ? [JSON.parse(values.data as string)] : [],
  );
}

const waiting = [
  placed({ delivery_option: 'pickup_point' }),
  dispatched(),
  scanned('available_for_pickup', { pickup_until: '2008-07-25T22:00:00Z' }),
];
const pending = placed({ payment_method: 'transfer', payment_status: 'pending' });

describe('who is told what', () => {
  test.each<[string, ExampleFact[], string[]]>([
    ['an order placed and paid', [placed()], ['order_confirmed', 'order_received']],
    [
      'an order placed and authorized',
      [placed({ payment_status: 'authorized' })],
      ['order_confirmed', 'order_received'],
    ],
    ['an order to be paid by transfer', [pending], ['order_confirmed', 'payment_awaited']],
    [
      'an order to be paid by a card that has not answered yet',
      [placed({ payment_status: 'pending' })],
      ['order_confirmed', 'payment_awaited'],
    ],
    [
      'an order to be paid to the courier',
      [placed({ payment_method: 'cash_on_delivery', payment_status: 'pending' })],
      ['order_confirmed', 'order_received'],
    ],
    [
      'an order that costs nothing',
      [
        placed({
          payment_status: 'pending',
          totals: { items: 0, shipping: 0, tax: 0, discount: 0, total: 0 },
        }),
      ],
      ['order_confirmed', 'order_received'],
    ],
    ['a payment', [pending, paid(5397)], ['payment_received']],
    ['a dispatch', [placed(), dispatched()], ['shipment_dispatched']],
    ['a split', [placed(), dispatched(), split()], ['order_split']],
    ['a new promise', [placed(), revised()], ['promise_revised']],
    ['a cancellation of a line', [placed(), canceled(['2'])], ['lines_canceled', 'sale_canceled']],
    ['a cancellation by the seller', [placed(), canceled(['2'], 'seller')], ['lines_canceled']],
    ['a cancellation of what no seller knows of', [pending, canceled(['2'])], ['lines_canceled']],
    ['a cancellation of everything', [placed(), canceled(['1', '2'])], ['order_canceled', 'sale_canceled']],
    ['a seller who may begin', [pending, paid(5397), handlingBegun()], ['order_received']],
    ['a day of shipping that is near', [placed(), shipByNeared()], ['ship_by_near']],
    ['another number', [placed(), dispatched(), shipmentChanged()], ['tracking_changed']],
    [
      'another carrier of the same number',
      [placed(), dispatched(), shipmentChanged({ carrier: 'fedex' })],
      ['tracking_changed'],
    ],
    [
      'a carrier of a parcel without a number',
      [placed(), dispatched({ tracking_number: null }), shipmentChanged({ carrier: 'fedex' })],
      [],
    ],
    ['other units in a parcel', [placed(), dispatched(), shipmentChanged({ lines: [] })], []],
    [
      'the right number of a parcel that is there',
      [placed(), dispatched(), scanned('delivered'), shipmentChanged()],
      [],
    ],
    ['a parcel that goes back soon', [...waiting, pickupExpiryNeared()], ['pickup_expiring']],
    ['a parcel that goes back', [placed(), dispatched(), scanned('returning')], ['shipment_exception']],
    ['a refund', [placed(), refunded(500, 'goodwill')], ['refund_issued']],
    ['a van', [placed(), dispatched(), scanned('out_for_delivery')], ['shipment_out_for_delivery']],
    [
      'a locker',
      [placed(), dispatched(), scanned('available_for_pickup')],
      ['shipment_available_for_pickup'],
    ],
    ['a closed door', [placed(), dispatched(), scanned('attempt_failed')], ['shipment_attempt_failed']],
    ['a broken parcel', [placed(), dispatched(), scanned('exception')], ['shipment_exception']],
    ['an arrival', [placed(), dispatched(), scanned('delivered')], ['shipment_delivered']],
    ['a scan on the road', [placed(), dispatched(), scanned('in_transit')], []],
    ['a scan nobody waits for', [placed(), dispatched(), scanned('delivered', { tell: false })], []],
    [
      'a handoff',
      [
        placed(),
        { type: 'OrderHandedOff', at: '2008-07-15T00:00:00Z', data: { at: '2008-07-15T00:00:00Z' } },
      ],
      [],
    ],
  ])('%s', (_name, facts, expected) => {
    expect(types(facts)).toEqual(expected);
  });

  test('a cancellation that refunds is told as one cancellation and one refund', () => {
    expect(types([placed(), canceled(['1', '2']), refunded(5397)], 2)).toEqual([
      'order_canceled',
      'sale_canceled',
      'refund_issued',
    ]);
  });

  test('nobody, when the order was imported silently', () => {
    for (const { example } of NOTIFICATION_TYPES) {
      const silent = example.map((fact) =>
        fact.type === 'OrderPlaced' ? { ...fact, data: { ...fact.data, notify: false } } : fact,
      );
      expect(types(silent, silent.length).filter((type) => type !== 'withdrawal_acknowledged')).toEqual([]);
    }
  });

  test('who withdraws from an order that was imported silently, and no seller', () => {
    const silent = [placed({ notify: false }), dispatched(), withdrawn({ '1': 1 })];
    expect(types(silent, 1)).toEqual(['withdrawal_acknowledged']);
  });

  test('of a withdrawal once, whatever is canceled with it; of what is canceled of it later by itself', () => {
    const declared = [placed(), withdrawn({ '2': 1 }), canceled(['2'], 'customer', 'withdrawal-1')];
    expect(types(declared, 2)).toEqual(['withdrawal_acknowledged', 'sale_canceled']);
    const later = {
      ...canceled(['1'], 'customer', 'withdrawal-1'),
      at: '2008-07-25T09:00:00Z',
    } as ExampleFact;
    const named = { ...later, data: { ...later.data, id: 'cancellation-2' } } as ExampleFact;
    expect(types([...declared, named], 1)).toEqual(['lines_canceled', 'sale_canceled']);
  });
});

describe('what is planned', () => {
  test('a notification and its delivery by e-mail, due at once', () => {
    const id = notificationId(
      nameExample,
      '114-3941689-8772232',
      2,
      'shipment_dispatched',
      'buyer',
      'customer',
    );
    const subject_key = 'order:114-3941689-8772232';
    expect(told([placed(), dispatched()]).map(({ values }) => values)).toEqual([
      {
        subject_key,
        id,
        order_number: '114-3941689-8772232',
        fact_version: 2,
        type: 'shipment_dispatched',
        audience: 'buyer',
        recipient: 'customer',
        locale: 'en-US',
        importance: 4,
        data: '{"shipment":"shipment-1"}',
        created_at: '2008-07-16T14:00:00Z',
      },
      {
        subject_key,
        notification_id: id,
        channel: 'email',
        importance: 4,
        due_at: '2008-07-16T14:00:00Z',
        person: 'customer:c-1',
        type: 'shipment_dispatched',
        also: 'sms,push',
      },
    ]);
  });

  test('a refund is found in the cancellation that caused it', () => {
    const [cancellation] = dataOf([placed(), canceled(['2'], 'seller'), refunded(2999)], 2);
    expect(cancellation).toEqual({
      cancellation: 'cancellation-1',
      by: 'seller',
      lines: [{ line: '2', quantity: 1 }],
      value: 2999,
      refund: 2999,
    });
  });

  test.each([
    ['later', { earliest: '2008-08-01', latest: '2008-09-10' }, true, 'delayed'],
    ['earlier', { earliest: '2008-07-18', latest: '2008-07-20' }, false, 'sooner'],
    ['at the same latest date', { earliest: '2008-07-20', latest: '2008-07-22' }, false, 'set'],
  ])('a promise %s', (_name, to, delay, move) => {
    const from = { earliest: '2008-07-22', latest: '2008-07-22' };
    expect(dataOf([placed(), revised({ lines: [{ line: '2', from, to }], delay })])).toEqual([
      { lines: [{ line: '2', from, to }], reason: 'supplier_delay', move },
    ]);
  });

  test('a first promise is no delay', () => {
    const to = { earliest: '2008-08-01', latest: '2008-09-10' };
    const [data] = dataOf([placed(), revised({ lines: [{ line: '2', from: null, to }], delay: false })]);
    expect(data).toMatchObject({ move: 'set' });
  });

  test('no name, address or title is kept', () => {
    for (const { example } of NOTIFICATION_TYPES) {
      const written = JSON.stringify(told(example, example.length));
      expect(written).not.toMatch(/Everyday|Ann Buyer|@example|Main St/);
    }
  });
});

describe('sellers', () => {
  const books = (placed().data as { lines: PlacedLine[] }).lines;
  const two = placed({ lines: [books[0]!, { ...books[1]!, seller: 's-2' }] });

  function sellersTold(facts: readonly ExampleFact[]) {
    return told(facts)
      .filter(({ set, values }) => set.table === 'notifications' && values.audience === 'seller')
      .map(({ values }) => ({ recipient: values.recipient, data: JSON.parse(values.data as string) }));
  }

  test('each is told of an order, as a person of its own', () => {
    const rows = told([two]);
    expect(sellersTold([two]).map(({ recipient }) => recipient)).toEqual(['s-1', 's-2']);
    const people = rows.flatMap(({ set, values }) => (set.table === 'deliveries' ? [values.person] : []));
    expect(people).toEqual(['customer:c-1', 'seller:s-1', 'seller:s-2']);
  });

  test('of a cancellation only who was to send it, and only what was theirs', () => {
    expect(sellersTold([two, canceled(['2'])])).toEqual([
      { recipient: 's-2', data: { by: 'customer', lines: [{ line: '2', quantity: 1 }] } },
    ]);
    expect(sellersTold([two, canceled(['1', '2'])]).map(({ data }) => data.lines)).toEqual([
      [{ line: '1', quantity: 1 }],
      [{ line: '2', quantity: 1 }],
    ]);
  });

  test('a reminder reaches the one who is late alone', () => {
    expect(sellersTold([two, shipByNeared()]).map(({ recipient }) => recipient)).toEqual(['s-1']);
  });
});

describe('once per fact and person', () => {
  test('the same fact again is the same rows', () => {
    expect(told([placed(), dispatched()])).toEqual(told([placed(), dispatched()]));
  });

  test('any other fact, type, person or order is another notification', () => {
    const ids = [
      notificationId(nameExample, '1', 1, 'order_confirmed', 'buyer', 'customer'),
      notificationId(nameExample, '1', 2, 'order_confirmed', 'buyer', 'customer'),
      notificationId(nameExample, '1', 1, 'payment_awaited', 'buyer', 'customer'),
      notificationId(nameExample, '1', 1, 'order_confirmed', 'seller', 'customer'),
      notificationId(nameExample, '1', 1, 'order_confirmed', 'buyer', 's-1'),
      notificationId(nameExample, '11', 1, 'order_confirmed', 'buyer', 'customer'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{24}$/);
  });

  test('an id is made with the secret of the installation: whoever knows the order cannot compute it', () => {
    const named = (secret: number) => {
      const { current } = secretsOf([{ id: '1', secret: Buffer.alloc(32, secret) }]);
      return notificationId(openNaming(current), '1', 1, 'order_confirmed', 'buyer', 'customer');
    };
    expect(named(7)).toBe(named(7));
    expect(named(8)).not.toBe(named(7));
  });
});

import { describe, expect, it } from 'vitest';
import { command, ORDER, place, shop, story } from '../../../test/support/stories.ts';

const { cancel, dispatch, pack, pay, refund, conclude, voidShipment } = shop();
const refunded = { type: 'RefundIssued' } as const;

describe('canceling', () => {
  it('takes units off and gives their price back in the same commit', () => {
    const order = story()
      .given(place())
      .when(cancel({ '1': 2 }, 'x-1'));
    const lines = [{ line: '1', quantity: 2 }];
    order.decides(
      {
        type: 'LinesCanceled',
        data: { id: 'x-1', by: 'customer', lines, value: 2000, shipping: 0, everything: false },
      },
      { type: 'RefundIssued', data: { amount: 2000, cause: 'cancellation', cancellation: 'x-1', lines } },
    );
    expect(order.accepted.result).toEqual({
      kind: 'cancellation',
      id: 'x-1',
      amount: -2000,
      refund: 2000,
    });
  });

  it('is all or nothing', () => {
    const order = story().given(place(), dispatch('p-1', { '2': 1 }));
    order.when(cancel({ '1': 1, '2': 1 })).refuses('line_already_shipped');
    expect(order.state.order!.lines[0]!.quantity.canceled).toBe(0);
  });

  it('adds up a line that is named twice', () => {
    const twice = [
      { line: '1', quantity: 2 },
      { line: '1', quantity: 2 },
    ];
    const body = { cancellation: 'x', refund: 'r', lines: twice, reason: null, by: 'shop' as const };
    const order = story().given(place());
    order.when(command('CancelLines', ORDER, body)).refuses('quantity_not_open');
    order.when(command('CancelLines', ORDER, { ...body, lines: [twice[0]!, { line: '1', quantity: 1 }] }));
    expect(order.fact('LinesCanceled').lines).toEqual([{ line: '1', quantity: 3 }]);
  });

  it.each([
    ['all were dispatched', [dispatch('p-1', { '1': 3 })], 1, 'line_already_shipped'],
    ['all were canceled', [cancel({ '1': 3 })], 1, 'line_already_canceled'],
    [
      'some were canceled, the rest dispatched',
      [cancel({ '1': 1 }), dispatch('p-1', { '1': 2 })],
      1,
      'line_already_shipped',
    ],
    ['fewer are open', [dispatch('p-1', { '1': 2 })], 2, 'quantity_not_open'],
    ['more than were ordered', [], 4, 'quantity_not_open'],
    ['they are being packed', [pack({ '1': 3 })], 1, 'line_being_packed'],
    ['too few are not being packed', [pack({ '1': 2 })], 2, 'line_being_packed'],
  ])('is refused when %s', (_, before, quantity, code) => {
    story()
      .given(place(), ...before)
      .when(cancel({ '1': quantity }))
      .refuses(code);
  });

  it('is invalid for a line there is not', () => {
    story()
      .given(place())
      .when(cancel({ '9': 1 }))
      .refuses('unknown_line', 'invalid');
  });

  it('of nothing is invalid, and never gives the shipping back again', () => {
    const order = story().given(place(), cancel({ '1': 3, '2': 1 }), pay(5000));
    order.when(cancel({})).refuses('no_quantity', 'invalid');
    order.when(cancel({ '1': 0 })).refuses('no_quantity', 'invalid');
    order.when(cancel({ '1': -1 })).refuses('no_quantity', 'invalid');
  });

  it('works again on units of a voided shipment', () => {
    const order = story().given(place(), dispatch('p-1', { '1': 3 }), voidShipment('p-1'));
    order.when(cancel({ '1': 3 })).decides({ type: 'LinesCanceled' }, refunded);
  });

  it('keeps the reason beside the story', () => {
    const body = {
      cancellation: 'x',
      refund: 'r',
      lines: [{ line: '2', quantity: 1 }],
      by: 'customer' as const,
    };
    const wish = command('CancelLines', ORDER, { ...body, reason: 'Ann changed her mind' });
    const order = story().given(place()).when(wish);
    expect(JSON.stringify(order.facts)).not.toContain('Ann');
    expect(order.accepted.rows).toMatchObject([
      { values: { command_id: wish.id, text: 'Ann changed her mind' } },
    ]);
  });
});

describe('what a cancellation is worth', () => {
  const worth = (order: ReturnType<typeof story>) => {
    const { items, discount, tax, shipping, value } = order.fact('LinesCanceled');
    return { items, discount, tax, shipping, value };
  };

  it('includes shipping only when nothing of the order remains', () => {
    const order = story()
      .given(place())
      .when(cancel({ '1': 3 }));
    expect(worth(order)).toMatchObject({ shipping: 0, value: 3000 });
    order.when(cancel({ '2': 1 }));
    expect(worth(order)).toMatchObject({ shipping: 399, value: 899 });
    expect(order.fact('LinesCanceled').everything).toBe(true);
  });

  it('does not include shipping when the rest was dispatched', () => {
    const order = story()
      .given(place(), dispatch('p-1', { '1': 3 }))
      .when(cancel({ '2': 1 }));
    expect(worth(order)).toMatchObject({ shipping: 0, value: 500 });
    expect(order.fact('LinesCanceled').everything).toBe(false);
  });

  it('no unit is worth less than nothing, however large the discount; all together are worth the total', () => {
    const lines = [
      { id: '1', quantity: 1, unit_price: 500 },
      { id: '2', quantity: 1, unit_price: 500 },
    ];
    const order = story().given(place({ lines, shipping: 500, discount: 1200 }));
    const values = ['1', '2'].map((line) => {
      order.when(cancel({ [line]: 1 }, `x-${line}`));
      return order.fact('LinesCanceled').value;
    });
    expect(values).toEqual([0, 300]);
  });

  it('shares discount and tax by cumulative floors; the last unit takes the rest', () => {
    const order = story().given(
      place({ lines: [{ id: '1', quantity: 3, unit_price: 100 }], shipping: 0, discount: 10, tax: 20 }),
    );
    const values = [1, 2, 3].map(() => worth(order.when(cancel({ '1': 1 }))));
    // floor(10/3), floor(20/3), 10 and floor(20/3), floor(40/3), 20, each less the one before.
    expect(values.map(({ discount }) => discount)).toEqual([3, 3, 4]);
    expect(values.map(({ tax }) => tax)).toEqual([6, 7, 7]);
    expect(values.map(({ value }) => value)).toEqual([103, 104, 103]);
  });

  it('of things that cost nothing is their tax and shipping, in the end', () => {
    const order = story().given(
      place({ lines: [{ id: '1', quantity: 2, unit_price: 0 }], shipping: 300, tax: 5 }),
    );
    expect(worth(order.when(cancel({ '1': 1 }))).value).toBe(0);
    expect(worth(order.when(cancel({ '1': 1 }))).value).toBe(305);
  });

  it('stays exact beyond 2^53 in between', () => {
    const lines = [{ id: '1', quantity: 3, unit_price: 999_999_999_999 }];
    const order = story().given(place({ lines, tax: 999_999_999_998, shipping: 0 }));
    const taxes = [1, 2, 3].map(() => worth(order.when(cancel({ '1': 1 }))).tax);
    expect(taxes).toEqual([333_333_333_332, 333_333_333_333, 333_333_333_333]);
  });
});

describe('the refund of a cancellation', () => {
  it.each(['pending', 'authorized'] as const)('is nothing while the order is %s', (payment_status) => {
    story()
      .given(place({ payment_status }))
      .when(cancel({ '1': 1 }))
      .decides({ type: 'LinesCanceled' });
  });

  it('is nothing while less was paid than is still owed', () => {
    const order = story().given(place({ payment_status: 'pending' }), pay(1899));
    order.when(cancel({ '1': 2 })).decides({ type: 'LinesCanceled' });
  });

  it('is only what is kept above what is still owed', () => {
    const order = story().given(place({ payment_status: 'pending' }), pay(3000));
    order
      .when(cancel({ '1': 2 }))
      .decides({ type: 'LinesCanceled' }, { type: 'RefundIssued', data: { amount: 1101 } });
  });

  it('is never more than the cancellation is worth, however much was overpaid', () => {
    const order = story().given(place(), pay(5000));
    order
      .when(cancel({ '2': 1 }))
      .decides({ type: 'LinesCanceled' }, { type: 'RefundIssued', data: { amount: 500 } });
  });

  it('leaves out what went back before', () => {
    const order = story().given(place(), refund(700));
    order
      .when(cancel({ '1': 3, '2': 1 }))
      .decides(
        { type: 'LinesCanceled', data: { value: 3899 } },
        { type: 'RefundIssued', data: { amount: 3199 } },
      );
  });

  it('does not count a refund that failed', () => {
    const order = story().given(place(), refund(700, {}, 'r-1'), conclude('r-1', 'failed'));
    order
      .when(cancel({ '1': 3, '2': 1 }))
      .decides({ type: 'LinesCanceled' }, { type: 'RefundIssued', data: { amount: 3899 } });
  });
});

import { describe, expect, it } from 'vitest';
import { NOON, place, shop, story } from '../../../test/support/stories.ts';
import { paidAmount, refundedAmount } from './state.ts';

const { cancel, conclude, pay, refund } = shop();
const paid = (order: ReturnType<typeof story>) => paidAmount(order.state.payments);
const refunded = (order: ReturnType<typeof story>) => refundedAmount(order.state.payments);

describe('a payment', () => {
  it('at placing is of the whole total', () => {
    expect(paid(story().given(place()))).toBe(3899);
    expect(paid(story().given(place({ payment_status: 'authorized' })))).toBe(0);
    expect(paid(story().given(place({ payment_status: 'pending' })))).toBe(0);
  });

  it('is recorded at the time it was received', () => {
    const order = story()
      .given(place({ payment_status: 'pending' }))
      .when(pay(3899, 'tr-1'));
    order.decides({
      type: 'PaymentReceived',
      at: NOON,
      data: { amount: 3899, method: 'transfer', reference: 'tr-1' },
    });
    expect(order.accepted.result).toEqual({ kind: 'payment', id: 'tr-1', amount: 3899 });
  });

  it('of the same method, reference and amount is the same payment', () => {
    const order = story().given(place({ payment_status: 'pending' }), pay(100, 'tr-1'));
    order.when(pay(100, 'tr-1')).doesNothing({ kind: 'payment', id: 'tr-1' });
    order.when(pay(101, 'tr-1')).decides({ type: 'PaymentReceived' });
    order.when(pay(100, 'tr-2')).decides({ type: 'PaymentReceived' });
    order.when(pay(100, 'tr-1', 'card')).decides({ type: 'PaymentReceived' });
    expect(paid(order)).toBe(401);
  });

  it('reported again after it came with the order is the same payment', () => {
    story()
      .given(place({ payment_reference: 'pi_1' }))
      .when(pay(3899, 'pi_1', 'card'))
      .doesNothing();
  });

  it('may be too little, too much, and after everything', () => {
    const order = story().given(place({ payment_status: 'pending' }), pay(1), pay(100_000));
    order
      .given(cancel({ '1': 3, '2': 1 }))
      .when(pay(5))
      .decides({ type: 'PaymentReceived' });
    expect(paid(order)).toBe(100_006);
  });
});

describe('a goodwill refund', () => {
  it('is to be executed until somebody says that it settled', () => {
    const order = story()
      .given(place())
      .when(refund(250, {}, 'r-1'));
    order.decides({
      type: 'RefundIssued',
      data: { id: 'r-1', amount: 250, cause: 'goodwill', cancellation: null },
    });
    expect(order.accepted.result).toEqual({ kind: 'refund', id: 'r-1', amount: -250 });
    expect(order.state.payments.refunds).toMatchObject([{ status: 'to_execute', settled_at: null }]);
    order.when(conclude('r-1', 'settled')).decides({ type: 'RefundSettled' });
    expect(order.state.payments.refunds).toMatchObject([
      { status: 'settled', reference: 'bank-1', settled_at: NOON },
    ]);
    order.when(conclude('r-1', 'settled')).doesNothing();
    order.when(conclude('r-1', 'failed')).refuses('refund_already_concluded');
  });

  it('that failed is no refund', () => {
    const order = story().given(place(), refund(3899, {}, 'r-1'));
    order.when(refund(1)).refuses('refund_exceeds_paid');
    order.given(conclude('r-1', 'failed'));
    expect(refunded(order)).toBe(0);
    order.when(refund(3899)).decides({ type: 'RefundIssued' });
  });

  it('is never above what was paid', () => {
    story()
      .given(place({ payment_status: 'pending' }))
      .when(refund(1))
      .refuses('refund_exceeds_paid');
    story()
      .given(place({ payment_status: 'pending' }), pay(50))
      .when(refund(51))
      .refuses('refund_exceeds_paid');
    story().given(place(), refund(3000)).when(refund(900)).refuses('refund_exceeds_paid');
  });

  it('is never above what was paid for the quantities it names', () => {
    const order = story().given(place({ discount: 350 }));
    // A tenth off: a unit of 1000 cost 900.
    order.when(refund(901, { '1': 1 })).refuses('refund_exceeds_paid');
    order.when(refund(1351, { '1': 1, '2': 1 })).refuses('refund_exceeds_paid');
    order.when(refund(1350, { '1': 1, '2': 1 })).decides({ type: 'RefundIssued' });
  });

  it('of one unit does not stand against the refund of the next', () => {
    const order = story().given(place(), refund(1000, { '1': 1 }), refund(1000, { '1': 1 }));
    order.given(refund(1000, { '1': 1 }));
    order.when(refund(1, { '1': 1 })).refuses('refund_exceeds_paid');
    order.when(refund(500, { '2': 1 })).decides({ type: 'RefundIssued' });
  });

  it('counts what went back for the same units with other lines only for its share', () => {
    const order = story().given(place(), cancel({ '1': 1, '2': 1 }));
    order.when(refund(2001, { '1': 3 })).refuses('refund_exceeds_paid');
    order.when(refund(1, { '2': 1 })).refuses('refund_exceeds_paid');
    order.when(refund(2000, { '1': 2 })).decides({ type: 'RefundIssued' });
  });

  it('names lines and quantities that were ordered', () => {
    const order = story().given(place());
    order.when(refund(1, { '1': 4 })).refuses('quantity_not_ordered');
    order.when(refund(1, { '9': 1 })).refuses('unknown_line', 'invalid');
  });

  it('that does not exist cannot be concluded', () => {
    story().given(place()).when(conclude('r-9', 'settled')).refuses('refund_not_found', 'not_found');
  });
});

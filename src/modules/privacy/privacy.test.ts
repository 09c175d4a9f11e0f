import { describe, expect, it } from 'vitest';
import { command, composition, ORDER, place, scan, shop, story } from '../../../test/support/stories.ts';
import { fold } from '../../story/index.ts';
import type { AnyFact } from '../facts.ts';

const { cancel, dispatch, scans } = shop();
const erase = (at_last = false) =>
  command('EraseBuyer', ORDER, { pseudonym: 'erased-1', at_last }, '2026-05-01T10:00:00Z');
const two = place({ customer: 'c-1', lines: [{ id: '1', quantity: 2, unit_price: 1000 }] });
const delivered = scan('delivered', '2026-03-05T10:00:00Z');

describe('the buyer of an order', () => {
  it('is erased when everything has arrived', () => {
    const order = story().given(two, dispatch('p-1', { '1': 2 }), scans('p-1', delivered));
    order.when(erase()).decides({ type: 'BuyerErased', data: { customer: 'erased-1' } });
    expect(order.given(erase()).state.order).toMatchObject({ customer: 'erased-1', erased: true });
  });

  it('of a guest gets no name at all', () => {
    const order = story().given(
      place({ customer: null, payment_status: 'pending', lines: [{ id: '1' }] }),
      cancel({ '1': 1 }),
    );
    order.when(erase()).decides({ type: 'BuyerErased', data: { customer: null } });
  });

  it.each([
    ['to_send', []],
    ['to_send', [dispatch('p-1', { '1': 1 }), scans('p-1', delivered)]],
    ['on_the_way', [dispatch('p-1', { '1': 2 })]],
  ])('is needed for what is %s', (reason, happened) => {
    const paid = place({
      customer: 'c-1',
      payment_status: 'paid',
      lines: [{ id: '1', quantity: 2, unit_price: 1000 }],
    });
    const order = story().given(paid, ...happened);
    order.when(erase()).refuses(`buyer_needed_${reason}`);
    order.when(erase(true)).decides({ type: 'BuyerErased' });
  });

  it('is not needed for money that is still to be paid back', () => {
    const lines = [{ id: '1', quantity: 2, unit_price: 1000 }];
    const order = story().given(
      place({ customer: 'c-1', payment_status: 'paid', lines }),
      cancel({ '1': 2 }),
    );
    expect(order.state.payments.refunds).toMatchObject([{ status: 'to_execute' }]);
    order.when(erase()).decides({ type: 'BuyerErased' });
  });

  it('is erased once', () => {
    const order = story().given(two, dispatch('p-1', { '1': 2 }), scans('p-1', delivered), erase());
    order.when(erase()).doesNothing();
  });
});

it('a story whose first fact was given the other name folds to the same state', () => {
  const order = story().given(two, dispatch('p-1', { '1': 2 }), scans('p-1', delivered), erase());
  const [placed, ...rest] = order.facts as AnyFact[];
  const renamed = { ...placed!, data: { ...placed!.data, customer: 'erased-1' } };
  expect(fold(composition, [renamed, ...rest])).toEqual(order.state);
});

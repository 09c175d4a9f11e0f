import { describe, expect, test } from 'vitest';
import { NOON, ORDER, place, scan, shop, story } from '../../../test/support/stories.ts';
import { findCase } from './state.ts';

const { ask, say, grant, close, ring, pack, dispatch, cancel, scans } = shop();
/** NOON is seven in the morning in New York, of a Monday. */
const due = '2026-03-03T12:00:00Z';
const packed = () => story().given(place(), pack({ '1': 2 }));
const asked = () => packed().given(ask('cancellation', { units: { '1': 2 } }));

describe('asking', () => {
  test('begins a conversation and the clock of the seller', () => {
    story()
      .given(place())
      .when(ask('wrong_item', { units: { '1': 1 } }))
      .decides({
        type: 'CaseOpened',
        data: {
          ...{ case: 'cas_1', kind: 'wrong_item', seller: 's-1', from: 'buyer', shipment: null },
          ...{ lines: [{ line: '1', quantity: 1 }], answer_due: due },
        },
      });
  });

  test('keeps what was said beside the story, not in it', () => {
    const order = story()
      .given(place())
      .when(ask('question', { text: 'Ann wants to know' }));
    expect(JSON.stringify(order.accepted.facts)).not.toContain('Ann');
    expect(order.accepted.rows).toMatchObject([
      { values: { order_number: ORDER, text: 'Ann wants to know' } },
    ]);
  });

  test('the same again, while it is open, is the same request', () => {
    const order = story().given(place(), ask('question'));
    order.when(ask('question', { case: 'cas_2' })).doesNothing({ kind: 'case', id: 'cas_1' });
  });

  test('in other words, adds them to it', () => {
    const order = story().given(place(), ask('damaged', { units: { '1': 1 } }));
    order.when(ask('damaged', { case: 'cas_2', units: { '1': 2 }, text: 'The other one too' }));
    order.decides({ type: 'CaseMessageAdded', data: { case: 'cas_1', from: 'buyer', answer_due: due } });
    expect(order.accepted.result).toEqual({ kind: 'case', id: 'cas_1' });
  });

  test('about something else, or after the first was settled, is another', () => {
    story()
      .given(place(), ask('damaged', { units: { '1': 1 } }))
      .when(ask('damaged', { case: 'cas_2', units: { '2': 1 } }))
      .decides({ type: 'CaseOpened', data: { case: 'cas_2' } })
      .given(close('buyer'))
      .when(ask('damaged', { case: 'cas_3', units: { '1': 1 } }))
      .decides({ type: 'CaseOpened', data: { case: 'cas_3' } });
  });

  test('a seller who begins is not on its own clock', () => {
    const order = story()
      .given(place())
      .when(ask('question', { from: 'seller' }));
    order.decides({ type: 'CaseOpened', data: { from: 'seller', answer_due: null } });
    expect(findCase(order.state, 'cas_1')).toMatchObject({ status: 'answered' });
  });

  const two_sellers = () =>
    place({
      lines: [
        { id: '1', seller: 's-1' },
        { id: '2', seller: 's-2' },
      ],
    });

  test.each([
    ['the seller of its line', { units: { '2': 1 } }, 's-2'],
    ['the seller that is named', { seller: 's-1' }, 's-1'],
  ])('goes to %s', (_name, more, seller) => {
    const order = story().given(two_sellers()).when(ask('question', more));
    expect(order.fact('CaseOpened').seller).toBe(seller);
  });

  test.each([
    ['nobody knows which', {}, 'seller_needed'],
    ['lines of two', { units: { '1': 1, '2': 1 } }, 'several_sellers'],
    ['a line of another', { units: { '1': 1 }, seller: 's-2' }, 'several_sellers'],
    ['a stranger', { seller: 's-3' }, 'unknown_seller'],
    ['no such line', { units: { '9': 1 } }, 'unknown_line'],
    ['no such parcel', { shipment: 'p-9' }, 'unknown_shipment'],
  ])('of several sellers one: %s', (_name, more, code) => {
    story().given(two_sellers()).when(ask('question', more)).refuses(code, 'invalid');
  });

  test('a missed parcel says what is to happen to it, and has not arrived', () => {
    const wish = { to: 'another_day' as const, day: '2026-03-05' };
    const order = story().given(place(), dispatch('p-1', { '1': 3 }));
    order.when(ask('missed_delivery', { wish })).refuses('shipment_needed', 'invalid');
    order.when(ask('missed_delivery', { shipment: 'p-1' })).refuses('wish_needed', 'invalid');
    order
      .when(ask('missed_delivery', { shipment: 'p-1', wish }))
      .decides({ type: 'CaseOpened', data: { wish } });
    order.given(scans('p-1', scan('delivered', NOON)));
    order
      .when(ask('missed_delivery', { case: 'cas_2', shipment: 'p-1', wish }))
      .refuses('shipment_delivered');
  });

  test('more units than were ordered', () => {
    story()
      .given(place())
      .when(ask('damaged', { units: { '1': 4 } }))
      .refuses('quantity_not_ordered');
  });

  test('without an end', () => {
    const order = story().given(place({ lines: Array.from({ length: 21 }, (_, id) => ({ id: `${id}` })) }));
    for (let id = 0; id < 20; id++) order.given(ask('damaged', { case: `cas_${id}`, units: { [id]: 1 } }));
    order.when(ask('damaged', { case: 'cas_20', units: { 20: 1 } })).refuses('too_many_cases');
  });
});

describe('talking', () => {
  const open = () => story().given(place(), ask('question'));

  test('an answer stops the clock, a further question starts it anew', () => {
    const order = open();
    order.when(say('seller', 'On Friday')).decides({ type: 'CaseMessageAdded', data: { answer_due: null } });
    const later = '2026-03-04T15:00:00Z';
    order.when(say('buyer', 'This Friday?', later));
    expect(order.fact('CaseMessageAdded').answer_due).toBe('2026-03-05T15:00:00Z');
  });

  test('who asks again before there is an answer does not move the clock', () => {
    const order = open().when(say('buyer', 'Hello?', '2026-03-02T20:00:00Z'));
    expect(order.fact('CaseMessageAdded').answer_due).toBe(due);
  });

  test('the same words again are not said twice, nor after the end', () => {
    const order = open().given(say('seller', 'On Friday'));
    order.when(say('seller', 'On Friday')).doesNothing();
    order.given(close('buyer'));
    order.when(say('seller', 'On Friday')).doesNothing();
    order.when(say('buyer', 'Thanks')).refuses('case_closed');
  });

  test('in a case that is not there', () => {
    open()
      .when(say('buyer', 'Hello?', NOON, 'cas_9'))
      .refuses('case_not_found', 'not_found');
  });
});

describe('the clock', () => {
  const open = () => story().given(place(), ask('question'));
  // Seven in New York is before the desk opens: the warning came the afternoon before.
  const near = '2026-03-02T21:00:00Z';

  test('warns once, then says once that it is overdue', () => {
    const order = open();
    order.when(ring('2026-03-02T20:59:59Z')).doesNothing();
    order.when(ring(near)).decides({ type: 'CaseAnswerNeared', data: { answer_due: due } });
    order.when(ring(near)).doesNothing();
    order.when(ring(due)).decides({ type: 'CaseOverdue', data: { answer_due: due } });
    order.when(ring('2026-03-05T12:00:00Z')).doesNothing();
  });

  test('an answer that was there first is in time, one after it is taken all the same', () => {
    open().given(say('seller', 'On Friday')).when(ring(due)).doesNothing();
    const order = open().given(ring(due));
    expect(findCase(order.state, 'cas_1')).toMatchObject({ overdue: due });
    order.given(say('seller', 'Sorry, on Friday'));
    expect(findCase(order.state, 'cas_1')).not.toHaveProperty('overdue');
  });

  test('is over with the case', () => {
    open().given(close('buyer')).when(ring(due)).doesNothing();
  });
});

describe('ending', () => {
  const open = () => story().given(place(), ask('question'));

  test.each([
    ['its buyer no longer asks', () => open(), close('buyer'), 'withdrawn'],
    ['its buyer is content', () => open().given(say('seller', 'On Friday')), close('buyer'), 'resolved'],
    ['the seller answers with it', () => open(), close('seller', 'On Friday'), 'resolved'],
    ['the shop settles it', () => open().given(say('seller', 'On Friday')), close('shop'), 'resolved'],
  ])('%s', (_name, given, command, outcome) => {
    const order = given().when(command);
    order.decides({ type: 'CaseClosed', data: { outcome, cancellation: null } });
    order.when(command).doesNothing();
  });

  test('no question ends without a word', () => {
    open().when(close('seller')).refuses('case_not_answered');
    open().when(close('shop')).refuses('case_not_answered');
  });

  test('a parcel that was missed and then arrived', () => {
    const wish = { to: 'pickup_point' as const, day: null };
    story()
      .given(place(), dispatch('p-1', { '1': 3 }), ask('missed_delivery', { shipment: 'p-1', wish }))
      .given(ask('question', { case: 'cas_2' }))
      .when(scans('p-1', scan('delivered', NOON)))
      .leadsTo(
        { type: 'ScanRecorded' },
        { type: 'ShipmentDelivered' },
        { type: 'CaseClosed', data: { case: 'cas_1', outcome: 'delivered', by: 'system' } },
      );
  });
});

describe('canceling what is being packed', () => {
  test('is asked for, where it cannot just be done', () => {
    story()
      .given(place())
      .when(ask('cancellation', { units: { '1': 1 } }))
      .refuses('can_be_canceled');
    packed()
      .when(ask('cancellation', { units: { '1': 1 } }))
      .refuses('can_be_canceled');
    packed()
      .when(ask('cancellation', { units: { '1': 3 } }))
      .decides({ type: 'CaseOpened' });
    packed().when(ask('cancellation')).refuses('no_quantity', 'invalid');
    packed()
      .given(dispatch('p-1', { '1': 3 }))
      .when(ask('cancellation', { units: { '1': 1 } }))
      .refuses('line_already_shipped');
  });

  test('accepted: canceled and paid back in one commit, packed or not', () => {
    const order = asked().when(grant(true));
    order.decides(
      { type: 'CaseClosed', data: { outcome: 'accepted', by: 'seller', cancellation: 'can_cas_1' } },
      { type: 'LinesCanceled', data: { by: 'customer', value: 2000, case: 'cas_1' } },
      { type: 'RefundIssued', data: { amount: 2000, cause: 'cancellation' } },
    );
    expect(order.state.order!.lines[0]!.quantity).toMatchObject({ ordered: 3, canceled: 2, packed: 1 });
    order.when(grant(true)).doesNothing();
    order.when(grant(false)).refuses('case_closed');
  });

  test('declined: it goes on', () => {
    const order = asked().when(grant(false));
    order.decides({ type: 'CaseClosed', data: { outcome: 'declined', by: 'seller' } });
    expect(order.accepted.rows).toMatchObject([{ values: { text: 'It is in the van already' } }]);
    order.when(grant(false)).doesNothing();
    order.when(grant(true)).refuses('case_closed');
  });

  test('dispatched meanwhile: declined by that, and can no longer be accepted', () => {
    const order = asked().when(dispatch('p-1', { '1': 3 }));
    order.leadsTo(
      { type: 'ShipmentDispatched' },
      { type: 'OrderSplit' },
      { type: 'CaseClosed', data: { outcome: 'dispatched', by: 'system' } },
    );
    order.when(grant(true)).refuses('case_closed');
  });

  test('a part dispatched meanwhile: what is left can be', () => {
    const order = asked()
      .given(dispatch('p-1', { '1': 2 }))
      .when(grant(true));
    expect(order.fact('LinesCanceled').lines).toEqual([{ line: '1', quantity: 1 }]);
  });

  test('canceled another way meanwhile', () => {
    const order = story().given(place(), pack({ '1': 2 }), ask('cancellation', { units: { '1': 3 } }));
    order.given(cancel({ '1': 1 }), dispatch('p-1', { '1': 1 })).when(grant(true));
    expect(order.fact('LinesCanceled').lines).toEqual([{ line: '1', quantity: 1 }]);
  });

  test('is accepted or declined, not closed; its buyer may take it back', () => {
    asked().when(close('seller', 'No')).refuses('case_needs_answer');
    asked()
      .when(close('buyer'))
      .decides({ type: 'CaseClosed', data: { outcome: 'withdrawn', by: 'buyer' } });
  });

  test('there is nothing to accept in a question', () => {
    story().given(place(), ask('question')).when(grant(true)).refuses('nothing_to_accept');
  });
});

import { describe, expect, it } from 'vitest';
import { answer, asked, ordered, promise, questionOf } from '../../../test/support/delays.ts';
import { command, NOON, ORDER, place, shop, story } from '../../../test/support/stories.ts';
import type { FactData } from '../facts.ts';

const { cancel, dispatch, pack, voidShipment } = shop();

const silence = (at: string) => command('NoticeSilence', ORDER, {}, at);

describe('what is asked', () => {
  it.each([
    ['US', '2026-03-20', 'us_ftc_first', 'wait'],
    ['US', '2026-04-08', 'us_ftc_first', 'wait'],
    ['US', '2026-04-09', 'us_ftc_second', 'cancel'],
    ['PR', '2026-03-20', 'us_ftc_first', 'wait'],
    ['GU', '2026-04-09', 'us_ftc_second', 'cancel'],
    ['VI', '2026-03-20', 'us_ftc_first', 'wait'],
    ['AS', '2026-03-20', 'us_ftc_first', 'wait'],
    ['MP', '2026-03-20', 'us_ftc_first', 'wait'],
    ['DE', '2026-05-20', 'eu', 'wait'],
    ['RE', '2026-05-20', 'eu', 'wait'],
    ['AX', '2026-05-20', 'eu', 'wait'],
    ['NO', '2026-03-20', 'eu', 'wait'],
    ['JP', '2026-03-20', 'shop', 'wait'],
  ])('in %s, until %s: %s', (country, latest, rule, without_answer) => {
    const order = ordered(country).when(promise(latest));
    order.leadsTo(
      { type: 'PromiseRevised' },
      {
        type: 'DecisionAsked',
        data: {
          change: 2,
          lines: [{ line: '1', rule, until: '2026-03-09', without_answer, new_latest: latest }],
        },
      },
    );
  });

  it('a second delay asks for consent in the United States', () => {
    const order = ordered().given(promise('2026-03-12'), answer('wait'));
    order.when(promise('2026-03-14'));
    expect(asked(order)).toMatchObject([{ rule: 'us_ftc_second', old_latest: '2026-03-12' }]);
  });

  it('gives three days at least, from the notice on', () => {
    const order = ordered('US').when(promise('2026-03-20', ['1'], '2026-03-08T12:00:00Z'));
    expect(asked(order)[0]!.until).toBe('2026-03-11');
  });

  it('counts days where the order goes: its evening is the next day elsewhere', () => {
    const order = ordered('JP', { time_zone: 'Asia/Tokyo' });
    order.when(promise('2026-03-20', ['1'], '2026-03-08T16:00:00Z'));
    expect(asked(order)[0]!.until).toBe('2026-03-12');
    expect(questionOf(order)!.ends_at).toBe('2026-03-12T15:00:00Z');
  });

  it('is nothing where dates come nearer, stay, or were never there', () => {
    const undated = { lines: [{ id: '1', promise: null }] };
    ordered().when(promise('2026-03-08')).leadsTo({ type: 'PromiseRevised' });
    ordered()
      .when(promise('2026-03-09', ['1'], NOON, '2026-03-07'))
      .leadsTo({ type: 'PromiseRevised' });
    ordered('US', undated).when(promise('2026-06-01')).leadsTo({ type: 'PromiseRevised' });
  });

  it('is nothing about what has left or is being packed', () => {
    const revised = { type: 'PromiseRevised' } as const;
    ordered()
      .given(dispatch('p', { '1': 3 }))
      .when(promise('2026-03-20'))
      .leadsTo(revised);
    ordered()
      .given(pack({ '1': 3 }))
      .when(promise('2026-03-20'))
      .leadsTo(revised);
  });

  it('is one question about all lines that move together', () => {
    const order = ordered().when(promise('2026-03-20', ['1', '2']));
    expect(asked(order).map(({ line }) => line)).toEqual(['1', '2']);
  });
});

describe('dates that move while a question is open', () => {
  it('replace it, and leave time until the date promised before', () => {
    const asked = {
      line: '1',
      rule: 'us_ftc_second' as const,
      old_latest: '2026-05-01',
      until: '2026-05-01',
    };
    const order = ordered().given(promise('2026-05-01'));
    order.when(promise('2026-06-01', ['1'], '2026-03-03T12:00:00Z'));
    order.leadsTo(
      { type: 'PromiseRevised' },
      { type: 'DecisionClosed', data: { lines: ['1'], because: 'promised_anew' } },
      { type: 'DecisionAsked', data: { lines: [asked] } },
    );
  });

  it('a little each time, are a second delay all the same', () => {
    const order = ordered().given(promise('2026-03-12')).when(promise('2026-03-14'));
    expect(asked(order)).toMatchObject([
      { rule: 'us_ftc_second', without_answer: 'cancel', old_latest: '2026-03-12', until: '2026-03-12' },
    ]);
  });

  it('come nearer, and are still later than was counted on', () => {
    const order = ordered('DE').given(promise('2026-05-01')).when(promise('2026-03-20'));
    expect(questionOf(order)).toMatchObject({
      ...{ old_latest: '2026-03-09', until: '2026-03-09', new_latest: '2026-03-20' },
    });
  });

  it('come nearer after they moved twice: the last delay goes on, with its last day', () => {
    const order = ordered('DE').given(promise('2026-05-01'), promise('2026-06-01'));
    order.when(promise('2026-05-20'));
    expect(questionOf(order)).toMatchObject({
      ...{ old_latest: '2026-05-01', until: '2026-05-01', new_latest: '2026-05-20' },
    });
  });

  it('are as good as the first ones again: nothing is left to decide', () => {
    const order = ordered().given(promise('2026-05-01')).when(promise('2026-03-09'));
    order.leadsTo({ type: 'PromiseRevised' }, { type: 'DecisionClosed' });
    expect(questionOf(order)).toBeUndefined();
  });
});

describe('an answer', () => {
  it('to wait makes the new date the one that is counted on', () => {
    const order = ordered('DE').given(promise('2026-03-20'), answer('wait'));
    order.when(promise('2026-03-19')).leadsTo({ type: 'PromiseRevised' });
    order.when(promise('2026-03-20'));
    expect(asked(order)[0]).toMatchObject({ old_latest: '2026-03-19' });
  });

  it('to cancel takes the line off and refunds it in the same commit', () => {
    const order = ordered().given(promise('2026-03-20')).when(answer('cancel'));
    order.leadsTo(
      { type: 'DelayDecided', data: { lines: ['1'], decision: 'cancel', by: 'customer' } },
      { type: 'LinesCanceled', data: { by: 'customer', lines: [{ line: '1', quantity: 3 }], value: 3000 } },
      { type: 'RefundIssued', data: { amount: 3000, cause: 'cancellation' } },
    );
    expect(order.accepted.result).toMatchObject({ kind: 'delay_decision', id: 'x-1', refund: 3000 });
  });

  it('cancels what is left of a line of which some has gone', () => {
    const order = ordered().given(promise('2026-03-20'), dispatch('p', { '1': 2 }));
    order.when(answer('cancel'));
    expect(order.fact('LinesCanceled').lines).toEqual([{ line: '1', quantity: 1 }]);
  });

  it('given twice is given once; the other one is refused', () => {
    const order = ordered().given(promise('2026-03-20'), answer('wait'));
    order.when(answer('wait')).doesNothing({ kind: 'delay_decision' });
    order.when(answer('cancel')).refuses('delay_already_decided');
  });

  it('about a line that is on time, or not there, is refused', () => {
    ordered().when(answer('wait')).refuses('decision_not_needed');
    ordered()
      .given(promise('2026-03-20'))
      .when(answer('wait', ['1', '2']))
      .refuses('decision_not_needed');
    ordered()
      .when(answer('wait', ['9']))
      .refuses('unknown_line', 'invalid');
  });

  it('is refused after the last day, and on its last second is not', () => {
    const order = ordered().given(promise('2026-03-20'));
    order.when(answer('wait', ['1'], '2026-03-10T04:00:00Z')).refuses('decision_too_late');
    order.when(answer('wait', ['1'], '2026-03-10T03:59:59Z')).decides({ type: 'DelayDecided' });
  });

  it('to cancel what is being packed by now is refused like any cancellation', () => {
    const order = ordered().given(promise('2026-03-20'), pack({ '1': 3 }));
    order.when(answer('cancel')).refuses('line_being_packed');
    order.when(answer('wait')).decides({ type: 'DelayDecided' });
  });
});

describe('silence', () => {
  it('before the day is over means nothing', () => {
    ordered().given(promise('2026-03-20')).when(silence('2026-03-10T03:59:59Z')).doesNothing();
  });

  it('agrees to wait where the first rule holds', () => {
    const order = ordered().given(promise('2026-03-20')).when(silence('2026-03-10T04:00:30Z'));
    order.leadsTo({
      type: 'DelayDecided',
      at: '2026-03-10T04:00:00Z',
      data: { lines: ['1'], decision: 'wait', by: 'silence' },
    });
    order.when(silence('2026-03-11T04:00:00Z')).doesNothing();
  });

  it('cancels and refunds unasked where the second holds', () => {
    const order = ordered()
      .given(promise('2026-05-20', ['1', '2']))
      .when(silence('2026-03-10T04:00:30Z'));
    order.leadsTo(
      { type: 'DelayDecided', data: { lines: ['1', '2'], decision: 'cancel', by: 'silence' } },
      { type: 'LinesCanceled', data: { by: 'shop', because: 'no_answer', everything: true, value: 3899 } },
      { type: 'RefundIssued', at: '2026-03-10T04:00:00Z', data: { amount: 3899 } },
    );
  });

  it('does not cancel what is being packed by then', () => {
    const order = ordered().given(promise('2026-05-20'), pack({ '1': 3 }));
    order
      .when(silence('2026-03-10T04:00:30Z'))
      .leadsTo({ type: 'DecisionClosed', data: { because: 'being_packed' } });
  });

  it('is carried out at once when the notice is of the past', () => {
    const order = story().given(
      place({
        placed_at: '2008-07-14T12:49:00Z',
        lines: [
          { id: '1', promise: { earliest: '2008-07-22', latest: '2008-07-22', source: 'given' } },
          { id: '2', promise: { earliest: '2008-07-22', latest: '2008-07-22', source: 'given' } },
        ],
      }),
    );
    const wish = promise('2008-09-10', ['2'], '2008-07-17T12:00:00Z', '2008-08-01');
    order.when({ ...wish, recorded_at: NOON });
    order.leadsTo(
      { type: 'PromiseRevised', at: '2008-07-17T12:00:00Z' },
      { type: 'DecisionAsked', data: { lines: [{ until: '2008-07-22', rule: 'us_ftc_second' }] } },
      { type: 'DelayDecided', at: '2008-07-23T04:00:00Z', data: { by: 'silence', decision: 'cancel' } },
      { type: 'LinesCanceled', at: '2008-07-23T04:00:00Z' },
      { type: 'RefundIssued' },
    );
  });
});

describe('a question is over', () => {
  const over = (because: FactData['DecisionClosed']['because']) =>
    ({ type: 'DecisionClosed', data: { lines: ['1'], because } }) as const;

  it('when the goods leave', () => {
    const order = ordered().given(promise('2026-03-20'));
    order.when(dispatch('p-1', { '1': 2 }));
    expect(questionOf(order), 'one is still here').toBeDefined();
    order.when(dispatch('p-2', { '1': 1 }));
    order.leadsTo({ type: 'ShipmentDispatched' }, over('dispatched'));
    order.when(answer('cancel')).refuses('decision_not_needed');
  });

  it('when they are canceled otherwise', () => {
    const order = ordered()
      .given(promise('2026-03-20'))
      .when(cancel({ '1': 3 }));
    order.leadsTo({ type: 'LinesCanceled' }, { type: 'RefundIssued' }, over('canceled'));
  });

  it('and is not asked again when a shipment turns out to be a mistake', () => {
    const order = ordered().given(promise('2026-03-20'), dispatch('p-1', { '1': 3 }));
    order.when(voidShipment('p-1')).leadsTo({ type: 'ShipmentVoided' });
  });
});

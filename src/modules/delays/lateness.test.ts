import { describe, expect, it } from 'vitest';
import { answer, asked, ordered, promise, questionOf } from '../../../test/support/delays.ts';
import { command, ORDER, shop } from '../../../test/support/stories.ts';

const { dispatch } = shop();

const lateness = (at: string) => command('NoticeLateness', ORDER, {}, at);

describe('a promised day that is over', () => {
  const after = '2026-03-10T05:00:00Z';

  it('is said once, and asks the buyer, since nobody knows when it comes', () => {
    const order = ordered()
      .given(dispatch('p', { '2': 1 }))
      .when(lateness(after));
    order.leadsTo(
      { type: 'PromisePassed', data: { lines: [{ line: '1', latest: '2026-03-09' }] } },
      {
        type: 'DecisionAsked',
        data: {
          lines: [
            {
              line: '1',
              rule: 'us_ftc_second',
              until: '2026-03-13',
              without_answer: 'cancel',
              new_latest: null,
            },
          ],
        },
      },
    );
    order.when(lateness('2026-03-20T05:00:00Z')).doesNothing();
  });

  it('means nothing before, nor about what has left, is not paid, or was late when we heard of it', () => {
    ordered().when(lateness('2026-03-10T03:59:59Z')).doesNothing();
    ordered()
      .given(dispatch('p', { '1': 3, '2': 1 }))
      .when(lateness(after))
      .doesNothing();
    ordered('US', { payment_status: 'pending' }).when(lateness(after)).doesNothing();
    const past = { promise: { earliest: '2008-07-22', latest: '2008-07-22', source: 'given' as const } };
    ordered('US', { lines: [{ id: '1', ...past }] })
      .when(lateness(after))
      .doesNothing();
  });

  it.each([
    // Clocks go back an hour the day after, or forward at the very midnight: that day begins at one o'clock.
    ['America/New_York', '2026-10-31', '2026-11-01T04:00:00Z'],
    ['America/New_York', '2026-11-01', '2026-11-02T05:00:00Z'],
    ['America/Santiago', '2026-09-05', '2026-09-06T04:00:00Z'],
    ['Africa/Cairo', '2026-04-23', '2026-04-23T22:00:00Z'],
    ['Europe/Warsaw', '2026-03-29', '2026-03-29T22:00:00Z'],
    ['Pacific/Kiritimati', '2026-04-23', '2026-04-23T10:00:00Z'],
  ])('ends where the order goes: in %s that of %s at %s', (time_zone, latest, ends_at) => {
    const day = { promise: { earliest: latest, latest, source: 'given' as const } };
    const before = Temporal.Instant.from(ends_at).subtract({ seconds: 1 }).toString();
    const dated = () => ordered('US', { time_zone, lines: [{ id: '1', ...day }] });
    dated().when(lateness(before)).doesNothing();
    dated()
      .when(lateness(ends_at))
      .leadsTo(
        { type: 'PromisePassed', data: { lines: [{ line: '1', latest }] } },
        { type: 'DecisionAsked' },
      );
  });

  it('does not ask again while a question is open', () => {
    const order = ordered().given(promise('2026-05-01', ['1'], '2026-03-08T12:00:00Z'));
    order
      .when(lateness(after))
      .leadsTo({ type: 'PromisePassed', data: { lines: [{ line: '2' }] } }, { type: 'DecisionAsked' });
    expect(asked(order).map(({ line }) => line)).toEqual(['2']);
  });

  it('is thirty days from the order where nothing was promised and a law counts them', () => {
    const undated = { lines: [{ id: '1', promise: null }] };
    const day30 = '2026-04-02T12:00:00Z';
    ordered('US', undated).when(lateness('2026-04-01T12:00:00Z')).doesNothing();
    ordered('DE', undated)
      .when(lateness(day30))
      .leadsTo(
        { type: 'PromisePassed', data: { lines: [{ latest: '2026-04-01' }] } },
        { type: 'DecisionAsked' },
      );
    ordered('JP', undated).when(lateness('2027-04-02T12:00:00Z')).doesNothing();
  });

  it('agreed to wait without a date: a date that comes then needs no consent', () => {
    const order = ordered().given(lateness(after), answer('wait', ['1', '2'], after));
    order.when(promise('2026-06-01', ['1'], '2026-03-12T12:00:00Z'));
    expect(asked(order)).toMatchObject([{ rule: 'us_ftc_first', without_answer: 'wait' }]);
  });

  it('a new date closes the question without one', () => {
    const order = ordered()
      .given(lateness(after))
      .when(promise('2026-03-20', ['1'], after));
    order.leadsTo({ type: 'PromiseRevised' }, { type: 'DecisionClosed' }, { type: 'DecisionAsked' });
    expect(questionOf(order)!.new_latest).toBe('2026-03-20');
    expect(questionOf(order, '2')!.new_latest).toBeNull();
  });
});

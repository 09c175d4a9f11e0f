import { expect, test } from 'vitest';
import { place, scan, shop, story } from '../../../test/support/stories.ts';
import type { AnyCommand } from '../commands.ts';
import { expectationOf, lastDayToReturn, returnable } from './index.ts';

const { cancel, dispatch, scans, withdraw } = shop();
const arrived = (shipment: string) => scans(shipment, scan('delivered', '2026-03-05T10:00:00Z'));
const all = [dispatch('p-1', { '1': 3, '2': 1 }), arrived('p-1')];
const half = [dispatch('p-1', { '1': 2 }), arrived('p-1')];
const declared_at = '2026-03-06T10:00:00Z';

/** Of line 1, three units of it; line 2 is one more. */
function canReturn(commands: AnyCommand[], { country = 'PL', now = declared_at } = {}) {
  const { state } = story().given(place({ country, time_zone: 'Europe/Warsaw' }), ...commands);
  const expectation = expectationOf(state, { returns: ['GB'], now_ms: Date.parse(now) });
  return returnable(state, state.order!.lines[0]!, expectation);
}

// Delivered on Thursday 5 March 2026: the fourteenth day is Thursday the 19th.
test.each([
  ['all that has arrived, until the last day', all, {}, 3, '2026-03-19', null],
  ['to the end of it where the buyer is', all, { now: '2026-03-19T22:59:59Z' }, 3, '2026-03-19', null],
  ['not a second longer', all, { now: '2026-03-19T23:00:00Z' }, 0, '2026-03-19', 'period_over'],
  ['what has arrived while the rest is to come, without an end', half, {}, 2, null, null],
  ['nothing that is under way', [dispatch('p-1', { '1': 3 })], {}, 0, null, 'not_delivered'],
  ['nothing that has not left', [], {}, 0, null, 'not_delivered'],
  ['nothing that was canceled', [cancel({ '1': 3 })], {}, 0, null, 'line_already_canceled'],
  [
    'what was not withdrawn from',
    [...all, withdraw({ '1': 1 }, 'w', declared_at)],
    {},
    2,
    '2026-03-19',
    null,
  ],
  [
    'nothing that was withdrawn from',
    [...all, withdraw(null, 'w', declared_at)],
    {},
    0,
    null,
    'line_already_withdrawn',
  ],
  [
    'nothing withdrawn from under way',
    [dispatch('p-1', { '1': 3 }), withdraw(null)],
    {},
    0,
    null,
    'line_already_withdrawn',
  ],
  ['by the law alone', all, { country: 'US' }, 0, null, 'no_right_in_country'],
  ['or by the shop', all, { country: 'GB' }, 3, '2026-03-19', null],
])('a buyer may send back %s', (_, commands, where, quantity, until, why_not) => {
  expect(canReturn(commands, where)).toEqual({ quantity, until, why_not });
});

test('what came back is not sent back again', () => {
  const order = story().given(place({ country: 'PL' }), ...all);
  for (const { quantity } of order.state.order!.lines) quantity.returned = quantity.delivered;
  const expectation = expectationOf(order.state, { returns: [], now_ms: Date.parse(declared_at) });
  const can_return = returnable(order.state, order.state.order!.lines[0]!, expectation);
  expect(can_return).toEqual({ quantity: 0, until: null, why_not: 'line_already_returned' });
  expect(lastDayToReturn(order.state)).toBeNull();
});

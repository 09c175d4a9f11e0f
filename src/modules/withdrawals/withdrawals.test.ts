import { describe, expect, it } from 'vitest';
import {
  command,
  ORDER,
  place,
  quantities,
  scan,
  shop,
  story,
  type Units,
} from '../../../test/support/stories.ts';
import { withdrawable } from './withdrawals.ts';

const { cancel, change, dispatch, pack, scans, voidShipment } = shop();
const here = { country: 'PL', time_zone: 'Europe/Warsaw' };
const arrived = (shipment: string, at = '2026-03-05T10:00:00Z') => scans(shipment, scan('delivered', at));

function withdraw(
  units: Units | null,
  { withdrawal = 'w-1', at = '2026-03-06T10:00:00Z', has_right = true } = {},
) {
  const body = {
    ...{ withdrawal, cancellation: `${withdrawal}-c`, refund: `${withdrawal}-r`, has_right },
    lines: units && quantities(units),
    declarant: { name: 'Ann Buyer', email: 'ann@example.com' },
  };
  return command('DeclareWithdrawal', ORDER, body, at);
}

const declared = (order: ReturnType<typeof story>) => order.state.withdrawals.declared!;

describe('withdrawing', () => {
  it('cancels what is still here and gives it back in the same commit', () => {
    const order = story()
      .given(place(here))
      .when(withdraw({ '1': 2 }));
    const lines = [{ line: '1', quantity: 2 }];
    order.decides(
      { type: 'WithdrawalDeclared', data: { id: 'w-1', lines, within_period: true, until: null } },
      { type: 'LinesCanceled', data: { id: 'w-1-c', by: 'customer', lines, value: 2000, withdrawal: 'w-1' } },
      { type: 'RefundIssued', data: { id: 'w-1-r', amount: 2000, cancellation: 'w-1-c' } },
    );
    const acknowledgement = {
      ...{ order: ORDER, name: 'Ann Buyer', email: 'ann@example.com', lines },
      ...{
        declared_at: '2026-03-06T10:00:00Z',
        time_zone: 'Europe/Warsaw',
        within_period: true,
        until: null,
      },
    };
    expect(order.accepted.result).toEqual({ kind: 'withdrawal', id: 'w-1', acknowledgement });
    expect(declared(order)).toMatchObject([{ canceled: lines, awaited: [] }]);
  });

  it('from everything cancels everything, with the shipping', () => {
    const order = story().given(place(here)).when(withdraw(null));
    expect(order.fact('LinesCanceled')).toMatchObject({ everything: true, value: 3899 });
    expect(order.fact('RefundIssued').amount).toBe(3899);
  });

  it('leaves what is packed, under way or delivered to come back', () => {
    const order = story().given(
      place({ ...here, lines: [{ id: '1', quantity: 4, unit_price: 1000 }] }),
      pack({ '1': 1 }),
      dispatch('p-1', { '1': 1 }),
      dispatch('p-2', { '1': 1 }),
      arrived('p-2'),
      pack({ '1': 1 }, '2026-03-04T12:00:00Z'),
    );
    order
      .when(withdraw(null))
      .decides(
        { type: 'WithdrawalDeclared' },
        { type: 'LinesCanceled', data: { lines: [{ line: '1', quantity: 1 }] } },
        { type: 'RefundIssued', data: { amount: 1000 } },
      );
    expect(declared(order)).toMatchObject([
      { canceled: [{ line: '1', quantity: 1 }], awaited: [{ line: '1', quantity: 3 }] },
    ]);
  });

  it('gives nothing back yet for what is to come back', () => {
    const order = story().given(place(here), dispatch('p-1', { '1': 3, '2': 1 }), arrived('p-1'));
    order.when(withdraw({ '1': 1 })).decides({ type: 'WithdrawalDeclared' });
  });

  it('keeps who declared it beside the story', () => {
    const order = story().given(place(here)).when(withdraw(null));
    expect(JSON.stringify(order.facts)).not.toMatch(/Ann|ann@/);
    expect(order.accepted.rows).toMatchObject([
      { values: { order_number: ORDER, withdrawal: 'w-1', name: 'Ann Buyer', email: 'ann@example.com' } },
    ]);
  });

  it('twice under the same id is one declaration', () => {
    const order = story().given(place(here), withdraw(null));
    order.when(withdraw(null)).doesNothing({ kind: 'withdrawal', id: 'w-1' });
  });
});

describe('is refused', () => {
  const later = { withdrawal: 'w-2' };
  const all = [dispatch('p-1', { '1': 3, '2': 1 }), withdraw({ '1': 3 })];

  it.each([
    ['for units withdrawn from before', all, { '1': 1 }, 'line_already_withdrawn'],
    [
      'for more than are left',
      [...all.slice(0, 1), withdraw({ '1': 2 })],
      { '1': 2 },
      'quantity_not_withdrawable',
    ],
    ['for what was canceled', [cancel({ '2': 1 })], { '2': 1 }, 'line_already_canceled'],
    ['for more than was ordered', [], { '1': 4 }, 'quantity_not_withdrawable'],
    ['when nothing is left', [cancel({ '1': 3, '2': 1 })], null, 'nothing_to_withdraw'],
    ['when everything was withdrawn from', [withdraw(null)], null, 'nothing_to_withdraw'],
  ])('%s', (_, before, units, code) => {
    story()
      .given(place(here), ...before)
      .when(withdraw(units as Units | null, later))
      .refuses(code);
  });

  it('as invalid for a line there is not, or for nothing', () => {
    const order = story().given(place(here));
    order.when(withdraw({ '9': 1 })).refuses('unknown_line', 'invalid');
    order.when(withdraw({})).refuses('no_quantity', 'invalid');
    order.when(withdraw({ '1': 0 })).refuses('no_quantity', 'invalid');
  });

  it('all or nothing', () => {
    const order = story()
      .given(place(here))
      .when(withdraw({ '1': 1, '2': 2 }));
    order.refuses('quantity_not_withdrawable');
    expect(order.state.withdrawals).toEqual({});
  });
});

describe('the period', () => {
  // Delivered on Thursday 5 March 2026: the fourteenth day is Thursday the 19th.
  const delivered = [place(here), dispatch('p-1', { '1': 3, '2': 1 }), arrived('p-1')];
  const said = (order: ReturnType<typeof story>) => {
    const { within_period, until } = order.fact('WithdrawalDeclared');
    return { within_period, until };
  };

  it('is open to the end of its last day where the buyer is', () => {
    const last = story()
      .given(...delivered)
      .when(withdraw(null, { at: '2026-03-19T22:59:59Z' }));
    expect(said(last)).toEqual({ within_period: true, until: '2026-03-19' });
    const late = story()
      .given(...delivered)
      .when(withdraw(null, { at: '2026-03-19T23:00:00Z' }));
    expect(said(late)).toEqual({ within_period: false, until: '2026-03-19' });
  });

  it('of a late declaration is over, and the declaration counts as one', () => {
    const order = story()
      .given(...delivered)
      .when(withdraw(null, { at: '2026-05-01T10:00:00Z' }));
    order.decides({ type: 'WithdrawalDeclared' });
    expect(declared(order)[0]!.within_period).toBe(false);
  });

  it('has not begun while something is still to come', () => {
    const order = story().given(place(here), dispatch('p-1', { '1': 3 }), arrived('p-1'));
    order.when(withdraw({ '1': 1 }, { at: '2026-06-01T10:00:00Z' }));
    expect(said(order)).toEqual({ within_period: true, until: null });
  });

  it('is not given where no law gives it: what is still here is canceled all the same', () => {
    const order = story()
      .given(place())
      .when(withdraw({ '1': 1 }, { has_right: false }));
    expect(said(order)).toEqual({ within_period: false, until: null });
    expect(order.fact('LinesCanceled').value).toBe(1000);
  });
});

describe('what turns out to be still here is canceled then', () => {
  it('when its shipment never left', () => {
    const order = story().given(place(here), dispatch('p-1', { '1': 3, '2': 1 }), withdraw({ '1': 2 }));
    order
      .when(voidShipment('p-1'))
      .leadsTo(
        { type: 'ShipmentVoided' },
        { type: 'LinesCanceled', data: { lines: [{ line: '1', quantity: 2 }], withdrawal: 'w-1' } },
        { type: 'RefundIssued', data: { amount: 2000 } },
      );
    expect(declared(order)).toMatchObject([{ canceled: [{ line: '1', quantity: 2 }], awaited: [] }]);
  });

  it('when its shipment held less than was said', () => {
    const order = story().given(place(here), dispatch('p-1', { '1': 3 }), withdraw({ '1': 3 }));
    order.when(change('p-1', { units: { '1': 1 } }));
    expect(order.fact('LinesCanceled').lines).toEqual([{ line: '1', quantity: 2 }]);
    expect(declared(order)[0]!.awaited).toEqual([{ line: '1', quantity: 1 }]);
  });

  it('of several withdrawals, each by itself', () => {
    const second = withdraw({ '1': 2 }, { withdrawal: 'w-2' });
    const order = story().given(place(here), dispatch('p-1', { '1': 3 }), withdraw({ '1': 1 }), second);
    order.when(voidShipment('p-1'));
    const canceled = order.facts.filter(({ type }) => type === 'LinesCanceled').map(({ data }) => data);
    expect(canceled).toMatchObject([
      { withdrawal: 'w-1', lines: [{ line: '1', quantity: 1 }] },
      { withdrawal: 'w-2', lines: [{ line: '1', quantity: 2 }] },
    ]);
    expect(new Set(canceled.map((data) => (data as { id: string }).id)).size).toBe(2);
  });
});

describe('what came back is awaited no more', () => {
  it('and can be withdrawn from no more', () => {
    const order = story().given(
      place(here),
      dispatch('p-1', { '1': 3 }),
      arrived('p-1'),
      withdraw({ '1': 2 }),
    );
    const at = '2026-03-10T10:00:00Z';
    // The fact of a return that is still to be made: any fact that moves units counts.
    order.given({
      ...{ type: 'ShipmentDelivered', at, recorded_at: at, actor: 'shop', command_id: 'x' },
      ...{ version: order.facts.length + 1, data: { shipment: 'p-1', moves: [{ line: '1', returned: 2 }] } },
    } as never);
    expect(declared(order)[0]!.awaited).toEqual([]);
    expect(withdrawable(order.state, order.state.order!.lines[0]!)).toBe(1);
  });
});

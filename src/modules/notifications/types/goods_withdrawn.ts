import type { LineQuantity } from '../../orders/facts.ts';
import { findLine } from '../../orders/state.ts';
import { refundUntil } from '../../withdrawals/period.ts';
import { findWithdrawal } from '../../withdrawals/state.ts';
import { delivered, dispatched, placed, scanned, withdrawn } from '../example-facts.ts';
import { itemsSection, nameItems } from '../telling/items.ts';
import type { NotificationType } from '../type.ts';

interface Withdrawn {
  lines: LineQuantity[];
  within_period: boolean;
  /** Calendar date in the order's zone. */
  refund_by: string;
}

/**
 * A buyer withdrew from what a seller has packed or sent. What had not left is told by `sale_canceled`. The contract
 * has no name for it; without it the seller would wonder at the parcel, and miss the day the money is due.
 */
export const goodsWithdrawn: NotificationType<'WithdrawalDeclared', Withdrawn> = {
  name: 'goods_withdrawn',
  facts: ['WithdrawalDeclared'],
  audience: 'seller',
  class: 'mandatory',
  also: [],
  timing: 'at_once',
  importance: 2,
  sellers({ data: { id } }, { order, withdrawals }) {
    const awaited = findWithdrawal(withdrawals, id)!.awaited;
    return [...new Set(awaited.map(({ line }) => findLine(order!, line)!.seller))];
  },
  plan({ data: { id, within_period, declared_at } }, { order, withdrawals }, seller) {
    const awaited = findWithdrawal(withdrawals, id)!.awaited;
    return {
      lines: awaited.filter(({ line }) => findLine(order!, line)!.seller === seller),
      within_period,
      refund_by: refundUntil(declared_at, order!),
    };
  },
  tell(telling) {
    const { words, data, said_on } = telling;
    const items = nameItems(telling, data.lines);
    const right = data.within_period ? 'yes' : 'no';
    const due = words.say('mail.goods_withdrawn.do', {
      date: words.dateRange(data.refund_by, data.refund_by, said_on),
    });
    return {
      subject: words.say('mail.goods_withdrawn.subject', { items }),
      label: words.say('mail.goods_withdrawn.label'),
      tone: 'late',
      headline: words.say('mail.goods_withdrawn.headline', { items }),
      sentences: [words.say('mail.goods_withdrawn.why', { right }), ...(data.within_period ? [due] : [])],
      sections: [itemsSection(telling, words.say('mail.goods_withdrawn.items'), data.lines)],
    };
  },
  example: [
    placed({ country: 'PL', time_zone: 'Europe/Warsaw' }),
    dispatched(),
    scanned('delivered'),
    delivered(),
    withdrawn({ '1': 1 }),
  ],
};

import type { FactData } from '../../facts.ts';
import { paymentStatusOf } from '../../order-view/status.ts';
import type { LineQuantity } from '../../orders/facts.ts';
import { canceled, placed } from '../example-facts.ts';
import { sumOf } from '../telling/handover.ts';
import { itemsSection, nameItems, openUnits } from '../telling/items.ts';
import type { NotificationType } from '../type.ts';

type Canceled = Pick<FactData['LinesCanceled'], 'by'> & { lines: LineQuantity[] };

/**
 * Somebody else has canceled what a seller was told to send. The contract has no name for it; without it the seller
 * would send what nobody wants. An order whose payment was still awaited was never announced to its sellers.
 */
export const saleCanceled: NotificationType<'LinesCanceled', Canceled> = {
  name: 'sale_canceled',
  facts: ['LinesCanceled'],
  audience: 'seller',
  class: 'mandatory',
  also: [],
  timing: 'at_once',
  importance: 2,
  sellers({ data: { by, case: agreed_in, lines: canceledLines } }, state) {
    const { payment_method, lines } = state.order!;
    const unpaid = paymentStatusOf(state) === 'pending' && payment_method !== 'cash_on_delivery';
    // It was the seller who agreed.
    if (by === 'seller' || agreed_in !== undefined || unpaid) return [];
    const named = new Set(canceledLines.map(({ line }) => line));
    return [...new Set(lines.flatMap(({ id, seller }) => (named.has(id) ? [seller] : [])))];
  },
  plan({ data: { by, lines } }, { order }, seller) {
    const own = new Set(order!.lines.flatMap((line) => (line.seller === seller ? [line.id] : [])));
    return { by, lines: lines.filter(({ line }) => own.has(line)) };
  },
  tell(telling) {
    const { order, words, data } = telling;
    const items = nameItems(telling, data.lines);
    const open = openUnits(order.lines);
    const sections = [itemsSection(telling, words.say('mail.canceled.items'), data.lines)];
    if (open.length > 0) sections.push(itemsSection(telling, words.say('mail.ship_by_near.items'), open));
    return {
      subject: words.say('mail.sale_canceled.subject', { items }),
      label: words.say('mail.lines_canceled.label'),
      tone: 'quiet',
      headline: words.say('mail.lines_canceled.headline', { items }),
      sentences: [
        words.say('mail.sale_canceled.by', { by: data.by }),
        words.say('mail.sale_canceled.stop'),
        words.say('mail.sale_canceled.rest', { count: sumOf(open) }),
      ],
      sections,
    };
  },
  example: [placed(), canceled(['2'])],
};

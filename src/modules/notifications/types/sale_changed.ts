import type { FactData } from '../../facts.ts';
import { paymentStatusOf } from '../../order-view/status.ts';
import { openQuantity } from '../../orders/state.ts';
import { orderChanged, placed } from '../example-facts.ts';
import { addressSection } from '../telling/address.ts';
import { nothingOpen, unitsToSend } from '../telling/handover.ts';
import { itemsSection, nameItems } from '../telling/items.ts';
import type { NotificationType } from '../type.ts';
import { whatChanged } from './order_changed.ts';

type Changed = Pick<FactData['OrderChanged'], 'kinds'>;

/**
 * What a seller is to send goes elsewhere now, or by another way: said at once, before it is packed. The buyer's e-mail
 * address is none of its business.
 */
export const saleChanged: NotificationType<'OrderChanged', Changed> = {
  name: 'sale_changed',
  facts: ['OrderChanged'],
  audience: 'seller',
  class: 'mandatory',
  also: [],
  timing: 'at_once',
  importance: 2,
  sellers({ data: { kinds } }, state) {
    const { payment_method, lines } = state.order!;
    const unpaid = paymentStatusOf(state) === 'pending' && payment_method !== 'cash_on_delivery';
    if (unpaid || kinds.every((kind) => kind === 'email')) return [];
    return [...new Set(lines.flatMap((line) => (openQuantity(line) > 0 ? [line.seller] : [])))];
  },
  plan: ({ data: { kinds } }) => ({ kinds: kinds.filter((kind) => kind !== 'email') }),
  overtaken: (_data, order) => nothingOpen(order),
  tell(telling) {
    const { order, words } = telling;
    const units = unitsToSend(order);
    const what = whatChanged(telling);
    return {
      subject: words.say('mail.sale_changed.subject', { what, items: nameItems(telling, units) }),
      label: words.say('mail.order_changed.label'),
      tone: 'late',
      headline: words.say('mail.sale_changed.headline', { what }),
      sentences: [
        words.say('mail.order_received.delivery', { option: order.delivery_option }),
        words.say('mail.sale_changed.label_old'),
      ],
      sections: [
        itemsSection(telling, words.say('mail.ship_by_near.items'), units),
        ...addressSection(telling),
      ],
    };
  },
  example: [placed(), orderChanged()],
};

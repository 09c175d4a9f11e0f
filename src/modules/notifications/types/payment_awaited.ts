import { awaitsPayment } from '../../orders/ship-by.ts';
import { placed } from '../example-facts.ts';
import { nameItems, orderedUnits } from '../telling/items.ts';
import { costsSection, dueAmount } from '../telling/money.ts';
import { actionsSection } from '../telling/shipment.ts';
import type { NotificationType } from '../type.ts';

/** Placed and not paid: told at once, unless the courier takes the money or there is nothing to pay. */
export const paymentAwaited: NotificationType<'OrderPlaced', Record<string, never>> = {
  name: 'payment_awaited',
  facts: ['OrderPlaced'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['push'],
  timing: 'at_once',
  importance: 2,
  plan: ({ data }) => (awaitsPayment(data) ? {} : null),
  // Of a payment that came it is told what is still to pay; of an order that is off, that it is.
  overtaken: (_data, order) => order.payment.paid > 0 || dueAmount(order) <= 0 || order.status === 'canceled',
  tell(telling) {
    const { order, words } = telling;
    const amount = words.money(Math.max(0, dueAmount(order)), order.currency);
    const items = nameItems(telling, orderedUnits(order.lines));
    const how = { method: order.payment.method, number: order.number };
    return {
      subject: words.say('mail.payment_awaited.subject', { amount, items }),
      label: words.say('mail.payment_awaited.label'),
      tone: 'late',
      headline: words.say('mail.payment_awaited.headline', { amount }),
      sentences: [words.say('mail.payment_awaited.how', how), words.say('mail.payment_awaited.then')],
      sections: [actionsSection(telling), costsSection(telling)],
    };
  },
  example: [placed({ payment_method: 'transfer', payment_status: 'pending' })],
};

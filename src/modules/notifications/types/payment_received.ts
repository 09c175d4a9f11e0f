import { paid, placed } from '../example-facts.ts';
import type { Section } from '../message.ts';
import { nameItems, orderedUnits } from '../telling/items.ts';
import { dueAmount, figure, owedAmount } from '../telling/money.ts';
import { actionsSection } from '../telling/shipment.ts';
import type { NotificationType, Telling } from '../type.ts';

/** Money arrived. An order placed as paid has no such fact: its confirmation says that it is paid. */
export const paymentReceived: NotificationType<'PaymentReceived', { amount: number }> = {
  name: 'payment_received',
  facts: ['PaymentReceived'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['push'],
  timing: 'waking_hours',
  importance: 5,
  plan: ({ data: { amount } }) => ({ amount }),
  tell(telling) {
    const { order, words, data } = telling;
    const amount = words.money(data.amount, order.currency);
    const items = nameItems(telling, orderedUnits(order.lines));
    return {
      subject: words.say('mail.payment_received.subject', { amount, items }),
      label: words.say('mail.payment_received.label'),
      tone: 'good',
      headline: words.say('mail.payment_received.headline', { amount }),
      sentences: [standing(telling), words.say(`status.${order.status}.explanation`)],
      sections: [actionsSection(telling), sums(telling)],
    };
  },
  example: [placed({ payment_method: 'transfer', payment_status: 'pending' }), paid(5397)],
};

/** Paid in full, too little or too much. */
function standing({ order, words }: Telling): string {
  const due = dueAmount(order);
  const amount = words.money(Math.abs(due), order.currency);
  if (due > 0) return words.say('mail.payment_received.short', { amount });
  return due < 0
    ? words.say('mail.payment_received.over', { amount })
    : words.say('mail.payment_received.full');
}

function sums({ order, words }: Telling): Section {
  const money = (minor: number) => words.money(minor, order.currency);
  const figures = [
    figure(words.say('mail.costs.total'), money(owedAmount(order))),
    figure(words.say('mail.costs.paid', order.payment), money(order.payment.paid)),
  ];
  if (order.payment.refunded > 0) {
    figures.push(figure(words.say('mail.costs.refunded'), money(order.payment.refunded)));
  }
  const due = dueAmount(order);
  if (due > 0) figures.push(figure(words.say('mail.costs.to_pay', order.payment), money(due), true));
  return { kind: 'figures', heading: words.say('mail.costs.heading'), figures };
}

import type { OrderView } from '../../order-view/index.ts';
import type { Figure, Section } from '../message.ts';
import type { Telling } from '../type.ts';

/** What a refund may take at most: the law's fourteen days for a consumer (2011/83/EU, article 13). */
const refund_days = 14;

/** They say what is owed; the others are money that moved. */
const OWING: ReadonlySet<string> = new Set(['cancellation', 'return', 'change']);

/** What the order still costs: its total with what changes added, less what was canceled or came back. */
export function owedAmount({ totals, adjustments }: OrderView): number {
  return adjustments.reduce((sum, { kind, amount }) => (OWING.has(kind) ? sum + amount : sum), totals.total);
}

/** Minor units still to pay; negative: paid too much. */
export function dueAmount(order: OrderView): number {
  return owedAmount(order) - (order.payment.paid - order.payment.refunded);
}

export function figure(label: string, value: string, strong = false): Figure {
  return { label, value, strong };
}

/** Every cost as it was placed: items, delivery, tax, discount; their sum; how it is paid. */
export function costsSection({ order, words }: Telling): Section {
  const { totals, payment, currency } = order;
  const money = (minor: number) => words.money(minor, currency);
  const delivery = words.say('mail.costs.delivery', { option: order.delivery_option });
  const free = words.say('mail.costs.free');
  const figures = [
    figure(words.say('mail.costs.items'), money(totals.items)),
    figure(delivery, totals.shipping === 0 ? free : money(totals.shipping)),
  ];
  if (totals.tax !== 0) figures.push(figure(words.say('mail.costs.tax'), money(totals.tax)));
  if (totals.discount !== 0) {
    figures.push(figure(words.say('mail.costs.discount'), money(-totals.discount)));
  }
  figures.push(figure(words.say('mail.costs.total'), money(totals.total), true));
  if (payment.paid > 0) figures.push(figure(words.say('mail.costs.paid', payment), money(payment.paid)));
  if (payment.status === 'authorized') {
    figures.push(figure(words.say('mail.costs.authorized', payment), money(totals.total)));
  }
  const due = dueAmount(order);
  if (due > 0 && payment.status !== 'authorized') {
    figures.push(figure(words.say('mail.costs.to_pay', payment), money(due), true));
  }
  return { kind: 'figures', heading: words.say('mail.costs.heading'), figures };
}

/** How much goes back, to where, and by when. @param issued_on calendar date */
export function refundSentence({ order, words }: Telling, amount: number, issued_on: string): string {
  const latest = Temporal.PlainDate.from(issued_on).add({ days: refund_days }).toString();
  return words.say('mail.refund_sentence', {
    amount: words.money(amount, order.currency),
    method: order.payment.method,
    date: words.dateRange(latest, latest, issued_on),
  });
}

/** What to have ready when the courier comes, or nothing: only when all of it comes at once. */
export function cashSentences({ order, words }: Telling): string[] {
  const due = dueAmount(order);
  const alone = order.shipments.length === 1 && order.lines.every((line) => line.quantity.open === 0);
  if (order.payment.method !== 'cash_on_delivery' || due <= 0 || !alone) return [];
  return [words.say('mail.cash_ready', { amount: words.money(due, order.currency) })];
}

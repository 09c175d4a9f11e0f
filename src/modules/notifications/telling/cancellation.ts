import type { FactOf } from '../../facts.ts';
import type { LineQuantity } from '../../orders/facts.ts';
import type { State } from '../../state.ts';
import type { Section } from '../message.ts';
import type { Telling } from '../type.ts';
import { itemsSection } from './items.ts';
import { dueAmount, figure, owedAmount, refundSentence } from './money.ts';

/** What a message about a cancellation keeps. `refund` is what goes back for it, in minor units. */
export interface Canceled {
  cancellation: string;
  by: 'customer' | 'seller' | 'shop';
  lines: LineQuantity[];
  value: number;
  refund: number;
  /** It was asked whether to wait for it, and nobody answered. */
  because?: 'no_answer';
}

/** Null when the acknowledgement of the withdrawal it came with says it all. */
export function planCancellation(
  { data }: FactOf<'LinesCanceled'>,
  { payments, withdrawals }: State,
): Canceled | null {
  if (withdrawals.declared?.some(({ cancellation }) => cancellation === data.id)) return null;
  const refund = payments.refunds.find((candidate) => candidate.cancellation === data.id);
  const { id, by, lines, value, because } = data;
  const canceled = { cancellation: id, by, lines, value, refund: refund?.amount ?? 0 };
  return because ? { ...canceled, because } : canceled;
}

/** At whose wish, and what happens to the money. */
export function cancellationSentences(telling: Telling<Canceled>): string[] {
  const { data, words, order, said_on } = telling;
  const by =
    data.because === 'no_answer'
      ? words.say('mail.canceled.no_answer')
      : words.say('mail.canceled.by', { by: data.by });
  if (data.refund > 0) return [by, refundSentence(telling, data.refund, said_on)];
  if (order.payment.paid === 0) return [by, words.say('mail.canceled.unpaid')];
  return [by];
}

/** What was canceled and what the order costs now. */
export function cancellationSections(telling: Telling<Canceled>): Section[] {
  const { data, words, order } = telling;
  const money = (minor: number) => words.money(minor, order.currency);
  const figures = [
    figure(words.say('mail.canceled.value'), money(-data.value)),
    figure(words.say('mail.canceled.now'), money(owedAmount(order)), true),
  ];
  if (data.refund > 0) figures.push(figure(words.say('mail.canceled.back'), money(data.refund), true));
  const due = dueAmount(order);
  if (due > 0 && order.payment.status !== 'authorized') {
    figures.push(figure(words.say('mail.costs.to_pay', order.payment), money(due), true));
  }
  return [
    itemsSection(telling, words.say('mail.canceled.items'), data.lines),
    { kind: 'figures', heading: words.say('mail.costs.heading'), figures },
  ];
}

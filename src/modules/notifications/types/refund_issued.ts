import { oneLine } from '../../../lib/one-line.ts';
import type { FactData } from '../../facts.ts';
import { placed, refunded } from '../example-facts.ts';
import type { Section } from '../message.ts';
import { itemsSection, nameItems } from '../telling/items.ts';
import { figure, refundSentence } from '../telling/money.ts';
import { actionsSection } from '../telling/shipment.ts';
import type { NotificationType, Telling } from '../type.ts';

type Refunded = Pick<FactData['RefundIssued'], 'amount' | 'cause' | 'lines' | 'reference'> & {
  refund: string;
};

const reference_length_max = 60;

/** Money goes back, for a cancellation or as goodwill: how much, to where, and by when. */
export const refundIssued: NotificationType<'RefundIssued', Refunded> = {
  name: 'refund_issued',
  facts: ['RefundIssued'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['push'],
  timing: 'waking_hours',
  importance: 3,
  plan({ data: { id, amount, cause, lines, reference } }) {
    return { refund: id, amount, cause, lines, reference };
  },
  // The money did not move: to say that it is on its way would be wrong.
  overtaken: ({ refund }, { adjustments }) =>
    adjustments.some(({ kind, id, status }) => kind === 'refund' && id === refund && status === 'failed'),
  tell(telling) {
    const { order, words, data, said_on } = telling;
    const amount = words.money(data.amount, order.currency);
    return {
      subject: words.say('mail.refund_issued.subject', { amount, about: aboutOf(telling) }),
      label: words.say('mail.refund_issued.label'),
      tone: 'good',
      headline: words.say('mail.refund_issued.headline', { amount }),
      sentences: [
        refundSentence(telling, data.amount, said_on),
        words.say('mail.refund_issued.why', { cause: data.cause }),
      ],
      sections: sections(telling),
    };
  },
  example: [placed(), refunded(500, 'goodwill')],
};

function aboutOf(telling: Telling<Refunded>): string {
  const { data, order, words } = telling;
  if (data.lines.length > 0) return nameItems(telling, data.lines);
  return words.say('mail.refund_issued.order', { number: order.number });
}

function sections(telling: Telling<Refunded>): Section[] {
  const { data, order, words } = telling;
  const figures = [
    figure(words.say('mail.refund_issued.this'), words.money(data.amount, order.currency), true),
    figure(words.say('mail.costs.paid', order.payment), words.money(order.payment.paid, order.currency)),
    figure(words.say('mail.costs.refunded'), words.money(order.payment.refunded, order.currency)),
  ];
  if (data.reference) {
    const reference = oneLine(data.reference, reference_length_max);
    figures.push(figure(words.say('mail.refund_issued.reference'), reference));
  }
  const money: Section = { kind: 'figures', heading: words.say('mail.costs.heading'), figures };
  if (data.lines.length === 0) return [actionsSection(telling), money];
  const items = itemsSection(telling, words.say('mail.refund_issued.items'), data.lines);
  return [actionsSection(telling), items, money];
}

import type { Asked } from '../../delays/facts.ts';
import type { FactData } from '../../facts.ts';
import type { OrderView } from '../../order-view/index.ts';
import type { LineQuantity } from '../../orders/facts.ts';
import { decisionAsked, placed, promisePassed } from '../example-facts.ts';
import { addressSection } from '../telling/address.ts';
import { dateOf } from '../telling/dates.ts';
import { delayOf, openOf } from '../telling/delay.ts';
import { itemsSection, nameItems, openUnits } from '../telling/items.ts';
import type { NotificationType } from '../type.ts';

type Late = FactData['PromisePassed'] & { asked: Asked[] };

/** The buyer's day is over and nothing was sent: the seller is told together with the buyer. */
export const saleLate: NotificationType<'PromisePassed', Late> = {
  name: 'sale_late',
  facts: ['PromisePassed'],
  audience: 'seller',
  class: 'mandatory',
  also: [],
  timing: 'waking_hours',
  importance: 3,
  sellers({ data }, { order }) {
    const late = new Set(data.lines.map(({ line }) => line));
    return [...new Set(order!.lines.flatMap(({ id, seller }) => (late.has(id) ? [seller] : [])))];
  },
  plan(fact, state, seller) {
    const own = new Set(state.order!.lines.flatMap((line) => (line.seller === seller ? [line.id] : [])));
    const { asked } = delayOf(fact, state);
    return {
      lines: fact.data.lines.filter(({ line }) => own.has(line)),
      asked: asked.filter(({ line }) => own.has(line)),
    };
  },
  overtaken: (data, order) => lateUnits(data, order).length === 0,
  tell(telling) {
    const { order, words, data } = telling;
    const late = lateUnits(data, order);
    const units = late.length > 0 ? late : openUnits(order.lines);
    const latest = data.lines.map((line) => line.latest).sort()[0]!;
    const items = nameItems(telling, units);
    const canceling = openOf({ ...data, lines: [], reason: null }, order).find(
      ({ without_answer }) => without_answer === 'cancel',
    );
    const then = canceling
      ? [words.say('mail.sale_late.canceled', { until: dateOf(telling, canceling.until) })]
      : [];
    return {
      subject: words.say('mail.sale_late.subject', { items, date: dateOf(telling, latest) }),
      label: words.say('mail.promise_missed.label'),
      tone: 'late',
      headline: words.say('mail.sale_late.headline', { date: dateOf(telling, latest) }),
      sentences: [words.say('mail.sale_late.told'), words.say('mail.sale_late.do'), ...then],
      sections: [
        itemsSection(telling, words.say('mail.ship_by_near.items'), units),
        ...addressSection(telling),
      ],
    };
  },
  example: [
    placed(),
    promisePassed(),
    decisionAsked(2, {
      rule: 'us_ftc_second',
      without_answer: 'cancel',
      until: '2008-07-26',
      new_latest: null,
    }),
  ],
};

function lateUnits({ lines }: Late, order: OrderView): LineQuantity[] {
  return openUnits(order.lines).filter((units) => lines.some(({ line }) => line === units.line));
}

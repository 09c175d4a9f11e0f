import { oneLine } from '../../../lib/one-line.ts';
import type { FactData } from '../../facts.ts';
import { orderChanged as changed, placed } from '../example-facts.ts';
import type { Section } from '../message.ts';
import { addressSection } from '../telling/address.ts';
import { datesOf, widest } from '../telling/dates.ts';
import { dueAmount, figure, owedAmount } from '../telling/money.ts';
import { actionsSection } from '../telling/shipment.ts';
import type { NotificationType, Telling } from '../type.ts';

type Changed = Pick<FactData['OrderChanged'], 'kinds' | 'surcharge'> & {
  option: FactData['OrderPlaced']['delivery_option'] | null;
};

const before_length_max = 200;

/**
 * Another address, another way of delivery, another e-mail: always told, with what stood there before, so covered that
 * only its owner knows it. Whoever did not change it learns here that somebody else did.
 */
export const orderChanged: NotificationType<'OrderChanged', Changed> = {
  name: 'order_changed',
  facts: ['OrderChanged'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['push'],
  timing: 'at_once',
  importance: 2,
  with_note: true,
  plan: ({ data: { kinds, surcharge, delivery_option } }) => ({
    ...{ kinds, surcharge },
    option: delivery_option?.to ?? null,
  }),
  tell(telling) {
    const { order, words } = telling;
    const what = whatChanged(telling);
    return {
      subject: words.say('mail.order_changed.subject', { what, number: order.number }),
      label: words.say('mail.order_changed.label'),
      tone: 'good',
      headline: words.say('mail.order_changed.headline', { what }),
      sentences: [...delivery(telling), ...cost(telling), words.say('mail.order_changed.not_you')],
      sections: [actionsSection(telling), ...addressOf(telling), ...before(telling), ...costs(telling)],
    };
  },
  example: [placed(), changed()],
};

/** "delivery address and phone number" */
export function whatChanged({ words, data }: Telling<Pick<Changed, 'kinds'>>): string {
  return words.list(data.kinds.map((kind) => words.say('mail.order_changed.kind', { kind })));
}

function delivery(telling: Telling<Changed>): string[] {
  const { words, data, order } = telling;
  if (data.option === null) return [];
  const said = [words.say('mail.order_changed.delivery', { option: data.option })];
  const open = order.lines.filter(({ quantity }) => quantity.open > 0);
  const dates = widest(open.map(({ promise }) => promise));
  if (dates) said.push(words.say('mail.order_changed.dates', { dates: datesOf(telling, dates) }));
  return said;
}

function cost({ words, data, order }: Telling<Changed>): string[] {
  if (data.surcharge === 0) return [];
  const amount = words.money(Math.abs(data.surcharge), order.currency);
  return [words.say(data.surcharge > 0 ? 'mail.order_changed.more' : 'mail.order_changed.less', { amount })];
}

/** The new one stands in full: its reader is the one who is to find a mistake in it. */
function addressOf(telling: Telling<Changed>): Section[] {
  const { kinds } = telling.data;
  return kinds.includes('address') || kinds.includes('pickup_point') ? addressSection(telling) : [];
}

function before({ note, words }: Telling): Section[] {
  const lines = (note ?? '').split('\n').flatMap((line) => oneLine(line, before_length_max) || []);
  return lines.length === 0
    ? []
    : [{ kind: 'lines', heading: words.say('mail.order_changed.before'), lines }];
}

function costs({ words, data, order }: Telling<Changed>): Section[] {
  if (data.surcharge === 0) return [];
  const money = (minor: number) => words.money(minor, order.currency);
  const figures = [
    figure(words.say('mail.order_changed.change'), money(data.surcharge)),
    figure(words.say('mail.order_changed.now'), money(owedAmount(order)), true),
  ];
  const due = dueAmount(order);
  if (due > 0) figures.push(figure(words.say('mail.costs.to_pay', order.payment), money(due), true));
  return [{ kind: 'figures', heading: words.say('mail.costs.heading'), figures }];
}

import type { LineView } from '../../order-view/index.ts';
import { dispatched, placed, split } from '../example-facts.ts';
import type { Section } from '../message.ts';
import { datesOf, widest } from '../telling/dates.ts';
import { nothingOpen } from '../telling/handover.ts';
import { itemsSection, nameItems, openUnits } from '../telling/items.ts';
import { actionsSection, shippedUnits } from '../telling/shipment.ts';
import type { NotificationType, Telling } from '../type.ts';

/** The first dispatch that leaves something behind: once per order, beside the message about the dispatch. */
export const orderSplit: NotificationType<'OrderSplit', { shipment: string }> = {
  name: 'order_split',
  facts: ['OrderSplit'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['push'],
  timing: 'waking_hours',
  importance: 4,
  plan: ({ data: { shipment } }) => ({ shipment }),
  // What followed was told with its own parcel, what was canceled by itself.
  overtaken: (_data, order) => nothingOpen(order),
  tell(telling) {
    const { order, words } = telling;
    const shipped = shippedUnits(telling);
    const open = openUnits(order.lines);
    const sections: Section[] = [actionsSection(telling)];
    if (shipped.length > 0) {
      sections.push(itemsSection(telling, words.say('mail.order_split.now'), shipped));
    }
    if (open.length > 0) {
      const note = (line: LineView) => ({ note: promiseNote(telling, line) });
      sections.push(itemsSection(telling, words.say('mail.order_split.later'), open, note));
    }
    return {
      subject: words.say('mail.order_split.subject', { items: nameItems(telling, shipped) }),
      label: words.say('mail.order_split.label'),
      tone: 'good',
      headline: headline(telling),
      sentences: [words.say('mail.order_split.why'), words.say('mail.order_split.free')],
      sections,
    };
  },
  example: [placed(), dispatched(), split()],
};

function headline(telling: Telling): string {
  const { order, words } = telling;
  const open = order.lines.filter((line) => line.quantity.open > 0);
  const dates = widest(open.map((line) => line.promise));
  if (!dates || !open.every((line) => line.promise)) return words.say('mail.order_split.headline');
  return words.say('mail.order_split.headline_dated', { dates: datesOf(telling, dates) });
}

function promiseNote(telling: Telling, { promise }: LineView): string {
  if (!promise) return telling.words.say('mail.no_date');
  return telling.words.say('mail.expected', { dates: datesOf(telling, promise) });
}

import { oneLine } from '../../../lib/one-line.ts';
import type { LineView } from '../../order-view/index.ts';
import { placed } from '../example-facts.ts';
import type { Section } from '../message.ts';
import { addressSection } from '../telling/address.ts';
import { datesOf, widest } from '../telling/dates.ts';
import { itemsSection, nameItems, orderedUnits } from '../telling/items.ts';
import { costsSection } from '../telling/money.ts';
import { actionsSection } from '../telling/shipment.ts';
import { withdrawSections } from '../telling/withdrawal.ts';
import type { NotificationType, Telling } from '../type.ts';

const name_length_max = 80;

/** The order is accepted, with every cost: told at placing, whatever the payment. */
export const orderConfirmed: NotificationType<'OrderPlaced', Record<string, never>> = {
  name: 'order_confirmed',
  facts: ['OrderPlaced'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['push'],
  timing: 'at_once',
  importance: 1,
  plan: () => ({}),
  // That it is off is told by itself; to confirm it after that would frighten.
  overtaken: (_data, order) => order.status === 'canceled',
  tell(telling) {
    const { order, words } = telling;
    const units = orderedUnits(order.lines);
    return {
      subject: words.say('mail.order_confirmed.subject', { items: nameItems(telling, units) }),
      label: words.say('mail.order_confirmed.label'),
      tone: 'good',
      headline: headline(telling),
      // Not the thanks: they name the buyer, and a small screen is often a locked one.
      brief: [headline(telling)],
      sentences: [thanks(telling), words.say(`status.${order.status}.explanation`)],
      sections: [
        actionsSection(telling),
        itemsWithPrices(telling),
        costsSection(telling),
        ...addressSection(telling),
        ...withdrawSections(telling),
      ],
    };
  },
  example: [placed()],
};

/** When it comes, if that is known of all of it and does not hang on a payment. */
function headline(telling: Telling): string {
  const { order, words } = telling;
  const dates = widest(order.lines.map((line) => line.promise));
  const certain = order.lines.every((line) => line.promise) && order.status !== 'awaiting_payment';
  if (!dates || !certain) return words.say('mail.order_confirmed.headline');
  return words.say('mail.arriving', { dates: datesOf(telling, dates) });
}

function thanks({ order, words }: Telling): string {
  const name = oneLine(order.customer.name ?? '', name_length_max);
  return words.say('mail.order_confirmed.thanks', { name: name === '' ? 'nobody' : 'known', given: name });
}

function itemsWithPrices(telling: Telling): Section {
  const { order, words } = telling;
  const heading = words.say('mail.order_confirmed.items');
  return itemsSection(telling, heading, orderedUnits(order.lines), (line, quantity) => ({
    detail: words.say('mail.quantity_and_price', {
      quantity,
      price: words.money(line.unit_price, order.currency),
    }),
    amount: words.money(line.unit_price * quantity, order.currency),
    note: promiseNote(telling, line),
  }));
}

function promiseNote(telling: Telling, { promise }: LineView): string {
  if (!promise) return telling.words.say('mail.no_date');
  return telling.words.say('mail.arriving', { dates: datesOf(telling, promise) });
}

import type { FactData, FactType } from '../../facts.ts';
import type { LineQuantity } from '../../orders/facts.ts';
import { awaitsPayment } from '../../orders/ship-by.ts';
import { placed } from '../example-facts.ts';
import type { Section } from '../message.ts';
import { addressSection } from '../telling/address.ts';
import { dateOf } from '../telling/dates.ts';
import { firstShipBy, nothingOpen, unitsToSend } from '../telling/handover.ts';
import { itemsSection, nameItems } from '../telling/items.ts';
import { figure } from '../telling/money.ts';
import type { NotificationType, Telling } from '../type.ts';

type Sold = Extract<FactType, 'OrderPlaced' | 'HandlingBegun'>;

/** Sold, and by when to send it: at placing, or once a payment that was awaited is there. Until then nobody sends. */
export const orderReceived: NotificationType<Sold, Record<string, never>> = {
  name: 'order_received',
  facts: ['OrderPlaced', 'HandlingBegun'],
  audience: 'seller',
  class: 'mandatory',
  also: [],
  timing: 'waking_hours',
  importance: 4,
  sellers(fact, { order }) {
    if (fact.type === 'OrderPlaced' && awaitsPayment(fact.data as FactData['OrderPlaced'])) return [];
    return [...new Set(order!.lines.map(({ seller }) => seller))];
  },
  plan: () => ({}),
  overtaken: (_data, order) => nothingOpen(order),
  tell(telling) {
    const { order, words } = telling;
    const units = unitsToSend(order);
    const first = firstShipBy(order, units);
    const ship_by = first === null ? 'none' : dateOf(telling, first);
    return {
      subject: words.say('mail.order_received.subject', { items: nameItems(telling, units), ship_by }),
      label: words.say('mail.order_received.label'),
      tone: 'good',
      headline: words.say('mail.order_received.headline', { ship_by }),
      sentences: [
        words.say('mail.order_received.delivery', { option: order.delivery_option }),
        words.say('mail.order_received.payment', { method: order.payment.method }),
        words.say('mail.order_received.then'),
      ],
      sections: [itemsToSend(telling, units), worth(telling), ...addressSection(telling)],
    };
  },
  example: [placed()],
};

function itemsToSend(telling: Telling, units: readonly LineQuantity[]): Section {
  const { order, words } = telling;
  const heading = words.say('mail.order_received.items');
  return itemsSection(telling, heading, units, (line, quantity) => {
    const price = words.money(line.unit_price, order.currency);
    const day = line.ship_by && words.say('mail.ship_by', { date: dateOf(telling, line.ship_by) });
    return {
      detail: words.say('mail.quantity_and_price', { quantity, price }),
      amount: words.money(line.unit_price * quantity, order.currency),
      note: day ?? words.say('mail.order_received.no_date'),
    };
  });
}

function worth({ order, words }: Telling): Section {
  const items = figure(words.say('mail.costs.items'), words.money(order.totals.items, order.currency), true);
  return { kind: 'figures', heading: words.say('mail.order_received.worth'), figures: [items] };
}

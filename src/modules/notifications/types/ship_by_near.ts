import type { FactData } from '../../facts.ts';
import type { LineView, OrderView } from '../../order-view/index.ts';
import type { LineQuantity } from '../../orders/facts.ts';
import { placed, shipByNeared } from '../example-facts.ts';
import { addressSection } from '../telling/address.ts';
import { dateOf } from '../telling/dates.ts';
import { sumOf, unitsToSend } from '../telling/handover.ts';
import { itemsSection, nameItems } from '../telling/items.ts';
import type { NotificationType } from '../type.ts';

type Near = Pick<FactData['ShipByNeared'], 'ship_by'> & { time_zone: string };

/** On the last business day before: what was to be sent is still open. */
export const shipByNear: NotificationType<'ShipByNeared', Near> = {
  name: 'ship_by_near',
  facts: ['ShipByNeared'],
  audience: 'seller',
  class: 'mandatory',
  also: [],
  timing: 'waking_hours',
  importance: 3,
  sellers: ({ data: { seller } }) => [seller],
  plan({ data: { ship_by } }, { order }, seller) {
    const terms = order!.handling?.find((one) => one.seller === seller);
    return { ship_by, time_zone: terms?.time_zone ?? order!.time_zone };
  },
  overtaken: (data, order) => unitsDue(data, order).length === 0,
  // At the latest on the morning of the day itself: then it can still be sent.
  deadline: ({ ship_by, time_zone }) =>
    Temporal.PlainDate.from(ship_by)
      .toZonedDateTime({ timeZone: time_zone, plainTime: { hour: latest_hour } })
      .toInstant()
      .toString(),
  tell(telling) {
    const { order, words, data } = telling;
    const due = unitsDue(data, order);
    const units = due.length > 0 ? due : unitsToSend(order);
    const date = dateOf(telling, data.ship_by);
    return {
      subject: words.say('mail.ship_by_near.subject', { date, items: nameItems(telling, units) }),
      label: words.say('mail.ship_by_near.label'),
      tone: 'late',
      headline: words.say('mail.ship_by', { date }),
      sentences: [
        words.say('mail.ship_by_near.open', { count: sumOf(units) }),
        words.say('mail.ship_by_near.then'),
      ],
      sections: [
        itemsSection(telling, words.say('mail.ship_by_near.items'), units),
        ...addressSection(telling),
      ],
    };
  },
  example: [placed(), shipByNeared()],
};

/** By the clock of the seller. */
const latest_hour = 9;

function unitsDue({ ship_by }: Near, { lines }: OrderView): LineQuantity[] {
  const isDue = (line: LineView) => line.ship_by !== null && line.ship_by <= ship_by;
  return lines.flatMap((line) =>
    isDue(line) && line.quantity.open > 0 ? [{ line: line.id, quantity: line.quantity.open }] : [],
  );
}

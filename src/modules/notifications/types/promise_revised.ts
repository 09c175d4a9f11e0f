import type { Asked } from '../../delays/facts.ts';
import type { FactData } from '../../facts.ts';
import type { LineView, OrderView } from '../../order-view/index.ts';
import type { LineQuantity } from '../../orders/facts.ts';
import { decisionAsked, dispatched, placed, revised, split } from '../example-facts.ts';
import type { Item } from '../message.ts';
import { datesOf, widest } from '../telling/dates.ts';
import { choiceSections, choiceSentences, type Delay, delayOf, needsConsent } from '../telling/delay.ts';
import { itemsSection, nameItems, orderedUnits } from '../telling/items.ts';
import { noteSection } from '../telling/note.ts';
import { actionsSection } from '../telling/shipment.ts';
import type { NotificationType, Telling } from '../type.ts';

/** Later: we apologise. Sooner: good news. Set: a first date, or an earliest one that moved alone. */
type Move = 'delayed' | 'sooner' | 'set';
type Revision = Pick<FactData['PromiseRevised'], 'lines' | 'reason'> & { move: Move; asked?: Asked[] };

/** The dates the buyer counted on changed: what was, what is, why, and a way out for just that item. */
export const promiseRevised: NotificationType<'PromiseRevised', Revision> = {
  name: 'promise_revised',
  facts: ['PromiseRevised'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['sms', 'push'],
  timing: 'waking_hours',
  importance: 2,
  plan(fact, state) {
    const delay = delayOf(fact, state);
    const { lines, reason } = fact.data;
    if (needsConsent(delay)) return null;
    const asked = delay.asked.length > 0 ? { asked: delay.asked } : {};
    return { lines, reason, move: moveOf(fact.data), ...asked };
  },
  with_note: true,
  overtaken: ({ lines }, order) => lines.every((line) => isSettled(line, order)),
  tell(telling) {
    const { words, data } = telling;
    const units = unitsOf(telling);
    const dates = datesOf(telling, widest(data.lines.map((line) => line.to))!);
    const values = { move: data.move, items: nameItems(telling, units), dates };
    const heading = words.say('mail.promise_revised.items', { count: units.length });
    return {
      subject: words.say('mail.promise_revised.subject', values),
      label: words.say('mail.promise_revised.label', values),
      tone: data.move === 'delayed' ? 'late' : 'good',
      headline: words.say('mail.promise_revised.headline', values),
      sentences: sentences(telling),
      sections: [
        ...choiceSections(asDelay(telling)),
        itemsSection(telling, heading, units, (line) => extra(telling, line)),
        // To wait and to cancel weigh the same.
        { ...actionsSection(telling), even: true },
        ...noteSection(telling),
      ],
    };
  },
  example: [placed(), dispatched(), split(), revised(), decisionAsked(4)],
};

/** Messages planned before there were decisions ask for none. */
function asDelay(telling: Telling<Revision>): Telling<Delay> {
  return { ...telling, data: { asked: [], ...telling.data } };
}

function moveOf({ lines, delay }: FactData['PromiseRevised']): Move {
  if (delay) return 'delayed';
  return lines.some(({ from, to }) => from !== null && to.latest < from.latest) ? 'sooner' : 'set';
}

/** Its dates moved again, which is told by itself, or nothing of it is still to come. */
function isSettled({ line: id, to }: Revision['lines'][number], order: OrderView): boolean {
  const line = order.lines.find((candidate) => candidate.id === id);
  if (!line) return true;
  const { ordered, canceled, delivered } = line.quantity;
  if (ordered - canceled - delivered === 0) return true;
  return line.promise?.earliest !== to.earliest || line.promise.latest !== to.latest;
}

/**
 * What of the lines is still to come: what has not left, since a parcel on its way has dates of its own; of a line
 * that is all on its way, that. Of lines that are settled by now, all that was ordered: the message is being repeated.
 */
function unitsOf({ data, order }: Telling<Revision>): LineQuantity[] {
  const lines = order.lines.filter(({ id }) => data.lines.some(({ line }) => line === id));
  const coming = lines.flatMap(({ id, quantity }) => {
    const under_way = quantity.ordered - quantity.canceled - quantity.delivered;
    const units = quantity.open > 0 ? quantity.open : under_way;
    return units > 0 ? [{ line: id, quantity: units }] : [];
  });
  return coming.length > 0 ? coming : orderedUnits(lines);
}

function sentences(telling: Telling<Revision>): string[] {
  const { data, words } = telling;
  const before = widest(data.lines.map((line) => line.from));
  const said = before
    ? [words.say('mail.promise_revised.before', { move: data.move, dates: datesOf(telling, before) })]
    : [words.say('mail.promise_revised.first')];
  if (data.move !== 'delayed') return said;
  said[0] += words.say('mail.promise_revised.reason', { reason: data.reason });
  said.push(words.say('mail.promise_revised.sorry'));
  const choice = choiceSentences(asDelay(telling));
  if (choice.length > 0) return [...said, ...choice];
  const count = data.lines.filter((revision) => canCancel(telling, revision.line)).length;
  if (count > 0) said.push(words.say('mail.promise_revised.choice', { count }));
  return said;
}

function extra(telling: Telling<Revision>, line: LineView): Partial<Item> {
  const { words, data, links } = telling;
  const from = data.lines.find((revision) => revision.line === line.id)?.from;
  const note = from ? words.say('mail.promise_revised.was', { dates: datesOf(telling, from) }) : null;
  if (!links || data.move !== 'delayed' || !canCancel(telling, line.id) || line.decision) return { note };
  return { note, action: { label: words.say('mail.cancel_item'), url: links.cancel(line.id) } };
}

function canCancel({ order }: Telling, id: string): boolean {
  return order.lines.some((line) => line.id === id && line.can_cancel.quantity > 0);
}

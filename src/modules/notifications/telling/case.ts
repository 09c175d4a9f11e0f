import { sellersDay } from '../../cases/clock.ts';
import { findCase } from '../../cases/state.ts';
import type { CaseKind } from '../../cases/vocabulary.ts';
import type { CaseView } from '../../order-view/index.ts';
import type { LineQuantity } from '../../orders/facts.ts';
import type { State } from '../../state.ts';
import type { Section } from '../message.ts';
import type { Telling } from '../type.ts';
import { itemsSection, nameItems } from './items.ts';
import { noteSection } from './note.ts';

/** What a message about a case keeps. `time_zone`: where its seller works. */
export interface CaseTold {
  case: string;
  kind: CaseKind;
  /** By when the seller is to answer, or was; null: nobody waits for it. */
  due: string | null;
  time_zone: string;
}

export function planCase(id: string, due: string | null, state: State): CaseTold {
  const { kind, seller } = findCase(state, id)!;
  return { case: id, kind, due, time_zone: sellersDay(state.order!, seller).time_zone };
}

export function sellerOfCase({ data }: { data: { case: string } }, state: State): string[] {
  return [findCase(state, data.case)!.seller];
}

/** Undefined in a view that has been cut: a message is then about the order. */
export function caseIn({ order, data }: Telling<CaseTold>): CaseView | undefined {
  return order.cases.find(({ id }) => id === data.case);
}

/** The units it is about: those named, or those of its parcel. */
export function unitsOfCase(telling: Telling<CaseTold>): LineQuantity[] {
  const one = caseIn(telling);
  if (!one || one.lines.length > 0) return one?.lines ?? [];
  return telling.order.shipments.find(({ id }) => id === one.shipment)?.lines ?? [];
}

/** "First book", or the number of the order when nothing is named. */
export function nameOfCase(telling: Telling<CaseTold>): string {
  return nameItems(telling, unitsOfCase(telling));
}

/** "Tuesday 3 March, 12:00" by the clock of the seller. */
export function dueOf({ words, data }: Telling<CaseTold>): string {
  if (data.due === null) return '';
  const { time_zone, due } = data;
  const date = Temporal.Instant.from(due).toZonedDateTimeISO(time_zone).toPlainDate().toString();
  const time = words.instant(due, time_zone, 'time');
  return words.say('mail.day_and_time', { day: words.date(date, 'weekday'), time });
}

/** Where its seller answers, what the buyer wrote, and what it is about. */
export function deskSections(telling: Telling<CaseTold>): Section[] {
  const { words, shop, data } = telling;
  const url = `${shop.public_url}/desk/requests/${encodeURIComponent(data.case)}`;
  const answer = { label: words.say('mail.case.answer'), url };
  return [
    { kind: 'actions', actions: [answer], even: false },
    ...noteSection(telling, 'mail.case.buyer_writes'),
    ...aboutSection(telling),
  ];
}

export function aboutSection(telling: Telling<CaseTold>): Section[] {
  const units = unitsOfCase(telling);
  if (units.length === 0) return [];
  return [itemsSection(telling, telling.words.say('mail.case.about'), units)];
}

/** Somebody has answered, or it is settled: what was asked for is no longer waited for. */
export function isAnswered({ case: id, due }: CaseTold, order: Telling['order']): boolean {
  const one = order.cases.find((candidate) => candidate.id === id);
  return one !== undefined && (one.status !== 'open' || one.answer_due !== due);
}

import { decisionAsked, dispatched, placed, revised, split } from '../example-facts.ts';
import { datesOf, widest } from '../telling/dates.ts';
import {
  choiceInBrief,
  choiceSections,
  choiceSentences,
  type Delay,
  delayOf,
  needsConsent,
  openOf,
  waitingUnits,
} from '../telling/delay.ts';
import { itemsSection, nameItems } from '../telling/items.ts';
import { noteSection } from '../telling/note.ts';
import { actionsSection } from '../telling/shipment.ts';
import type { NotificationType, Telling } from '../type.ts';

/** It is late, and without an answer it will be canceled: said instead of `promise_revised` or `promise_missed`. */
export const consentNeeded: NotificationType<'PromiseRevised' | 'PromisePassed', Delay> = {
  name: 'consent_needed',
  facts: ['PromiseRevised', 'PromisePassed'],
  audience: 'buyer',
  class: 'mandatory',
  also: ['sms', 'push'],
  timing: 'waking_hours',
  importance: 2,
  plan(fact, state) {
    const delay = delayOf(fact, state);
    return needsConsent(delay) ? delay : null;
  },
  with_note: true,
  overtaken: (data, order) => openOf(data, order).length === 0,
  // On its last day it is time to answer, whatever the hour.
  deadline: (data, order) => {
    const until = openOf(data, order)
      .map((asked) => asked.until)
      .sort()[0];
    if (!until) return null;
    const noon = Temporal.PlainDate.from(until).toZonedDateTime({
      timeZone: order.time_zone,
      plainTime: { hour: 12 },
    });
    return noon.toInstant().toString();
  },
  tell(telling) {
    const { words, data } = telling;
    const units = waitingUnits(telling);
    const to = widest(data.lines.map((line) => line.to));
    const values = {
      dated: to ? 'yes' : 'no',
      items: nameItems(telling, units),
      dates: to ? datesOf(telling, to) : '',
    };
    return {
      subject: words.say('mail.consent_needed.subject', values),
      label: words.say('mail.consent_needed.label'),
      tone: 'late',
      headline: words.say('mail.consent_needed.headline', values),
      sentences: sentences(telling),
      sections: [
        ...choiceSections(telling),
        itemsSection(telling, words.say('mail.promise_revised.items', { count: units.length }), units),
        actionsSection(telling),
        ...noteSection(telling),
      ],
      brief: choiceInBrief(telling),
    };
  },
  example: [
    placed(),
    dispatched(),
    split(),
    revised(),
    decisionAsked(4, { rule: 'us_ftc_second', without_answer: 'cancel' }),
  ],
};

function sentences(telling: Telling<Delay>): string[] {
  const { words, data } = telling;
  const before = widest(data.lines.map((line) => line.from));
  const said = before
    ? words.say('mail.promise_revised.before', { move: 'delayed', dates: datesOf(telling, before) })
    : '';
  const why = data.reason ? words.say('mail.promise_revised.reason', { reason: data.reason }) : '';
  const first = `${said}${why}`.trim();
  return [...(first ? [first] : []), words.say('mail.promise_revised.sorry'), ...choiceSentences(telling)];
}

import type { ShipmentView } from '../../modules/order-view/index.ts';
import type { Stage } from '../../modules/shipments/stages.ts';
import { isChosen } from './arrange.ts';
import { addDays, dateOf, days, type OrderReading, onDay, shortDay } from './reading.ts';

/** What stands at the top of a card. The words carry the state; the tone only repeats it in colour. */
export interface Headline {
  /** A word or two above it, when something is not as promised. */
  label: string | null;
  tone: 'calm' | 'good' | 'warning' | 'bad';
  /** A date in words, wherever there is a date. */
  text: string;
  sentence: string | null;
}

type Say = (reading: OrderReading, shipment: ShipmentView) => Headline;

/** Where a shipment is, as an answer to "when will it come?". The compiler asks for every stage. */
const headlines: Record<Stage, Say> = {
  announced: arriving,
  accepted: arriving,
  in_transit: arriving,
  // These three never move a shipment; they stand here because a correction by a person may name them.
  unknown: arriving,
  not_found: arriving,
  expired: arriving,
  out_for_delivery: (reading, shipment) => {
    const since = dateOf(reading, shipment.milestones.out_for_delivery ?? shipment.dispatched_at);
    const today = since === reading.today;
    const text = say(reading, today ? 'page.out_for_delivery.today' : 'page.out_for_delivery.since', {
      on: onDay(reading, since),
    });
    return { ...lateness(reading, shipment), text, sentence: say(reading, 'page.out_for_delivery.sentence') };
  },
  available_for_pickup: (reading, { pickup_until }) => {
    const text = pickup_until
      ? say(reading, 'page.pickup.until', { on: onDay(reading, dateOf(reading, pickup_until)) })
      : say(reading, 'page.pickup.ready');
    const { pickup_point } = reading.view.ship_to;
    const sentence = pickup_point
      ? say(reading, 'page.pickup.at', { place: pickup_point })
      : say(reading, 'page.pickup.sentence');
    return { label: null, tone: 'good', text, sentence };
  },
  attempt_failed: (reading, shipment) => ({
    label: say(reading, 'page.label.not_delivered'),
    tone: 'warning',
    text: say(reading, 'page.attempt_failed.headline', { on: onDay(reading, stageDate(reading, shipment)) }),
    sentence: reading.words.sentences([because(reading, shipment), say(reading, 'page.attempt_failed.next')]),
  }),
  exception: (reading, shipment) => ({
    label: say(reading, 'page.label.problem'),
    tone: 'bad',
    text: say(reading, 'page.exception.headline', { on: onDay(reading, stageDate(reading, shipment)) }),
    sentence: reading.words.sentences([because(reading, shipment), say(reading, 'page.exception.next')]),
  }),
  returning: (reading, shipment) => ({
    label: say(reading, 'page.label.not_delivered'),
    tone: 'bad',
    text: say(reading, 'page.returning.headline', { on: onDay(reading, stageDate(reading, shipment)) }),
    sentence: say(reading, 'page.returning.sentence'),
  }),
  returned: (reading, shipment) => ({
    label: say(reading, 'page.label.not_delivered'),
    tone: 'bad',
    text: say(reading, 'page.returned.headline', { on: onDay(reading, stageDate(reading, shipment)) }),
    sentence: say(reading, 'page.returned.sentence'),
  }),
  cancelled: (reading, shipment) => ({
    label: null,
    tone: 'warning',
    text: say(reading, 'page.label_canceled.headline', { on: onDay(reading, stageDate(reading, shipment)) }),
    sentence: say(reading, 'page.label_canceled.sentence'),
  }),
  delivered: (reading, shipment) => {
    const at = shipment.delivered_at ?? shipment.milestones.delivered ?? shipment.dispatched_at;
    const time = reading.words.instant(at, reading.view.time_zone, 'time');
    const place = shipment.events.find((event) => event.stage === 'delivered')?.location;
    return {
      label: null,
      tone: 'good',
      text: say(reading, 'page.delivered.headline', { on: onDay(reading, dateOf(reading, at)), time }),
      sentence: because(reading, shipment) || (place ? say(reading, 'page.delivered.at', { place }) : null),
    };
  },
};

export function headlineOf(reading: OrderReading, shipment: ShipmentView): Headline {
  return headlines[shipment.stage](reading, shipment);
}

function arriving(reading: OrderReading, shipment: ShipmentView): Headline {
  const { promise, stage } = shipment;
  const late = lateness(reading, shipment);
  const why = because(reading, shipment);
  if (!promise)
    return {
      ...late,
      text: say(reading, 'page.arriving.undated'),
      sentence: why || whereabouts(reading, stage),
    };
  if (promise.latest < reading.today) {
    const text = say(reading, 'page.late.headline', { on: onDay(reading, promise.latest) });
    return { ...late, text, sentence: reading.words.sentences([why, say(reading, 'page.late.sentence')]) };
  }
  const before = movedFrom(reading, shipment);
  if (before) {
    const was = say(reading, 'page.delayed.was', { on: onDay(reading, before) });
    const text = say(reading, 'page.delayed.headline', { days: days(reading, promise) });
    const sentence = reading.words.sentences([was, why || say(reading, 'page.delayed.sorry')]);
    return { ...late, text, sentence };
  }
  return { ...late, text: arrivalInWords(reading, promise), sentence: why || whereabouts(reading, stage) };
}

/** The first promised date of the shipment's lines, when its present one is later; else null. */
function movedFrom({ view }: OrderReading, { promise, lines }: ShipmentView): string | null {
  if (!promise) return null;
  let first: string | null = null;
  for (const { line: id } of lines) {
    const line = view.lines.find((candidate) => candidate.id === id);
    const promised = line && isChosen(line) ? line.promise!.latest : line?.promise?.first_latest;
    if (promised && (first === null || promised > first)) first = promised;
  }
  return first !== null && promise.latest > first ? first : null;
}

/** "Arriving today", "Arriving tomorrow, Tuesday 22 July", "Arriving Tuesday 22 July", "Arriving 18 - 22 July". */
export function arrivalInWords(reading: OrderReading, promise: { earliest: string; latest: string }): string {
  const { earliest, latest } = promise;
  if (latest === reading.today) return say(reading, 'page.arriving.today');
  if (earliest < latest) {
    // The days of a range that have gone by are no news.
    return earliest <= reading.today
      ? say(reading, 'page.arriving.by', { on: onDay(reading, latest) })
      : say(reading, 'page.arriving.between', { days: days(reading, promise) });
  }
  const tomorrow = latest === addDays(reading.today, 1);
  return say(reading, tomorrow ? 'page.arriving.tomorrow' : 'page.arriving.on', {
    on: onDay(reading, latest),
    date: shortDay(reading, latest),
  });
}

function whereabouts(reading: OrderReading, stage: Stage): string {
  const handed_over = stage === 'accepted' || stage === 'in_transit';
  return say(reading, handed_over ? 'page.in_transit.sentence' : 'page.announced.sentence');
}

/** Whether the promised day has gone by, or the carrier says that it will. */
function lateness(reading: OrderReading, shipment: ShipmentView): Pick<Headline, 'label' | 'tone'> {
  const gone_by = shipment.promise !== null && shipment.promise.latest < reading.today;
  if (gone_by) return { label: say(reading, 'page.label.late'), tone: 'warning' };
  if (movedFrom(reading, shipment)) return { label: say(reading, 'page.label.delayed'), tone: 'warning' };
  if (shipment.flags.includes('action_required'))
    return { label: say(reading, 'page.label.action_required'), tone: 'warning' };
  if (shipment.flags.includes('held')) return { label: say(reading, 'page.label.held'), tone: 'warning' };
  if (shipment.flags.includes('delayed'))
    return { label: say(reading, 'page.label.carrier_delay'), tone: 'warning' };
  return { label: null, tone: 'calm' };
}

/** Why, in our words, when the newest scan of this stage says why and we have words for it; else nothing. */
function because(reading: OrderReading, shipment: ShipmentView): string {
  const reason = shipment.events.find((event) => event.stage === shipment.stage)?.reason;
  const key = `page.reason.${reason}`;
  return reason && reading.words.has(key) ? reading.words.say(key) : '';
}

function stageDate(
  reading: OrderReading,
  { stage, milestones, events, dispatched_at }: ShipmentView,
): string {
  const newest = events.find((event) => event.stage === stage);
  return dateOf(reading, newest?.occurred_at ?? milestones[stage] ?? dispatched_at);
}

function say({ words }: OrderReading, key: string, values?: Record<string, string>): string {
  return words.say(key, values);
}

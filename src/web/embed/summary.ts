import type { ShipmentView } from '../../modules/order-view/index.ts';
import { arrange, type Waiting } from '../buyer/arrange.ts';
import { type Headline, headlineOf } from '../buyer/headline.ts';
import { stepsOf } from '../buyer/journey.ts';
import { keepDates, moment, type OrderReading, titleIn } from '../buyer/reading.ts';
import { waitingHeadline } from '../buyer/waiting-card.ts';

/** An order as the element on a shop's page shows it: in the reader's language, said in full. Nothing of a person. */
export interface Summary {
  locale: string;
  direction: 'ltr' | 'rtl';
  /** "Order 114-3941689" */
  title: string;
  status: string;
  explanation: string;
  parts: Part[];
  /** The whole page, where a guest says who they are. */
  page: { label: string; url: string };
  /** Read out before the headline that changed. */
  updated: string;
  refresh_s: number;
}

/** A shipment, or what waits for the same day: soonest first. */
export interface Part {
  label: string | null;
  tone: Headline['tone'];
  headline: string;
  sentence: string | null;
  steps: Step[];
  items: { title: string; quantity: number; image_url: string | null }[];
  carrier: string | null;
  tracking_number: string | null;
  tracking: { label: string; url: string } | null;
}

export interface Step {
  name: string;
  when: string | null;
  state: 'done' | 'current' | 'ahead';
}

/** More would be the page itself. */
const items_max = 50;
/** A shop's page is open among many: half as often as our own asks. */
const refresh_s = { on_the_road: 30, underway: 90, over: 900 };

export function summaryOf(reading: OrderReading, page_url: string): Summary {
  const { words, view } = reading;
  const { coming, waiting, ended } = arrange(view);
  return {
    locale: words.locale,
    direction: words.direction,
    title: words.say('page.order.title', { number: view.number }),
    status: view.status_label,
    explanation: view.status_explanation,
    parts: [
      ...coming.map((shipment) => ofShipment(reading, shipment)),
      ...waiting.map((group) => ofWaiting(reading, group)),
      ...ended.map((shipment) => ofShipment(reading, shipment)),
    ],
    page: { label: words.say('embed.see'), url: page_url },
    updated: words.say('page.live.updated'),
    refresh_s: refreshSeconds(reading),
  };
}

function ofShipment(reading: OrderReading, shipment: ShipmentView): Part {
  const { words } = reading;
  const { carrier_name, tracking_number, tracking_url } = shipment;
  const follow = carrier_name
    ? words.say('page.carrier.follow', { carrier: carrier_name })
    : words.say('page.carrier.follow_anywhere');
  return {
    ...headlined(headlineOf(reading, shipment)),
    steps: stepsIn(reading, shipment),
    items: itemsIn(reading, shipment.lines),
    carrier: carrier_name,
    tracking_number,
    tracking: tracking_url ? { label: follow, url: tracking_url } : null,
  };
}

function ofWaiting(reading: OrderReading, waiting: Waiting): Part {
  const lines = waiting.lines.map(({ id, quantity }) => ({ line: id, quantity: quantity.open }));
  return {
    ...headlined(waitingHeadline(reading, waiting)),
    steps: [],
    items: itemsIn(reading, lines),
    ...{ carrier: null, tracking_number: null, tracking: null },
  };
}

function headlined({ label, tone, text, sentence }: Headline) {
  return { label, tone, headline: keepDates(text), sentence };
}

function stepsIn(reading: OrderReading, shipment: ShipmentView): Step[] {
  const steps = stepsOf(reading, shipment);
  const current = steps.findLastIndex(({ done }) => done);
  return steps.map(({ name, at, done }, index) => ({
    name: reading.words.say(name),
    when: at && moment(reading, at),
    state: index === current ? 'current' : done ? 'done' : 'ahead',
  }));
}

function itemsIn(reading: OrderReading, units: readonly { line: string; quantity: number }[]) {
  return units.slice(0, items_max).map(({ line: id, quantity }) => {
    const line = reading.view.lines.find((candidate) => candidate.id === id);
    const image_url = line?.image_url ?? null;
    const shown = image_url !== null && /^https?:\/\//.test(image_url) ? image_url : null;
    return { title: titleIn(reading, id), quantity, image_url: shown };
  });
}

function refreshSeconds({ view }: OrderReading): number {
  if (view.shipments.some(({ stage }) => stage === 'out_for_delivery')) return refresh_s.on_the_road;
  const over = view.status === 'delivered' || view.status === 'canceled' || view.status === 'returned';
  return over ? refresh_s.over : refresh_s.underway;
}

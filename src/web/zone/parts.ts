import { titleOf } from '../../modules/order-view/index.ts';
import { arrange } from '../buyer/arrange.ts';
import { type Headline, headlineOf } from '../buyer/headline.ts';
import { dateOf, type OrderReading, onDay } from '../buyer/reading.ts';
import { waitingHeadline } from '../buyer/waiting-card.ts';

/** What comes, or came, together: when, in the words of the order's page, and what is in it. */
export interface Part extends Omit<Headline, 'sentence'> {
  titles: string;
  /** Where on the order's page it stands. */
  anchor: string;
}

const titles_max = 2;
const title_length_max = 80;

/** The parts of an order in the order of its page: on its way, waiting, arrived. A parcel in trouble goes first. */
export function partsOf(reading: OrderReading): Part[] {
  const { view, words } = reading;
  if (view.status === 'canceled') return [canceledPart(reading)];
  const { coming, waiting, ended } = arrange(view);
  const shipment = (one: (typeof coming)[number]): Part => ({
    ...toneAndText(headlineOf(reading, one)),
    titles: titlesIn(
      reading,
      one.lines.map(({ line }) => line),
    ),
    anchor: `shipment-${encodeURIComponent(one.id)}`,
  });
  const parts = [
    ...coming.map(shipment),
    ...waiting.map(
      (group, index): Part => ({
        ...toneAndText(waitingHeadline(reading, group)),
        titles: titlesIn(
          reading,
          group.lines.map(({ id }) => id),
        ),
        anchor: `waiting-${index + 1}`,
      }),
    ),
    ...ended.map(shipment),
  ];
  if (view.status !== 'awaiting_payment')
    return parts.toSorted((a, b) => Number(isTroubled(b)) - Number(isTroubled(a)));
  const text = words.say('zone.order.awaiting_payment');
  return [{ label: null, tone: 'warning', text, titles: titlesIn(reading), anchor: 'payment-due' }];
}

/** A shipment that is not as it should be: more than that it comes later. */
export function isTroubled({ tone, anchor }: Part): boolean {
  return anchor.startsWith('shipment-') && tone !== 'calm' && tone !== 'good';
}

function toneAndText({ label, tone, text }: Headline): Omit<Headline, 'sentence'> {
  return { label, tone, text };
}

function canceledPart(reading: OrderReading): Part {
  const { view, words } = reading;
  const last = view.adjustments.findLast(({ kind }) => kind === 'cancellation');
  const on = onDay(reading, dateOf(reading, last?.at ?? view.placed_at));
  const text = words.say('page.canceled.headline', { on });
  return { label: null, tone: 'calm', text, titles: titlesIn(reading), anchor: 'canceled' };
}

/** "First book, Second book and 3 more"; by default of the whole order. */
function titlesIn({ view, words }: OrderReading, ids?: readonly string[]): string {
  const lines = ids ? view.lines.filter(({ id }) => ids.includes(id)) : view.lines;
  const shown = lines.slice(0, titles_max).map((line) => titleOf(line, title_length_max));
  const more = lines.length - shown.length;
  return more > 0
    ? words.say('zone.order.and_more', { titles: shown.join(', '), count: more })
    : words.list(shown);
}

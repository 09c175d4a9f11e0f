import { type Html, html } from '../../lib/html.ts';
import type { ShipmentView } from '../../modules/order-view/index.ts';
import type { Stage } from '../../modules/shipments/stages.ts';
import { moment, type OrderReading, type Reading } from './reading.ts';

interface Step {
  /** Key of its name. */
  name: string;
  /** The real time it happened; null when it has not, or nobody told us when. */
  at: string | null;
  done: boolean;
}

/** How many steps of the five are behind a shipment in each stage, its present one included. */
const reached: Record<Stage, number> = {
  unknown: 2,
  not_found: 2,
  expired: 2,
  announced: 2,
  cancelled: 2,
  accepted: 3,
  in_transit: 3,
  exception: 3,
  returning: 3,
  returned: 3,
  attempt_failed: 4,
  out_for_delivery: 4,
  available_for_pickup: 4,
  delivered: 5,
};

/** Ordered, packed, on its way, out for delivery (or ready to collect), delivered: each with its time. */
export function journey(reading: Reading, shipment: ShipmentView): Html {
  const { words } = reading;
  const steps = stepsOf(reading, shipment);
  const current = steps.findLastIndex((step) => step.done);
  return html`<ol class="journey" aria-label="${words.say('page.journey')}">${steps.map(
    (step, index) =>
      html`<li${step.done ? raw.done : ''}${index === current ? raw.current : ''}><b>${words.say(step.name)}</b>${
        step.at && html`<time datetime="${step.at}">${moment(reading, step.at)}</time>`
      }</li>`,
  )}</ol>`;
}

const raw = { done: html` class="done"`, current: html` aria-current="step"` };

export function stepsOf({ view }: OrderReading, shipment: ShipmentView): Step[] {
  const { stage, milestones, dispatched_at } = shipment;
  const collect = view.delivery_option === 'pickup_point' || milestones.available_for_pickup !== undefined;
  const count = reached[stage];
  const times: [string, string | null | undefined][] = [
    ['page.step.ordered', view.placed_at],
    ['page.step.packed', dispatched_at],
    ['page.step.on_its_way', milestones.accepted ?? milestones.in_transit],
    collect
      ? ['page.step.ready_to_collect', milestones.available_for_pickup]
      : ['page.step.out_for_delivery', milestones.out_for_delivery],
    ['page.step.delivered', shipment.delivered_at],
  ];
  return times.map(([name, at], index) => ({
    name,
    at: index < count ? (at ?? null) : null,
    done: index < count,
  }));
}

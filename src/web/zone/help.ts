import type { OrderReading } from '../buyer/reading.ts';
import { orderPath } from '../page.ts';
import { isTroubled, type Part } from './parts.ts';

/** The one thing that helps with an order, and where it is done. */
export interface Help {
  text: string;
  href: string;
  /** It leads to the shop. */
  external?: boolean;
}

/**
 * What helps most now: paying, answering, seeing to a parcel, following it; when all is over, buying it again.
 * Null: there is nothing to do but to wait.
 * @param again where its first item that is still sold is sold
 */
export function helpWith(reading: OrderReading, parts: readonly Part[], again: string | null): Help | null {
  const { view, words } = reading;
  const at = (anchor: string) => `${orderPath(reading, view.number)}#${encodeURIComponent(anchor)}`;
  const help = (key: string, anchor: string): Help => ({ text: words.say(key), href: at(anchor) });
  if (view.status === 'awaiting_payment') return help('zone.help.pay', 'payment-due');
  const troubled = parts.find(isTroubled);
  if (troubled) return help('zone.help.see', troubled.anchor);
  const late = parts.find(({ tone, anchor }) => tone === 'warning' && !isShipment(anchor));
  if (late && view.lines.some(({ can_cancel }) => can_cancel.quantity > 0)) {
    return help('zone.help.decide', late.anchor);
  }
  const collect = view.shipments.find(({ stage }) => stage === 'available_for_pickup');
  if (collect) return help('zone.help.collect', `shipment-${encodeURIComponent(collect.id)}`);
  const coming = parts.find(({ anchor, tone }) => isShipment(anchor) && tone === 'calm');
  if (coming) return help('zone.help.follow', coming.anchor);
  const over = view.status === 'delivered' || view.status === 'returned' || view.status === 'canceled';
  return over && again ? { text: words.say('zone.help.again'), href: again, external: true } : null;
}

function isShipment(anchor: string): boolean {
  return anchor.startsWith('shipment-');
}

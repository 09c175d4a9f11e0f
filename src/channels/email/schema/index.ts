import type { EmailTold } from '../render/letter.ts';
import { orderMarkup } from './order.ts';
import { parcelMarkup } from './parcel-delivery.ts';

/**
 * Adds what the mail says to a reader's program: schema.org JSON-LD. A mail about a shipment describes the parcel, any
 * other the order; sellers get none, and none is in what is about no order. Whatever form the page has, ours or the
 * shop's, it comes at the end of its head.
 */
export function withMarkup(html: string, data: unknown, told: EmailTold): string {
  const { order, audience } = told;
  if (!order || audience !== 'buyer') return html;
  const shipment = order.shipments.find(({ id }) => id === shipmentOf(data));
  const parcel = shipment && parcelMarkup({ ...told, order }, shipment);
  const markup = { '@context': 'https://schema.org', ...(parcel ?? orderMarkup({ ...told, order })) };
  const script = `<script type="application/ld+json">${scriptJson(markup)}</script>\n`;
  const end = html.search(/<\/head>/i);
  return end < 0 ? html + script : html.slice(0, end) + script + html.slice(end);
}

/** Every message about a shipment keeps its id. */
function shipmentOf(data: unknown): unknown {
  return data !== null && typeof data === 'object' && 'shipment' in data ? data.shipment : undefined;
}

/** JSON that no HTML reader takes for the end of a script or the begin of a comment. */
function scriptJson(value: object): string {
  return JSON.stringify(value).replace(/[<>&]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`);
}

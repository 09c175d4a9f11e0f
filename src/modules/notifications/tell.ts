import { dateInZone } from '../../lib/dates.ts';
import type { Words } from '../../lib/words.ts';
import type { OrderView } from '../order-view/index.ts';
import type { Message } from './message.ts';
import type { Links, Shop } from './type.ts';
import { typeNamed } from './types/index.ts';

/** Writes what a stored notification says. Throws on a type that nobody registered. */
export function tell(
  notification: { type: string; data: unknown; created_at: string },
  reader: { order: OrderView; words: Words; links: Links; shop: Shop },
): Message {
  const { type, data, created_at } = notification;
  const said_on = dateInZone(Date.parse(created_at), reader.order.time_zone);
  return typeNamed(type).tell({ ...reader, data: data as object, said_on });
}

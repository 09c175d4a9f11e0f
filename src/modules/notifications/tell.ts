import { dateInZone } from '../../lib/dates.ts';
import type { Words } from '../../lib/words.ts';
import type { OrderView } from '../order-view/index.ts';
import type { Declarant } from '../withdrawals/commands.ts';
import type { Message } from './message.ts';
import type { Links, OfferedIdeas, Shop } from './type.ts';
import { typeNamed } from './types/index.ts';

/** What a message is written from, beside the notification itself. */
export interface Reader {
  order: OrderView;
  words: Words;
  links: Links | null;
  shop: Shop;
  /** Where its reader is; absent: where the order goes. */
  time_zone?: string | undefined;
  note?: string | null;
  declarant?: Declarant | null;
  ideas?: OfferedIdeas | null;
}

/** Writes what a stored notification says. Throws on a type that nobody registered. */
export function tell(
  notification: { type: string; data: unknown; created_at: string },
  { time_zone, note = null, declarant = null, ideas = null, ...reader }: Reader,
): Message {
  const { type, data, created_at } = notification;
  const said_on = dateInZone(Date.parse(created_at), time_zone ?? reader.order.time_zone);
  return typeNamed(type).tell({ ...reader, data: data as object, said_on, note, declarant, ideas });
}

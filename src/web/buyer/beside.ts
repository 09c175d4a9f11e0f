import type { CaseMessage } from '../../modules/cases/conversation.ts';
import { findBuyable } from '../../modules/listings/index.ts';
import type { Message } from '../../modules/notifications/deliveries/index.ts';
import type { GivenPromise, StoredOrder } from '../../modules/order-view/index.ts';
import { listingUrl } from '../../modules/recommendations/index.ts';
import type { Site } from '../site.ts';
import type { Echoes } from './echoes.ts';

/** What the page of an order shows beside its present state. */
export interface Beside {
  /** Newest first. */
  messages: readonly Message[];
  echoes: Echoes;
  /** What was said in its cases, oldest first. */
  said: readonly CaseMessage[];
  /** Every date that was given, oldest first; empty when none ever moved. */
  promises: readonly GivenPromise[];
  /** Where items that are still sold are sold, by SKU. */
  again: ReadonlyMap<string, string>;
}

/** Asked for all at once; nothing is asked that cannot be there. */
export async function readBeside(site: Site, stored: StoredOrder, now_ms: number): Promise<Beside> {
  const { deps } = site;
  const [messages, echoes, said, promises, again] = await Promise.all([
    deps.messages(stored.number),
    echoesOf(site, stored),
    stored.state.cases ? deps.conversation(stored.number) : [],
    stored.state.order!.lines.some(({ revisions }) => revisions > 0) ? deps.promises(stored.number) : [],
    soldStill(site, stored, now_ms),
  ]);
  return { messages, echoes, said, promises, again };
}

async function echoesOf({ deps }: Site, { number, contact }: StoredOrder): Promise<Echoes> {
  const { email } = contact.customer;
  const [standing, replies] = await Promise.all([
    email ? deps.echoes.standing(email) : null,
    deps.echoes.replies(number),
  ]);
  return { unreachable: standing?.stopped != null, replies };
}

/** Of what has arrived: nobody buys again what is still on its way. */
async function soldStill(
  { deps }: Site,
  { state }: StoredOrder,
  now_ms: number,
): Promise<ReadonlyMap<string, string>> {
  const pattern = deps.ideas?.listing_url;
  if (!pattern) return new Map();
  const arrived = state.order!.lines.filter(({ quantity }) => quantity.delivered > 0).map(({ sku }) => sku);
  const buyable = await findBuyable(deps.database, arrived, now_ms);
  return new Map([...buyable].map((sku) => [sku, listingUrl(pattern, sku)]));
}

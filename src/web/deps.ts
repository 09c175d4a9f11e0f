import type { Config } from '../config.ts';
import type { Clock } from '../lib/clock.ts';
import type { Secrets } from '../lib/secrets.ts';
import type { OrderReader, OrderView, StoredOrder, Viewing } from '../modules/order-view/index.ts';
import type { LookupLimits } from '../modules/order-view/lookup.ts';
import type { State } from '../modules/state.ts';
import type { Ledger } from '../story/index.ts';

/** One message about an order on one channel, as the order page lists it. */
export interface SentMessage {
  id: string;
  /** Type of the contract, `order_confirmed`. */
  type: string;
  channel: string;
  status: 'waiting' | 'sending' | 'sent' | 'suppressed' | 'failed';
  /** When it was sent; while it was not, when it was written. RFC 3339 UTC. */
  at: string;
}

/** Everything the pages stand on. `main.ts` puts it together; tests put in a story of their own. */
export interface WebDeps {
  ledger: Pick<Ledger<State>, 'execute' | 'preview'>;
  reader: Pick<OrderReader, 'read'>;
  viewOrder(stored: StoredOrder, viewing: Viewing): OrderView;
  /** Every message to the buyer about this order, newest first. */
  messages(order_number: string): Promise<readonly SentMessage[]>;
  lookups: LookupLimits;
  secrets: Secrets;
  config: Pick<Config, 'mailFrom' | 'shop' | 'trustProxy'>;
  /** How buyers reach this installation, no trailing slash. */
  public_url: string;
  clock: Clock;
  /** Told of every error that became a 500 page. */
  onError?(error: unknown): void;
}

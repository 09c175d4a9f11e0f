import type { Config } from '../config.ts';
import type { Clock } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import type { Secrets } from '../lib/secrets.ts';
import type { Accounts } from '../modules/accounts/index.ts';
import type { Standing } from '../modules/addresses/index.ts';
import type { CaseMessage } from '../modules/cases/conversation.ts';
import type { Reply } from '../modules/correspondence/index.ts';
import type { Message } from '../modules/notifications/deliveries/index.ts';
import type { TellPerson } from '../modules/notifications/personal/index.ts';
import type { ChannelName } from '../modules/notifications/preferences/index.ts';
import type { Proof } from '../modules/notifications/proof/index.ts';
import type {
  GivenPromise,
  OrderReader,
  OrderView,
  StoredOrder,
  Viewing,
} from '../modules/order-view/index.ts';
import type { LookupLimits } from '../modules/order-view/lookup.ts';
import type { State } from '../modules/state.ts';
import type { Ledger } from '../story/index.ts';

/** Everything the pages stand on. `main.ts` puts it together; tests put in a story of their own. */
export interface WebDeps {
  ledger: Pick<Ledger<State>, 'execute' | 'preview'>;
  reader: OrderReader;
  viewOrder: (stored: StoredOrder, viewing: Omit<Viewing, 'returns'>) => OrderView;
  /** Every message to the buyer about this order, newest first. */
  messages(order_number: string): Promise<readonly Message[]>;
  /** Every date the buyer was given, oldest first. */
  promises(order_number: string): Promise<readonly GivenPromise[]>;
  /** What came back from buyers: what is known of an address, what they wrote about an order. */
  echoes: {
    standing(address: string): Promise<Standing | null>;
    replies(order_number: string): Promise<readonly Reply[]>;
  };
  /** What was said in the cases of an order, oldest first. */
  conversation(order_number: string): Promise<readonly CaseMessage[]>;
  /** Ends one type of message on one channel, for one reader. @returns false when it cannot be ended */
  mute(wish: { person: string; type: string; channel: ChannelName }): Promise<boolean>;
  /** What of a pasted message is ours. */
  prove(text: string): Promise<Proof[] | 'unreadable'>;
  /** Plans a message about no order. */
  tellPerson: TellPerson;
  lookups: LookupLimits;
  /** Who has signed in, and where that is kept. */
  accounts: Accounts;
  database: Database;
  /** The demonstration shop: its people behind the desks sign in by mailed code alone. */
  demonstration?: boolean;
  /** Ways to reach people here. */
  channels: readonly string[];
  /** What a browser needs to be told by Web Push, and where that is kept. */
  push: PushDesk;
  /** What is offered beside orders, and where the shop sells it; null: it does not say where. */
  ideas: { database: Database; listing_url: string } | null;
  /** Countries whose buyers may send back what they got. */
  returns: readonly string[] | 'all';
  secrets: Secrets;
  config: Pick<
    Config,
    'embedOrigins' | 'lookupLimit' | 'mailFrom' | 'returnDomain' | 'shop' | 'shopSignInKeys' | 'trustProxy'
  >;
  /** How buyers reach this installation, no trailing slash. */
  public_url: string;
  clock: Clock;
  /** Told of every error that became a 500 page. */
  onError?(error: unknown): void;
}

export interface PushDesk {
  database: Database;
  /** What browsers subscribe to: `applicationServerKey`. */
  public_key: string;
  /** Whether we would ever call this address. */
  mayCall(endpoint: string): boolean;
}

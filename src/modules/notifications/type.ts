import type { Words } from '../../lib/words.ts';
import type { NewFact } from '../../story/index.ts';
import type { Answer } from '../delays/policies/policy.ts';
import type { FactData, FactOf, FactType } from '../facts.ts';
import type { OrderView } from '../order-view/index.ts';
import type { Suggestion } from '../recommendations/index.ts';
import type { State } from '../state.ts';
import type { Declarant } from '../withdrawals/commands.ts';
import type { FurtherCountries } from '../withdrawals/right.ts';
import type { Message } from './message.ts';

/**
 * One kind of notification: what causes it, to whom, how urgent, and what it says. Adding one is a file in
 * types/, a line in its registry, and its words in locales/<locale>/mail.json.
 */
export interface NotificationType<Type extends FactType = FactType, Data extends object = object> {
  /** Name in the contract (api.md, Notifications). */
  name: string;
  /** The facts it hangs on, mostly one: one fact, one person, one notification, whatever is repeated. */
  facts: readonly Type[];
  audience: Audience;
  /**
   * `mandatory`: contract or law, cannot be switched off. `operational`: on by default, can be muted.
   * `promotional`: asks for something, or offers it; every mail of it can be ended with one click.
   */
  class: NotificationClass;
  /** Channels beside e-mail it is worth having on: a text message costs money, and both interrupt. */
  also: readonly FurtherChannel[];
  /** `at_once`: the reader is waiting for it, whatever the hour. `waking_hours`: quiet hours hold it. */
  timing: 'at_once' | 'waking_hours';
  /** 1 most urgent .. 9: in what order an outbox that has fallen behind is emptied. */
  importance: number;
  /**
   * Decides whether this fact is told, and keeps what the message must not forget: references and figures, no
   * personal data. `state` is the one after the whole command; `seller` is the reader, '' when that is the buyer.
   * On the path of every fact: cheap and pure.
   */
  plan(fact: FactOf<Type>, state: State, seller: string): Data | null;
  /** Sellers it goes to; only of those whose audience is `seller`. */
  sellers?(fact: FactOf<Type>, state: State): readonly string[];
  /**
   * No longer true when it was held back: what has happened since says more, and is told by itself. Never the only
   * news of something that still is so. `order`: as its reader may see it.
   */
  overtaken?(data: Data, order: OrderView): boolean;
  /** What it is the state of: of several that are told together, in a digest, only the newest is. */
  state_of?(data: Data): string;
  /** When it is too late to be told: it is sent before, quiet hours or not. RFC 3339 UTC; null: never. */
  deadline?(data: Data, order: OrderView): string | null;
  /** `today`: worth nothing tomorrow, so a device that is off until then is not told. Default: after some days. */
  stale_after?: 'today';
  /** The words a person wrote with the fact (a row of `notes`) are part of the message. */
  with_note?: true;
  /** May offer something beside its news, to who asked for that and whose order goes well. */
  with_ideas?: true;
  /**
   * It answers what a person declared: it goes to the address given with that, it is read back to them, and it is told
   * of an order that was imported quietly too. Its data name the `withdrawal`.
   */
  answers_declaration?: true;
  /** Writes the message from the order as it is when it is sent. */
  tell(telling: Telling<Data>): Message;
  /** A story whose last fact causes it: shown as a preview, rendered in every locale by a test. */
  example: readonly ExampleFact[];
}

export type Audience = 'buyer' | 'seller' | 'operator';
export type NotificationClass = 'mandatory' | 'operational' | 'promotional';
/** Channels a person may have beside e-mail. */
export type FurtherChannel = 'sms' | 'push';

export type ExampleFact = { [Type in FactType]: NewFact<Type, FactData[Type]> & { at: string } }[FactType];

/** What a message is written from. */
export interface Telling<Data extends object = object> {
  data: Data;
  /** A seller's is its part alone. */
  order: OrderView;
  words: Words;
  /** Null: there is no page for this reader. */
  links: Links | null;
  shop: Shop;
  /** The day the notification was made, where its reader is: dates of another year name it. */
  said_on: string;
  /** Who declared what it answers; null: it answers nothing, or that was erased. */
  declarant: Declarant | null;
  /** What a person wrote with the fact, of types that ask for it; null: nothing, or it was erased. */
  note: string | null;
  /** What may be offered beside the news, of types that do; null: nothing, and to nobody who did not ask. */
  ideas: OfferedIdeas | null;
}

/** Listings somebody asked to be offered, where they are sold, and where to end that. */
export interface OfferedIdeas {
  found: readonly Suggestion[];
  urlOf(sku: string): string;
  end_url: string;
}

/** Addresses for one reader of one order; whoever has them may see it. */
export interface Links {
  order: string;
  /** Straight to cancelling one line, still with a preview before anything happens. */
  cancel(line: string): string;
  /** To the choice to wait for late lines or to cancel them; there it takes one more click. */
  delay(lines: readonly string[], answer: Answer): string;
  /** To withdrawing from all or some of it, with a confirmation before anything happens. */
  withdraw: string;
}

export interface Shop {
  name: string;
  /** How buyers reach this installation, no trailing slash. */
  public_url: string;
  /** The only sender of our mails: an address or `Name <address>`. */
  mail_from: string;
  /** Where people forward what they doubt; absent: no mail comes in. */
  forward_to?: string;
  /** To whom else than the law it gives the right of withdrawal. */
  withdrawal_countries?: FurtherCountries;
}

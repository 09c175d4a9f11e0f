import type { Words } from '../../../lib/words.ts';
import type { Message } from '../message.ts';
import type { Audience, NotificationClass, Shop } from '../type.ts';

/**
 * One kind of message to a person about no order: a code to sign in, a ready export. No fact of a story causes it;
 * whoever causes it says so to `planPersonal`. Adding one is a file in types/, a line in its registry, and its words
 * in locales/<locale>/mail.json.
 */
export interface PersonalType<Data extends object = object> {
  /** Name in the contract (api.md, Notifications). */
  name: string;
  audience: Audience;
  class: NotificationClass;
  timing: 'at_once' | 'waking_hours';
  /** 1 most urgent .. 9. */
  importance: number;
  /** What it says opens something: it is kept nowhere once it has left, and nobody else is shown it. */
  secret?: true;
  tell(telling: PersonalTelling<Data>): Message;
  /** Shown as a preview, rendered in every locale by a test. */
  example: Data;
}

/** What is kept of one until it leaves. */
export interface PersonalMessage {
  email: string;
  /** IANA. */
  time_zone: string;
  data: object;
  /** Null: it never grows old. */
  expires_at_ms: number | null;
}

/** What it is written from. */
export interface PersonalTelling<Data extends object = object> {
  data: Data;
  words: Words;
  shop: Shop;
  /** IANA. */
  time_zone: string;
}

/**
 * What a mail that came to us is.
 *
 * - `hard_bounce`: the address does not exist, has moved, or takes no mail at all. Another mail will not arrive.
 * - `soft_bounce`: this mail was not delivered, or not yet; the next one may be.
 * - `complaint`: its reader called our mail spam, or asked for no more.
 * - `auto_reply`: a program answered for a person: vacation, "we have received your mail".
 * - `not_a_bounce`: a person's mail, a report that all went well, or nothing we can read.
 */
export type ReturnedKind = (typeof returned_kinds)[number];
export const returned_kinds = [
  'hard_bounce',
  'soft_bounce',
  'complaint',
  'auto_reply',
  'not_a_bounce',
] as const;

/** Why a mail was not delivered, as far as that changes what a person would do about it. */
export type BounceReason =
  // The address is no good.
  | 'no_such_mailbox'
  | 'no_such_domain'
  | 'moved'
  | 'accepts_no_mail'
  // The mailbox cannot take it now.
  | 'mailbox_full'
  | 'mailbox_disabled'
  // This mail, or we, are not wanted.
  | 'too_large'
  | 'content_refused'
  | 'sender_refused'
  | 'refused_after_reading'
  // Somebody says that the address does not exist, but not as its server's answer to it.
  | 'perhaps_no_such_mailbox'
  | 'too_many'
  // Something between us is broken.
  | 'unreachable'
  | 'server_error'
  | 'unknown';

const hard: ReadonlySet<BounceReason> = new Set([
  'no_such_mailbox',
  'no_such_domain',
  'moved',
  'accepts_no_mail',
]);

export function isHard(reason: BounceReason): boolean {
  return hard.has(reason);
}

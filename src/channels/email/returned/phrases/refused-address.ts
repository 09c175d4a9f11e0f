import type { Phrases } from './phrase.ts';

/**
 * Said of an address that does not exist, and now and then of a mailbox that will not have this mail: believed where
 * neither other words nor the code give a reason.
 */
export const ADDRESS_REFUSED: readonly Phrases[] = [
  {
    reason: 'no_such_mailbox',
    phrases: `
      mailbox|recipient|account|address unavailable
      mailbox|account|recipient|address not|is|isn't available|unavailable, mailbox ... unavailable
      {recipient} rejected|denied|refused, {recipient} is|was|were|has been rejected|denied|refused
      {recipient} ... denied, rejected {recipient}, recipient|user ... not ok|accepted|allowed
      {recipient} not accepted|allowed|permitted, name not allowed, not allowed recipient, allowed recipients
      can't accept user, recipient address rejected: access denied, recipient address rejected.
      undeliverable address, address error, not email addresses, is not local, no valid recipients
      unknown address error, destination server rejected recipients`,
  },
];

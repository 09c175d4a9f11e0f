import { type MailPart, partsOf } from '../../../lib/mime/index.ts';

/**
 * What of a forwarded message may hold a code or a Message-ID of ours: every text in the mail, and the ids of the
 * messages attached to it. What the mail itself says it answers is left out: a program copies that from a forged
 * message, and nobody has seen it.
 */
export function evidenceIn(mail: MailPart): string[] {
  const parts = [...partsOf(mail, true)];
  const attached = parts.filter((part) => part !== mail).flatMap(({ header }) => header.all('message-id'));
  return [
    ...parts.map(({ text }) => text.trim()),
    ...attached,
    // Thunderbird, of a message that is forwarded in the text.
    ...mail.header.all('x-forwarded-message-id'),
  ].filter((text) => text !== '');
}

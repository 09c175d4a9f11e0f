import { type Header, type MailPart, partsOf, readHeaderText } from '../../../lib/mime/index.ts';
import { type ReportedRecipient, readDeliveryStatus } from './delivery-status.ts';
import { divideQuoted } from './quoted-original.ts';

/** What a mail says about another one: read, not judged. */
export interface Report {
  /** Told in the fields of RFC 3464. */
  recipients: readonly ReportedRecipient[];
  /** Told in words, for people; without the mail that is sent back. */
  said: string;
  /** What is sent back of the mail it is about: its header, often with its body. */
  original: { header: Header; text: string } | null;
}

const said_length_max = 64 * 1024;

export function readReport(mail: MailPart): Report {
  let said = '';
  let status = '';
  let original: Report['original'] = null;
  for (const part of partsOf(mail)) {
    const { type } = part.content_type;
    const inside = part.parts[0];
    if (type === 'message/rfc822' || type === 'message/global') {
      original ??= inside ? { header: inside.header, text: inside.text } : null;
    } else if (type === 'text/rfc822-headers' || type === 'message/global-headers') {
      original ??= originalOf(part.text);
    } else if (type === 'message/delivery-status' || type === 'message/global-delivery-status') {
      status += `\n${part.text}\n`;
    } else if (part.text !== '') {
      const divided = divideQuoted(part.text);
      said = `${said}\n${divided.said}`.slice(0, said_length_max);
      if (divided.quoted !== '') original ??= originalOf(divided.quoted);
    }
  }
  // Where the report is no part of its own its fields stand in the words.
  const recipients = readDeliveryStatus(status);
  return { recipients: recipients.length > 0 ? recipients : readDeliveryStatus(said), said, original };
}

/** The first header in a text that a mail system put there as it was, perhaps behind `>`. */
function originalOf(text: string): Report['original'] {
  const lines = text.split('\n').map((line) => line.replace(/^(> ?)+/, ''));
  const begin = lines.findIndex((line) => /^[a-z][a-z0-9-]{1,40}[ \t]*:/i.test(line));
  if (begin < 0) return null;
  return { header: readHeaderText(lines.slice(begin).join('\n')), text };
}

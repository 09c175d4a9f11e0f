import { enhancedStatusIn } from './enhanced-status.ts';

/** What a mail system reports of one recipient (RFC 3464, section 2.3). Nothing is checked: '' where nothing is said. */
export interface ReportedRecipient {
  address: string;
  action: string;
  status: string;
  diagnostic: string;
}

const recipients_max = 50;
const known =
  /^(original-recipient|final-recipient|action|status|diagnostic-code|remote-mta|last-attempt-date|x-actual-recipient|x-display-name)[ \t]*:(.*)$/i;

/**
 * Reads the recipients out of a delivery status, wherever in a mail it stands: mail systems that break MIME leave the
 * fields in the middle of a text, and some leave out the empty lines between the recipients.
 */
export function readDeliveryStatus(text: string): ReportedRecipient[] {
  const found: Map<string, string>[] = [];
  let fields = new Map<string, string>();
  let last = '';
  for (const line of text.split('\n')) {
    const field = known.exec(line);
    if (field) {
      last = field[1]!.toLowerCase();
      // The same field again is the next recipient's.
      if (fields.has(last) && last !== 'diagnostic-code') fields = new Map();
      if (fields.size === 0) found.push(fields);
      fields.set(last, [fields.get(last), field[2]!.trim()].filter(Boolean).join(' '));
    } else if (last !== '' && continues(line, last, fields)) {
      fields.set(last, `${fields.get(last)} ${line.trim()}`);
    } else {
      last = '';
      if (line.trim() === '') fields = new Map();
    }
    if (found.length > recipients_max) break;
  }
  return found.map(recipientOf).filter(({ action, status }) => action !== '' || status !== '');
}

/** A folded line; and, though the rule is broken, an SMTP reply that goes on at the beginning of the next line. */
function continues(line: string, name: string, fields: ReadonlyMap<string, string>): boolean {
  if (/^[ \t]+\S/.test(line)) return true;
  return (
    name === 'diagnostic-code' &&
    /\S/.test(line) &&
    !/^(--|[\w-]+:)/.test(line) &&
    (fields.get(name)?.length ?? 0) < 2_000
  );
}

function recipientOf(fields: ReadonlyMap<string, string>): ReportedRecipient {
  const value = (name: string): string => (fields.get(name) ?? '').slice(0, 4_000);
  const address = value('final-recipient') || value('original-recipient') || value('x-actual-recipient');
  return {
    address: address.replace(/^[\w-]{1,20}\s*;\s*/, '').replace(/^<|>.*$/g, ''),
    action: /^[a-z]+/.exec(value('action').toLowerCase())?.[0] ?? '',
    status: enhancedStatusIn(value('status')) ?? '',
    diagnostic: value('diagnostic-code').replace(/^[\w-]{1,20}\s*;\s*/, ''),
  };
}

import type { Secrets } from '../../../lib/secrets.ts';
import { readReturnAddress } from '../returned/return-path.ts';

/** Whom a mail to us is for. Anybody else is refused at the door: we carry nobody's mail, and bounce nothing. */
export type Recipient =
  /** An answer to one mail of ours: by a mail system (`bounce`), by its reader (`reply`). */
  | { use: 'bounce' | 'reply'; notification_id: string }
  /** For a person: the address our mails are from, and those everybody must have (RFC 2142). */
  | { use: 'person' }
  /** For who wants to know whether a message is ours: answered, and for a person too. */
  | { use: 'verify' };

export interface OurAddresses {
  secrets: Secrets;
  /** Where what comes back is addressed to. */
  domain: string;
  /** The sender of our mails, without its name. */
  sender: string;
}

const verify = 'verify';
const for_a_person = new Set(['postmaster', 'abuse', 'reply']);

/** Null: nobody of ours. */
export function recipientOf({ secrets, domain, sender }: OurAddresses, address: string): Recipient | null {
  const plain = address.trim().toLowerCase();
  // RFC 5321, section 4.5.1: Postmaster needs no domain.
  if (plain === sender.toLowerCase() || plain === 'postmaster') return { use: 'person' };
  const at = plain.lastIndexOf('@');
  if (at < 1 || plain.slice(at + 1) !== domain) return null;
  const local_part = plain.slice(0, at);
  if (local_part === verify) return { use: 'verify' };
  if (for_a_person.has(local_part)) return { use: 'person' };
  return readReturnAddress(secrets, local_part);
}

/** Where people forward what they doubt. */
export function verifyAddress(domain: string): string {
  return `${verify}@${domain}`;
}

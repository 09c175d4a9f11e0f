import type { Secrets } from '../../lib/secrets.ts';
import { sign, verify } from '../../lib/signed.ts';
import type { NotificationType } from '../../modules/notifications/index.ts';

const purpose = 'unsubscribe';

/** What who follows the link no longer wants: one type of message, by e-mail. */
export interface Unsubscription {
  /** `customer:<id>`, `order:<number>` (a guest), `seller:<id>` */
  person: string;
  type: string;
}

/** `/unsubscribe/<token>`: nobody can guess it, and it never expires, since the wish behind it does not. */
export function unsubscribePath(secrets: Secrets, wish: Unsubscription): string {
  return `/unsubscribe/${tokenOf(secrets, wish)}`;
}

/** Null when we did not write it. */
export function readUnsubscription(secrets: Secrets, token: string): Unsubscription | null {
  const parts = /^(\S+) (.+)$/.exec(verify(secrets, purpose, token) ?? '');
  return parts && { type: parts[1]!, person: parts[2]! };
}

/** The wish in a mail to us whose subject is the one our header asks for; null: it is an ordinary mail. */
export function unsubscriptionIn(secrets: Secrets, subject: string): Unsubscription | null {
  const token = /^\s*unsubscribe\s+(\S+)\s*$/i.exec(subject)?.[1];
  return token === undefined ? null : readUnsubscription(secrets, token);
}

interface Offered {
  secrets: Secrets;
  wish: Unsubscription;
  /** How readers reach this installation, no trailing slash. */
  public_url: string;
  /** The address that reads what is written to it. */
  address: string;
}

/**
 * How a mail program offers to end such mails (RFC 2369), none for what law or contract demands. One click without a
 * question (RFC 8058) is for promotional ones alone: a mail server that tries links must not silence news of an order.
 */
export function unsubscribeHeaders(
  type_class: NotificationType['class'],
  { secrets, wish, public_url, address }: Offered,
): Record<string, string> {
  if (type_class === 'mandatory') return {};
  const token = tokenOf(secrets, wish);
  const page = `<${public_url}/unsubscribe/${token}>`;
  const offered = { 'List-Unsubscribe': `${page}, <mailto:${address}?subject=unsubscribe%20${token}>` };
  const one_click = type_class === 'promotional' && public_url.startsWith('https:');
  return one_click ? { ...offered, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : offered;
}

function tokenOf(secrets: Secrets, { person, type }: Unsubscription): string {
  return sign(secrets, purpose, `${type} ${person}`);
}

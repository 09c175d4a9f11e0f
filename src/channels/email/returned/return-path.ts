import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret, Secrets } from '../../../lib/secrets.ts';

/**
 * The addresses our mails are answered at: one for mail systems (the envelope's sender, VERP) and one for people
 * (Reply-To). What stands behind the `+` is the notification's id and a code that only we can make, in hexadecimal:
 * mail servers on the way write addresses in small letters, or in capitals.
 */
const purpose = 'mail-return';
const id_length = 24;
/** 80 bits: each guess costs a conversation. */
const code_length = 20;

/** What an address of ours is for. */
export type AddressUse = 'bounce' | 'reply';

/** Of a notification's mails, for one use; null when its id is none of 24 hexadecimal digits. */
export function returnAddress(
  secrets: Secrets,
  domain: string,
  use: AddressUse,
  notification_id: string,
): string | null {
  if (!/^[0-9a-f]{24}$/.test(notification_id)) return null;
  return `${use}+${notification_id}${codeOf(secrets.current, notification_id)}@${domain}`;
}

/** What an address of ours says; null when we did not write it. @param local_part what stands before the @ */
export function readReturnAddress(
  secrets: Secrets,
  local_part: string,
): { use: AddressUse; notification_id: string } | null {
  const match = /^(bounce|reply)\+([0-9a-f]{24})([0-9a-f]{20})$/i.exec(local_part);
  if (!match) return null;
  const [, use, id, code] = match.map((part) => part.toLowerCase());
  const given = Buffer.from(code!);
  const ours = secrets.all.some((secret) => timingSafeEqual(Buffer.from(codeOf(secret, id!)), given));
  return ours ? { use: use as AddressUse, notification_id: id! } : null;
}

/** The first address of ours in a text (a header that was sent back), whatever stands around it. */
export function returnAddressIn(
  secrets: Secrets,
  text: string,
): { use: AddressUse; notification_id: string } | null {
  // Some mail systems write `+` as they do in links, and SRS puts the address into another one.
  const pattern = new RegExp(
    `(bounce|reply)(?:\\+|%2b)([0-9a-f]{${id_length + code_length}})(?![0-9a-f])`,
    'gi',
  );
  for (const [, use, token] of text.slice(0, text_length_max).matchAll(pattern)) {
    const read = readReturnAddress(secrets, `${use}+${token}`);
    if (read) return read;
  }
  return null;
}

const text_length_max = 64 * 1024;

function codeOf(secret: Secret, notification_id: string): string {
  return createHmac('sha256', secret.key(purpose))
    .update(notification_id)
    .digest('hex')
    .slice(0, code_length);
}

import type { Secrets } from '../../lib/secrets.ts';
import { sign, verify } from '../../lib/signed.ts';

const purpose = 'order-link';
/** Long enough for a mail read after the holidays; the page behind an old link says how to get in without it. */
export const link_days = 14;

/** What a link in a mail says, once we know that we wrote it. */
export interface OrderLink {
  number: string;
  /** `contacts.access_epoch` when it was written: raising that number revokes every link and session. */
  access_epoch: number;
  expires_at_ms: number;
}

/**
 * The address every mail links to, without the host: `/o/<token>`. Behind it stands a page with one button,
 * which opens a session by POST: the token is in no address after that.
 */
export function signLink(secrets: Secrets, order: Omit<OrderLink, 'expires_at_ms'>, now_ms: number): string {
  const expires_at_s = Math.ceil(now_ms / 1000) + link_days * 86_400;
  return `/o/${sign(secrets, purpose, `${expires_at_s} ${order.access_epoch} ${order.number}`)}`;
}

/** Null when we did not write it. An expired one is answered: only who asks can tell what to do about it. */
export function readLink(secrets: Secrets, token: string): OrderLink | null {
  const payload = verify(secrets, purpose, token);
  const parts = payload === null ? null : /^(\d+) (\d+) (.+)$/.exec(payload);
  if (!parts) return null;
  return { number: parts[3]!, access_epoch: Number(parts[2]), expires_at_ms: Number(parts[1]) * 1000 };
}

import { hash } from 'node:crypto';

/** The headers that make an order's mails one conversation, and each of them one mail whatever is repeated. */
export interface Thread {
  /** Same for every try of a notification: a repeat is folded by mail clients. */
  message_id: string;
  in_reply_to: string;
  references: string;
  /** RFC 3834: no vacation answers, please. */
  headers: Record<string, string>;
}

/**
 * `about`: the number of the order, or the person of a digest.
 *
 * Every mail of an order answers one and the same first mail that was never sent: mails then share a thread in
 * whatever order, and with whichever missing, they arrive. The host is that of our sender: it outlives a move.
 */
export function threadOf(notification_id: string, about: string, mail_from: string): Thread {
  const host = hostOf(mail_from);
  // An order number may hold what a Message-ID must not.
  const root = `<order-${hash('sha256', about, 'hex').slice(0, 24)}@${host}>`;
  return {
    message_id: `<${notification_id}.email@${host}>`,
    in_reply_to: root,
    references: root,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** `Shop <orders@shop.example>` -> `shop.example`. */
function hostOf(mail_from: string): string {
  return /@([^@<>\s]+)>?\s*$/.exec(mail_from)?.[1]?.toLowerCase() ?? 'tidings.invalid';
}

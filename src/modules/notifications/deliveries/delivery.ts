import type { PersonalMessage } from '../personal/type.ts';

/**
 * A delivery is one notification on one channel. Its life: waiting -> sending -> sent, suppressed or failed. One that
 * goes into a digest is held until that leaves.
 */
export type DeliveryStatus = 'waiting' | 'sending' | 'sent' | 'suppressed' | 'failed' | 'held';

export interface DeliveryKey {
  subject_key: string;
  notification_id: string;
  channel: string;
}

/** A notification as a channel needs it to write the message. No personal data: that is read when it is sent. */
export interface Notification {
  subject_key: string;
  id: string;
  order_number: string | null;
  fact_version: number | null;
  type: string;
  audience: string;
  /** 'customer' or a seller's id. */
  recipient: string;
  locale: string;
  /** 1 most urgent .. 9. */
  importance: number;
  data: unknown;
  /** RFC 3339 UTC. */
  created_at: string;
  /** Of a message about no order: what it is written from, read when it is sent; null: erased by then. */
  personal?: PersonalMessage | null;
}

/** A delivery this process may send until the lease runs out. */
export interface ClaimedDelivery {
  notification: Notification;
  channel: string;
  /** Whose wishes count: `customer:<id>`, `order:<number>` (a guest), `seller:<id>`. */
  person: string;
  /** When it became due. */
  due_at_ms: number;
  /** This try included. Names the claim: a result of an older one is not recorded over a newer one. */
  attempts: number;
  /** Set when an earlier try got as far as having one. */
  message_id: string | null;
  /** How often a person asked for it again after it had been sent. */
  resends: number;
  cause: DeliveryCause | null;
}

/**
 * Why a delivery is in the line other than by its fact. `asked`: a person had it sent again, so it leaves whatever
 * the hour. `fallback`: another channel could not carry a mandatory one, so it cannot be switched off here.
 */
export type DeliveryCause = 'asked' | 'fallback';

/**
 * Why the time of a delivery has not come: quiet hours, the digest it leaves in, or a channel that its reader
 * prefers and that has not answered yet.
 */
export type HeldFor = 'quiet_hours' | 'digest' | 'other_channel';

/** What was sent, word for word. Personal: kept compressed, with a retention, erased with its subject. */
export interface SentMessage {
  to: string;
  subject: string;
  headers: Record<string, string>;
  html: string;
  text: string;
}

/** What became of one claimed delivery. */
export interface DeliveryResult extends DeliveryKey {
  type: string;
  /** Of the claim. */
  attempts: number;
  status: Exclude<DeliveryStatus, 'sending'>;
  /** The try did not count: nobody was there to take the message. */
  given_back: boolean;
  /** Waiting: when to try next. Settled: now. */
  due_at_ms: number;
  last_error: string | null;
  held_for: HeldFor | null;
  /** The digest it leaves in, and whose that is. */
  digest: { id: string; person: string } | null;
  message_id: string | null;
  message: SentMessage | null;
}

export const importance_levels = 9;

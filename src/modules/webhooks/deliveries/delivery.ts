import type { ToldFact } from '../message.ts';

/** A message to one endpoint. Its life: waiting -> sending -> delivered, or failed when it has been tried enough. */
export const webhook_statuses = ['waiting', 'sending', 'delivered', 'failed'] as const;
export type WebhookStatus = (typeof webhook_statuses)[number];

export interface WebhookKey {
  order_number: string;
  fact_version: number;
  endpoint: string;
}

/** One try, as the log of a delivery keeps it. */
export interface Try {
  /** RFC 3339 UTC. */
  at: string;
  /** Null: there was no answer. */
  http_status: number | null;
  /** Why it was no success: a code, perhaps with the system's own word for it. Never what the receiver wrote. */
  error: string | null;
  duration_ms: number;
}

/** A delivery this process may send until its lease runs out. */
export interface ClaimedWebhook extends WebhookKey {
  /** webhook-id. */
  id: string;
  url: string;
  /** Whose endpoint it is; null: the shop's. */
  seller: string | null;
  /** Newest first. */
  secrets: Buffer[];
  /** What it is about; null: it is not there, which cannot be. */
  fact: ToldFact | null;
  /** This try included. */
  attempts: number;
  created_at: Date;
  /** Names the claim: a result is not recorded over a newer one. */
  lease_until: Date;
}

/**
 * What became of a try.
 *
 * - `delivered`: 2xx.
 * - `refused`: any other answer; tried again.
 * - `throttled`: it has too much to do (429, or 503 with Retry-After); tried again, and the try does not count.
 * - `gone`: 410. It wants nothing any more.
 * - `unreachable`: no answer, or not in time; tried again.
 * - `unready`: what it is made from cannot be read now; tried again, and the try does not count.
 * - `unwritten`: the message could not be made, by a mistake of ours; tried again.
 * - `given_up`: we were told to stop; tried again by another process, and the try does not count.
 */
export type TryOutcome =
  | 'delivered'
  | 'refused'
  | 'throttled'
  | 'gone'
  | 'unreachable'
  | 'unready'
  | 'unwritten'
  | 'given_up';

/** What became of one claimed delivery. */
export interface WebhookResult extends WebhookKey {
  lease_until: Date;
  outcome: TryOutcome;
  status: Exclude<WebhookStatus, 'sending'>;
  /** Waiting: when to try next. Settled: now. */
  due_at_ms: number;
  /** The try did not count. */
  given_back: boolean;
  /** What the log keeps; null: the receiver was not reached for. */
  tried: Try | null;
  /** The whole endpoint asked to be left alone until then. */
  throttled_until_ms: number | null;
}

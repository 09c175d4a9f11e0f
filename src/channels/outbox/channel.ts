import type {
  ClaimedDelivery,
  HeldFor,
  SentMessage,
} from '../../modules/notifications/deliveries/delivery.ts';

/**
 * What became of one try.
 *
 * - `sent`: the provider has taken responsibility for it. Without a message no copy is kept.
 * - `suppressed`: there is nobody to send to; never tried again by itself.
 * - `refused`: the provider will never take this message.
 * - `later`: not this message, not now. Tried again after a pause, a bounded number of times.
 * - `unknown`: the connection was lost before the answer; it may have arrived. Like `later`, with the same id.
 * - `away`: nobody was there, whatever the message. The try does not count.
 * - `unwritten`: the message could not be made, by a mistake of ours. Like `later`.
 * - `held`: its reader does not want it at this hour, or rather elsewhere; it waits. The try does not count.
 * - `gathered`: its reader wants it in the digest of that moment.
 * - `unready`: what it is made from cannot be read at the moment, or nothing is free to carry it. The try does not
 *   count.
 *
 * `error` says why without naming anybody: it is stored and shown.
 */
export type Outcome =
  | { kind: 'sent'; message_id: string; message: SentMessage | null }
  | { kind: 'suppressed'; error: string }
  | Setback
  | { kind: 'held'; until_ms: number; held_for: HeldFor }
  | { kind: 'gathered'; at_ms: number; digest: { id: string; person: string } }
  | { kind: 'unwritten' | 'unready'; error: string };

/** What a provider may do instead of taking a message. */
export interface Setback {
  kind: 'refused' | 'later' | 'unknown' | 'away';
  error: string;
  message_id?: string;
  /** Of `later` and `unknown`: how long the provider asks to be left alone, when it says so. */
  retry_after_ms?: number;
}

/** Whether the outcome tells anything about the provider: some messages never get that far. */
export function reachedProvider({ kind }: Outcome): boolean {
  return !['suppressed', 'unwritten', 'unready', 'held', 'gathered'].includes(kind);
}

/** A way to reach people. One per kind of channel; its provider is chosen at the start. */
export interface Channel {
  name: string;
  /** How many messages it can have on their way at once. */
  concurrency: number;
  /**
   * Tries to deliver. Throws only when the message cannot be made, never for what a provider does. `signal` ends a
   * try that hangs.
   */
  send(delivery: ClaimedDelivery, signal: AbortSignal): Promise<Outcome>;
  close(): Promise<void>;
}

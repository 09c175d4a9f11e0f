import type { SmsSettings } from '../../config.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Objection } from '../../modules/phones/index.ts';
import type { TextProvider } from './provider.ts';

/**
 * A kind of gateway: how texts go out through it, and how what it tells us is read. One file each in providers/, and
 * a line in their index.
 */
export interface Gateway {
  /** In `/v1/channels/sms/{provider}/...`. */
  name: SmsSettings['gateway'];
  open(options: GatewayOptions): TextProvider;
  /** Whether the gateway sent this request. */
  verify(request: GatewayRequest, settings: SmsSettings): boolean;
  /** A text that somebody sent to us. Null: it is none. */
  readMessage(request: GatewayRequest): InboundText | null;
  /** What became of a text of ours. Null: nothing that is final, or not one of ours. */
  readReport(request: GatewayRequest): TextReport | null;
  /** The answer to a text: `reply` goes back to its sender, null sends nothing. */
  answer(reply: string | null): { body?: unknown; headers?: Record<string, string> };
  /** It answers these wishes to their sender itself. */
  replies_itself: readonly string[];
}

export interface GatewayOptions {
  settings: SmsSettings;
  clock: Clock;
  /** Where it reports what became of a text; null: it is not asked to. */
  reportUrl(message_id: string): string | null;
}

/** What a gateway sent to us. */
export interface GatewayRequest {
  /** As the gateway called it: PUBLIC_URL, path and query. */
  url: string;
  query: URLSearchParams;
  headers: Headers;
  raw: Uint8Array;
  now_ms: number;
}

export interface InboundText {
  /** The gateway's id of it: the same when it is delivered again. */
  id: string | null;
  from: string;
  text: string;
}

export interface TextReport {
  message_id: string;
  kind: 'delivered' | 'failed';
  /** A code and words, never a number. */
  error: string | null;
  /** E.164; null: it does not say. */
  to: string | null;
  objection: Objection | null;
}

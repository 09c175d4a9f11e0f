import type { Setback } from '../outbox/channel.ts';

/** A mail as it leaves: everything a provider needs and nothing it has to look up. */
export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Beside From, To, Subject, Message-ID, Date and the MIME headers, which the provider makes. */
  headers: Record<string, string>;
  /** With its angle brackets. The same on every try. */
  message_id: string;
  /** Where mail systems report to when it cannot be delivered; '': to nobody; absent or null: to its sender. */
  return_path?: string | null;
  /** What it is about: lets the development inbox filter. Not sent. */
  about: { subject_key: string; order_number: string | null; type: string };
}

export type ProviderOutcome = Setback | { kind: 'sent' } | { kind: 'unready'; error: string };

/** Who carries mail away: a mail server, or the development inbox. */
export interface MailProvider {
  concurrency: number;
  deliver(mail: Mail, signal: AbortSignal): Promise<ProviderOutcome>;
  close(): Promise<void>;
}

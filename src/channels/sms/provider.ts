import type { Objection } from '../../modules/phones/index.ts';
import type { Setback } from '../outbox/channel.ts';

/** A text as it leaves. */
export interface Text {
  /** E.164. */
  to: string;
  body: string;
  /** The same on every try; a report about it names it. */
  message_id: string;
  /** A try before this one failed: what it did is not always known. */
  again: boolean;
  /** What it is about: lets the development inbox filter. Not sent. */
  about: { subject_key: string; order_number: string | null; type: string; subject: string };
}

export type TextOutcome =
  | { kind: 'sent'; provider_id: string | null }
  | (Setback & {
      /** What the refusal says about the number itself. */
      objection?: Objection;
    });

/** Who carries texts away: a gateway, or the development inbox. */
export interface TextProvider {
  concurrency: number;
  /**
   * Whether a text whose answer was lost may be handed over again: the gateway knows its id, or can be asked. Where it
   * may not, a second lost answer is the end of it.
   */
  repeats_safely: boolean;
  deliver(text: Text, signal: AbortSignal): Promise<TextOutcome>;
  close(): Promise<void>;
}

/**
 * What a notification says, before a channel gives it a shape. All of it is plain text in the reader's language:
 * a channel escapes what it puts into HTML.
 */
export interface Message {
  /** What happened to what: "Delayed: Second book, now 1 August - 10 September". One line. */
  subject: string;
  /** The state in a word or two, above the headline. */
  label: string;
  tone: Tone;
  /** The fact, with its date in words. */
  headline: string;
  /** The reason, and what to do. The first is also the preview in a list of mails. */
  sentences: string[];
  sections: Section[];
  /** What a text message or a lock screen adds to the subject, the most important first; absent: nothing. */
  brief?: string[];
}

/** `good`: it is on its way or there. `late`: it needs attention. `quiet`: it is off. The label says it too. */
export type Tone = 'good' | 'late' | 'quiet';

export type Section =
  /** `even`: none is put before the others; a choice must not be nudged. */
  | { kind: 'actions'; actions: Action[]; even: boolean }
  | { kind: 'items'; heading: string; items: Item[]; more: string | null }
  | { kind: 'figures'; heading: string; figures: Figure[] }
  | { kind: 'lines'; heading: string; lines: string[] };

export interface Action {
  label: string;
  url: string;
}

export interface Item {
  title: string;
  image_url: string | null;
  /** How many, at which price. */
  detail: string;
  amount: string | null;
  /** When it comes, or what became of it. */
  note: string | null;
  action: Action | null;
}

export interface Figure {
  label: string;
  value: string;
  /** The sum of those above it. */
  strong: boolean;
}

/** Something in the shop's folder that is not used, and why. Ours is said in its place. */
export interface OverrideProblem {
  /** Within the folder: "locales/en/mail.json", "templates/order_confirmed.liquid". */
  file: string;
  /** The word or words of the file; null: all of it. */
  key: string | null;
  /** One sentence for who wrote the file. */
  reason: string;
}

/** An error as the end of such a sentence. One line: parsers quote the text they were given. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').slice(0, reason_length_max);
}

/** Parsers quote whole lines. */
const reason_length_max = 300;

/** Reading JSON whose types nobody guarantees. Nothing here throws, whatever comes in. */

/** Longer texts are cut: a buyer reads a line, and a stranger must not fill the database. */
const text_length_max = 500;
/** Codes are compared and reported, never shown. */
const code_length_max = 100;

/** The value of a key; undefined when `of` is no object or does not have the key itself. */
export function field(of: unknown, name: string): unknown {
  if (typeof of !== 'object' || of === null || !Object.hasOwn(of, name)) return undefined;
  return (of as Record<string, unknown>)[name];
}

/** The items of a list; anything else is an empty one. */
export function items(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * A text one can store and show: trimmed, cut, without control characters and broken surrogates, which
 * PostgreSQL refuses. Null for everything else, and for the empty texts and the "null" that some senders write.
 */
export function text(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const readable = value
    .slice(0, text_length_max)
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
  return readable === '' || readable === 'null' ? null : readable;
}

/** A code of a closed list. */
export function code(value: unknown): string | null {
  return text(value)?.slice(0, code_length_max) ?? null;
}

/** The texts that are there, one after the other: a place out of its parts. */
export function joined(parts: unknown[]): string | null {
  const texts = parts.map(text).filter((part) => part !== null);
  return texts.length === 0 ? null : texts.join(', ');
}

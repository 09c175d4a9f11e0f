/** Controls and ends of lines. */
const breaks = /[\p{Cc}\u2028\u2029]+/gu;
/** Soft hyphens, zero-width characters, marks that turn the direction of writing, annotations, tags. */
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd\u{e0000}-\u{e007f}]/gu;
/** A joiner anywhere but between two pictures. */
const loose_joiner =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
const heap_of_accents = /(\p{M}{2})\p{M}+/gu;

/** One line of what can be seen: of what somebody else wrote, nothing else belongs in a text message. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(breaks, ' ')
    .replace(invisible, '')
    .replace(loose_joiner, '')
    .replace(heap_of_accents, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

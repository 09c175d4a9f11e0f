import { gsm_positions, isGsm } from './alphabet.ts';

/** How a text travels, and what it costs: operators charge each segment as a message. */
export interface Measure {
  alphabet: 'gsm' | 'ucs2';
  /** Septets, or UTF-16 units. */
  length: number;
  segments: number;
  /** How many more fit into the last segment. */
  left: number;
}

/** 140 bytes hold 160 septets or 70 units; six bytes less when a header says which part of how many it is. */
const alphabets = {
  gsm: { single: 160, part: 153 },
  ucs2: { single: 70, part: 67 },
} as const;

/** Neither an escaped character nor a surrogate pair is torn: what does not fit goes into the next segment whole. */
export function measure(text: string): Measure {
  const alphabet = isGsm(text) ? 'gsm' : 'ucs2';
  const widthOf = (character: string): number =>
    alphabet === 'gsm' ? gsm_positions.get(character)! : character.length;
  const widths = Array.from(text, widthOf);
  const length = widths.reduce((sum, width) => sum + width, 0);
  const { single, part } = alphabets[alphabet];
  if (length <= single) return { alphabet, length, segments: 1, left: single - length };
  let segments = 1;
  let filled = 0;
  for (const width of widths) {
    if (filled + width > part) {
      segments += 1;
      filled = 0;
    }
    filled += width;
  }
  return { alphabet, length, segments, left: part - filled };
}

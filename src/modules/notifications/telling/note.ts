import { oneLine } from '../../../lib/one-line.ts';
import type { Section } from '../message.ts';
import type { Telling } from '../type.ts';

const note_line_length_max = 200;
const note_lines_max = 12;

/**
 * What a person wrote with it, in their words and their language; nothing when nobody did.
 * @param heading who wrote it: by default a person of the shop
 */
export function noteSection({ note, words }: Telling, heading = 'mail.note'): Section[] {
  const lines = (note ?? '').split(/[\r\n]+/).flatMap((line) => {
    const text = oneLine(line, note_line_length_max);
    return text === '' ? [] : [text];
  });
  if (lines.length === 0) return [];
  return [{ kind: 'lines', heading: words.say(heading), lines: lines.slice(0, note_lines_max) }];
}

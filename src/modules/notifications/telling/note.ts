import { oneLine } from '../../../lib/one-line.ts';
import type { Section } from '../message.ts';
import type { Telling } from '../type.ts';

const note_line_length_max = 200;
const note_lines_max = 12;

/** What a person of the shop wrote with it, in their words and their language; nothing when nobody did. */
export function noteSection({ note, words }: Telling): Section[] {
  const lines = (note ?? '').split(/[\r\n]+/).flatMap((line) => {
    const text = oneLine(line, note_line_length_max);
    return text === '' ? [] : [text];
  });
  if (lines.length === 0) return [];
  return [{ kind: 'lines', heading: words.say('mail.note'), lines: lines.slice(0, note_lines_max) }];
}

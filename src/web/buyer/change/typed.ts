import { oneLine } from '../../../lib/one-line.ts';
import type { Fields } from '../help/forms.ts';

/** As the API takes them: longer stands on no label. */
export const field_length_max = 200;

/** What somebody typed into a field: one line, without the spaces a phone adds; null: nothing. */
export function typed(fields: Fields, name: string): string | null {
  const text = oneLine(fields[name] ?? '', field_length_max).trim();
  return text === '' ? null : text;
}

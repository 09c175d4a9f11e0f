import { oneLine } from '../../lib/one-line.ts';
import type { LineView } from './view.ts';

/** What a line is called to its buyer, in one line. A title of which nothing can be seen is no title. */
export function titleOf(
  { title, sku, id }: Pick<LineView, 'title' | 'sku' | 'id'>,
  length_max: number,
): string {
  return oneLine(title, length_max) || oneLine(sku, length_max) || id;
}

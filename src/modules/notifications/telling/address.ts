import { oneLine } from '../../../lib/one-line.ts';
import { addressLines } from '../../order-view/index.ts';
import type { Section } from '../message.ts';
import type { Telling } from '../type.ts';

const address_line_length_max = 120;

/** Where it goes, line by line as on the order's page; nothing when the buyer's data were erased. */
export function addressSection({ order, words }: Telling): Section[] {
  const { ship_to } = order;
  const point = ship_to.pickup_point && words.say('mail.pickup_point', { code: ship_to.pickup_point });
  const lines = addressLines(words, { ...ship_to, pickup_point: point });
  // The country is kept: it is in the facts.
  if (lines.length <= 1) return [];
  const shortened = lines.map((line) => oneLine(line, address_line_length_max));
  return [{ kind: 'lines', heading: words.say('mail.going_to'), lines: shortened }];
}

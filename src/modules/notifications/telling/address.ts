import { oneLine } from '../../../lib/one-line.ts';
import type { Section } from '../message.ts';
import type { Telling } from '../type.ts';

const address_line_length_max = 120;

/** Where it goes, as it is written on a parcel; nothing when the buyer's data were erased. */
export function addressSection({ order, words }: Telling): Section[] {
  const { ship_to } = order;
  const town = ship_to.region
    ? [[ship_to.city, ship_to.region].filter(Boolean).join(', '), ship_to.postal_code]
    : [ship_to.postal_code, ship_to.city];
  const lines = [
    ship_to.name,
    ship_to.pickup_point && words.say('mail.pickup_point', { code: ship_to.pickup_point }),
    ship_to.line1,
    ship_to.line2,
    town.filter(Boolean).join(' '),
  ].flatMap((line) => (line ? [oneLine(line, address_line_length_max)] : []));
  if (lines.length === 0) return [];
  lines.push(words.country(ship_to.country));
  return [{ kind: 'lines', heading: words.say('mail.going_to'), lines }];
}

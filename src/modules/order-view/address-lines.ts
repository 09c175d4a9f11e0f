import type { Words } from '../../lib/words.ts';
import type { ShipTo } from '../orders/commands.ts';

/** An address as it is written on a parcel in its country, country last. */
export function addressLines(words: Words, to: ShipTo): string[] {
  const lines = [to.name, to.pickup_point, to.line1, to.line2, cityLine(to), words.country(to.country)];
  return lines.filter((line): line is string => Boolean(line));
}

/** Countries that write the postal code behind the city (UPU S42); most of the others write it in front. */
const CODE_BEHIND = new Set(['US', 'CA', 'AU', 'NZ', 'GB', 'IE', 'IN', 'ZA', 'SG', 'KR', 'TW', 'BR']);

function cityLine({ city, region, postal_code, country }: ShipTo): string {
  if (!CODE_BEHIND.has(country)) return inOneLine([inOneLine([postal_code, city], ' '), region], ', ');
  return inOneLine([inOneLine([city, region], ', '), postal_code], ' ');
}

function inOneLine(parts: (string | null)[], between: string): string {
  return parts.filter(Boolean).join(between);
}

import type { Words } from '../../lib/words.ts';

/** Codes that mean a state or province behind a town, and would be a country elsewhere: "Louisville, KY" is no island. */
const STATES = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(
    ' ',
  ),
);

/**
 * A scan's place as people write it: `LOUISVILLE, KY, US` is "Louisville, KY" to who lives there, and "Louisville, KY,
 * United States" to everybody else. Carriers write in capitals, and countries as codes.
 * @param home country the order goes to: it is not said
 */
export function placeName(location: string, home: string, words: Pick<Words, 'country'>): string {
  const parts = location
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const last = parts.at(-1) ?? '';
  const isCountry = /^[A-Z]{2}$/.test(last) && parts.length > 1 && !(parts.length === 2 && STATES.has(last));
  if (isCountry) {
    parts.pop();
    if (last !== home) parts.push(words.country(last));
  }
  return parts.map(calm).join(', ');
}

/** Words of four letters or more that are nothing but capitals, as a name is written; codes stay. */
function calm(part: string): string {
  if (part !== part.toUpperCase() || !/\p{Lu}{4}/u.test(part)) return part;
  return part.replace(/\p{L}+/gu, (word) => (word.length < 4 ? word : word[0] + word.slice(1).toLowerCase()));
}

import { randomBytes } from 'node:crypto';

/** Crockford's base 32 in lower case: no letter that is taken for a digit, or for another letter. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const random_characters = 16;

/** An id people can read to each other: `shp_4k7q...`, 80 random bits. */
export function newId(kind: 'shp' | 'can' | 'chg' | 'ref' | 'cas' | 'wdr'): string {
  let id = `${kind}_`;
  for (const byte of randomBytes(random_characters)) id += ALPHABET[byte & 31];
  return id;
}

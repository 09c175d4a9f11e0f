/**
 * How postal codes look where most orders go, with one that is real. Only to ask whether a mistake was made: a country
 * changes its codes more often than we hear of it, and an odd address may be the right one.
 */
const CODES: Readonly<Record<string, readonly [pattern: RegExp, example: string]>> = {
  AT: [/^\d{4}$/, '1010'],
  AU: [/^\d{4}$/, '2000'],
  BE: [/^\d{4}$/, '1000'],
  BR: [/^\d{5}-?\d{3}$/, '01310-100'],
  CA: [/^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i, 'K1A 0B1'],
  CH: [/^\d{4}$/, '8001'],
  CN: [/^\d{6}$/, '100000'],
  CZ: [/^\d{3} ?\d{2}$/, '110 00'],
  DE: [/^\d{5}$/, '10115'],
  DK: [/^\d{4}$/, '1050'],
  ES: [/^\d{5}$/, '28001'],
  FI: [/^\d{5}$/, '00100'],
  FR: [/^\d{5}$/, '75001'],
  GB: [/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, 'SW1A 1AA'],
  IE: [/^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i, 'D02 AF30'],
  IN: [/^\d{3} ?\d{3}$/, '110001'],
  IT: [/^\d{5}$/, '00118'],
  JP: [/^\d{3}-?\d{4}$/, '100-0001'],
  KZ: [/^\d{6}$/, '010000'],
  MX: [/^\d{5}$/, '06000'],
  NL: [/^\d{4} ?[A-Z]{2}$/i, '1012 AB'],
  NO: [/^\d{4}$/, '0150'],
  PL: [/^\d{2}-?\d{3}$/, '31-154'],
  PT: [/^\d{4}-?\d{3}$/, '1000-205'],
  RO: [/^\d{6}$/, '010011'],
  RU: [/^\d{6}$/, '101000'],
  SE: [/^\d{3} ?\d{2}$/, '111 20'],
  SK: [/^\d{3} ?\d{2}$/, '811 01'],
  UA: [/^\d{5}$/, '01001'],
  US: [/^\d{5}(-\d{4})?$/, '02110'],
};

/** An example of what is usual in a country, when a code looks like none of it; null: nothing to ask. */
export function unusualPostalCode(country: string, code: string | null): string | null {
  const known = CODES[country];
  if (!known || code === null) return null;
  const [pattern, example] = known;
  return pattern.test(code.trim()) ? null : example;
}

/** Countries in which an address is not complete without its state or province. */
const WITH_REGION = new Set(['US', 'CA', 'AU', 'BR', 'MX', 'IN', 'CN', 'JP']);

export function hasRegion(country: string): boolean {
  return WITH_REGION.has(country);
}

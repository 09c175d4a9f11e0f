import type { Policy } from './policy.ts';

/** Directive 2011/83 holds in the European Union and, by the EEA agreement, in Iceland, Liechtenstein and Norway. */
const COUNTRIES: ReadonlySet<string> = new Set(
  `AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK
   IS LI NO`.split(/\s+/),
);

/**
 * European Union (Directive 2011/83, article 18): what does not come when it was agreed may be given up, and is then
 * refunded within 14 days. Nobody loses a contract by saying nothing.
 */
export const eu: Policy = {
  rule: 'eu',
  applies: ({ country }) => isEuropean(country),
  withoutAnswer: () => 'wait',
};

export function isEuropean(country: string): boolean {
  return COUNTRIES.has(country);
}

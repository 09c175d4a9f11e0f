/**
 * ISO 3166-1 codes of the places whose buyers may withdraw by Directive 2011/83/EU, Articles 9 to 14: the European
 * Union, the three others of the European Economic Area, and the parts of Finland and France that have codes of
 * their own and belong to the Union (Article 355(1) and (4) of its treaty).
 */
const BY_LAW: ReadonlySet<string> = new Set([
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT'],
  ...['LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
  ...['IS', 'LI', 'NO'],
  ...['AX', 'GF', 'GP', 'MF', 'MQ', 'RE', 'YT'],
]);

/** To whom else the shop gives the same right: countries, or everybody. */
export type FurtherCountries = readonly string[] | 'all';

/** Whether the buyer of an order that goes to `country` may withdraw. */
export function hasRight(country: string, further: FurtherCountries = []): boolean {
  return BY_LAW.has(country) || further === 'all' || further.includes(country);
}

/** Every country whose buyers may withdraw. */
export function countriesWithRight(further: FurtherCountries = []): readonly string[] | 'all' {
  return further === 'all' ? 'all' : [...BY_LAW, ...further];
}

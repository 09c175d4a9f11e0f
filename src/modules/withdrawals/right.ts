import { EUROPEAN } from '../orders/jurisdictions.ts';

/** To whom else the shop gives the same right: countries, or everybody. */
export type FurtherCountries = readonly string[] | 'all';

/** Whether the buyer of an order that goes to `country` may withdraw, by articles 9 to 14 of the directive or the shop. */
export function hasRight(country: string, further: FurtherCountries = []): boolean {
  return EUROPEAN.has(country) || further === 'all' || further.includes(country);
}

/** Every country whose buyers may withdraw. */
export function countriesWithRight(further: FurtherCountries = []): readonly string[] | 'all' {
  return further === 'all' ? 'all' : [...EUROPEAN, ...further];
}

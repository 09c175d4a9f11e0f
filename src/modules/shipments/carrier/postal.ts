import { isCountry } from '../../../lib/countries.ts';
import type { NumberFormat } from './carrier.ts';
import { upuS10 } from './check-digits.ts';

const S10 = /^[A-Z]{2}\d{9}[A-Z]{2}$/;

/** UPU S10 as such: the check digit fits and the last two letters are a country. */
export function isS10(number: string): boolean {
  return S10.test(number) && isCountry(number.slice(-2)) && upuS10(number.slice(2, 10)) === number[10];
}

/** The international postal numbers of one country's post, e.g. RB123456785GB for GB. */
export function s10Of(country: string): NumberFormat {
  return {
    name: `UPU S10, ${country}`,
    shape: new RegExp(`^[A-Z]{2}\\d{9}${country}$`),
    checks: isS10,
    distinctive: true,
  };
}

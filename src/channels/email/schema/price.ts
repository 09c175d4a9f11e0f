import { memo } from '../../../lib/memo.ts';

const currencies_max = 300;

const digitsOf = memo(
  currencies_max,
  (currency) =>
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2,
);

/** 1999 USD -> `19.99`, 1999 JPY -> `1999`: how a program reads an amount. */
export function decimalOf(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

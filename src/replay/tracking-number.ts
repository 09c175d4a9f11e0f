import { upuS10 } from '../modules/shipments/carrier/check-digits.ts';

export const carrier = 'correios';

/**
 * The numbers Olist does not tell: running ones in the form of the Brazilian post, with their check digit
 * (`ZZ000000015BR`), so that everything that looks at a number has something to look at.
 */
export function trackingNumber(serial: number): string {
  const digits = String(serial).padStart(8, '0');
  return `ZZ${digits}${upuS10(digits)}BR`;
}

/**
 * The published check-digit rules of tracking numbers. Every function takes the body without its check
 * character and answers the character that belongs there. They catch typing errors; no number is ever
 * refused because of them, since carriers invent ranges faster than anybody writes them down.
 */

/** UPS and OnTrac count a letter as (ASCII - 3) mod 10; a digit is itself. */
function digitValue(character: string): number {
  const digit = character.charCodeAt(0) - 48;
  return digit >= 0 && digit <= 9 ? digit : (character.charCodeAt(0) - 3) % 10;
}

function upToTen(sum: number): string {
  return String((10 - (sum % 10)) % 10);
}

/**
 * Modulo 10 with two alternating weights: `weightOfLast` for the last character of the body, `weightOfOther`
 * for the one before it, and so on to the left. GS1 (USPS, FedEx Ground, SSCC) is 3 and 1, UPS is 2 and 1.
 */
export function modulo10(body: string, weightOfLast: number, weightOfOther: number): string {
  let sum = 0;
  for (let fromRight = 0; fromRight < body.length; fromRight++) {
    const weight = fromRight % 2 === 0 ? weightOfLast : weightOfOther;
    sum += digitValue(body[body.length - 1 - fromRight]!) * weight;
  }
  return upToTen(sum);
}

/** Luhn, as Purolator uses it: every second digit from the right doubled, and the digits of the product added. */
export function luhn(body: string): string {
  let sum = 0;
  for (let fromRight = 0; fromRight < body.length; fromRight++) {
    const digit = digitValue(body[body.length - 1 - fromRight]!);
    const value = fromRight % 2 === 0 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return upToTen(sum);
}

/** Weights 1, 3, 7 repeating from the right end, modulo 11 and then modulo 10: FedEx Express. */
export function fedexExpress(body: string): string {
  const weights = [1, 3, 7];
  let sum = 0;
  for (let fromRight = 0; fromRight < body.length; fromRight++) {
    sum += digitValue(body[body.length - 1 - fromRight]!) * weights[fromRight % 3]!;
  }
  return String((sum % 11) % 10);
}

/** The number itself modulo 7: DHL Express waybills. */
export function modulo7(body: string): string {
  return String(Number(body) % 7);
}

/** UPU S10 (the postal services' XX123456785XX): the eight digits with the weights 8 6 4 2 3 5 9 7. */
export function upuS10(eightDigits: string): string {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, index) => total + weight * digitValue(eightDigits[index]!), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return '0';
  return check === 11 ? '5' : String(check);
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ISO 7064 modulo 37,36: DPD. The check character may be a letter. */
export function iso7064Modulo37(body: string): string {
  let product = 36;
  for (const character of body) {
    const sum = (product + ALPHABET.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET[(37 - product) % 36]!;
}

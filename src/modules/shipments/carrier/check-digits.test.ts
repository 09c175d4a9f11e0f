import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fedexExpress, iso7064Modulo37, luhn, modulo7, modulo10, upuS10 } from './check-digits.ts';

describe('check digits, by the examples their publishers print', () => {
  it.each([
    ['UPS 1Z 999 AA1 01 2345 6784', modulo10('999AA1012345678', 1, 2), '4'],
    ['GS1 general specifications, 629104150021-3', modulo10('629104150021', 3, 1), '3'],
    ['ISBN-13 978-0-306-40615-7', modulo10('978030640615', 3, 1), '7'],
    ['FedEx test number 123456789012', fedexExpress('12345678901'), '2'],
    ['UPU S10 RB473124829GB', upuS10('47312482'), '9'],
    ['UPU S10, remainder 0 gives 5', upuS10('00000000'), '5'],
    ['UPU S10, remainder 1 gives 0', upuS10('00000008'), '0'],
    ['ISO 7064 A12425GABC1234002M', iso7064Modulo37('A12425GABC1234002'), 'M'],
    ['Luhn 79927398713', luhn('7992739871'), '3'],
    ['DHL 123456789 is 7 x 17636684 + 1', modulo7('123456789'), '1'],
  ])('%s', (_name, computed, expected) => {
    expect(computed).toBe(expected);
  });
});

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

describe('check digits', () => {
  const rules: [string, (body: string) => string, number][] = [
    ['GS1', (body) => modulo10(body, 3, 1), 21],
    ['Luhn', luhn, 11],
    ['UPU S10', upuS10, 8],
    ['ISO 7064', iso7064Modulo37, 14],
  ];
  it.each(rules)('%s notices every single wrong digit', (name, checkOf, length) => {
    fc.assert(
      fc.property(
        digits(length),
        fc.nat({ max: length - 1 }),
        fc.integer({ min: 1, max: 9 }),
        (body, at, by) => {
          const wrong = body.slice(0, at) + ((Number(body[at]) + by) % 10) + body.slice(at + 1);
          // S10 gives the digit 5 to two remainders, 0 and 6: those cannot be told apart.
          fc.pre(name !== 'UPU S10' || checkOf(body) !== '5');
          expect(checkOf(wrong)).not.toBe(checkOf(body));
        },
      ),
    );
  });
});

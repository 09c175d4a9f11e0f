import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proofCode, proofsIn } from './code.ts';

const id = '635369ca2c2adf16e568d1cb';
const other = '0000000000000001e568d1cb';

test('a code is found again in whatever way it is written', () => {
  const hexadecimal = fc.string({
    unit: fc.constantFrom(...'0123456789abcdef'),
    minLength: 24,
    maxLength: 24,
  });
  fc.assert(
    fc.property(hexadecimal, (any) => {
      const code = proofCode(any);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      const hasty = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
      for (const written of [code, ` ${hasty}\n`, `Code: ${code}.`]) {
        expect(proofsIn(written)).toEqual([any.slice(0, 15)]);
      }
    }),
  );
});

describe('in a pasted message', () => {
  test('its code and its Message-ID are one proof', () => {
    const source = `Message-ID: <${id}.email@shop.example>\n\nHello\n\nCode ${proofCode(id)}`;
    expect(proofsIn(source)).toEqual([id.slice(0, 15)]);
  });

  test('a quoted-printable source breaks a code anywhere', () => {
    const code = proofCode(id);
    expect(proofsIn(`the code ${code.slice(0, 6)}=\r\n${code.slice(6)} is at the foot`)).toEqual([
      id.slice(0, 15),
    ]);
  });

  test('every message in a conversation counts', () => {
    const sent_again = `<${other}.email.resend-2@shop.example>`;
    expect(proofsIn(`${proofCode(id)}\n> ${sent_again}`)).toEqual([other.slice(0, 15), id.slice(0, 15)]);
  });

  test.each([
    '',
    'Dear customer, your parcel is waiting',
    '114-3941689-8772232',
    'xxxx-uuuu-xxxx',
    `${'a'.repeat(5_000)}`,
  ])('there may be none: %s', (text) => expect(proofsIn(text)).toEqual([]));

  test('absurdly many are cut off', () => {
    const codes = Array.from({ length: 1_000 }, (_, index) =>
      proofCode(index.toString(16).padStart(24, '1')),
    );
    expect(proofsIn(codes.join(' ')).length).toBeLessThanOrEqual(50);
    const distinct = Array.from({ length: 1_000 }, (_, index) =>
      proofCode(`${index.toString(16).padStart(15, '1')}${'0'.repeat(9)}`),
    );
    expect(proofsIn(distinct.join(' '))).toHaveLength(50);
  });
});

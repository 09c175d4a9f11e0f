import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase62, toBase62 } from './base62.ts';

test('every sequence of bytes comes back, zeros in front included', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = toBase62(bytes);
      expect(text).toMatch(/^[0-9A-Za-z]+$/);
      expect(fromBase62(text)).toEqual(Buffer.from(bytes));
    }),
  );
});

test.each(['', '0', 'a-b', 'a_b', 'a b', 'ą', '2'])('%j was never written', (text) => {
  expect(fromBase62(text)).toBeNull();
});

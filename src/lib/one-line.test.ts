import { expect, test } from 'vitest';
import { oneLine } from './one-line.ts';

test.each([
  ['A book', 'A book'],
  ['  A\r\nBcc: x@y.z\t book ', 'A Bcc: x@y.z book'],
  ['A\u0000B\u2028C', 'A B C'],
  ['exe\u202etxt.doc', 'exe txt.doc'],
  ['\r\n', ''],
  ['a'.repeat(20), 'a'.repeat(20)],
  ['a'.repeat(10_000), `${'a'.repeat(19)}…`],
  ['abc def ghi jkl mno pqrst', 'abc def ghi jkl mno…'],
  [`${'a'.repeat(18)}😀😀`, `${'a'.repeat(18)}…`],
  ['a\u200bb\u00adc\u2060', 'abc'],
  ['\u200b\u200d \u2060\ufeff', ''],
  ['👩\u200d💻 می\u200cخواهم', '\u2068👩\u200d💻 می\u200cخواهم\u2069'],
  ['כתר', '\u2068כתר\u2069'],
])('text %# reads as one line', (text, line) => {
  expect(oneLine(text, 20)).toBe(line);
});

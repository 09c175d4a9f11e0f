import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { compileMessage } from './message.ts';

const texts: [string, Record<string, string | number>][] = [
  ['plain', {}],
  ["it''s {what}", { what: '{x}' }],
  ['{a}{b} {a}', { a: 1, b: 'two' }],
  ['{n, plural, one {# thing} other {# things}}', { n: 1 }],
  ['{n, plural, one {# thing} other {# things}}', { n: 12345 }],
  ['{n, plural, =0 {nothing} one {# rzecz} few {# rzeczy} many {# rzeczy} other {#}} {n}', { n: 0 }],
  ['{n, plural, one {# sztuka} few {# sztuki} many {# sztuk} other {# sztuki}}', { n: 22 }],
  ['{n, plural, offset:1 =1 {you} one {you and # other} other {you and # others}}', { n: 2 }],
  ['{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { n: 23 }],
  ['{who, select, a {A {n, plural, one {#} other {many #}}} other {O {n}}}', { who: 'a', n: 5 }],
  ['{who, select, a {A} other {O}}', { who: 'toString' }],
  ["'{'literal'}' '#' <b>tag</b>", {}],
];

describe.each(['en', 'pl'])('in %s a compiled message says what intl-messageformat says', (locale) => {
  test.each(texts)('%s %j', (text, values) => {
    const slow = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    expect(compileMessage(text, locale)(values)).toBe(slow.format(values));
  });
});

test('a missing value is a mistake of ours, and is not hidden', () => {
  expect(() => compileMessage('{a}', 'en')()).toThrow('needs a value for a');
  expect(() => compileMessage('{a, number}', 'en')).toThrow('formatted by Words');
});

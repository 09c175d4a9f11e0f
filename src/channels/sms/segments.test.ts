import { expect, test } from 'vitest';
import { inGsm, isGsm } from './alphabet.ts';
import { measure } from './segments.ts';

const a = (count: number) => 'a'.repeat(count);

test.each([
  ['nothing', '', 'gsm', 0, 1, 160],
  ['a full one', a(160), 'gsm', 160, 1, 0],
  ['one more', a(161), 'gsm', 161, 2, 145],
  ['two full ones', a(306), 'gsm', 306, 2, 0],
  ['one more', a(307), 'gsm', 307, 3, 152],
  ['the alphabet has these', 'èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà@£$¥_', 'gsm', 42, 1, 118],
  ['a euro is two', '€', 'gsm', 2, 1, 158],
  ['so is a bracket', '[]{}~|^\\', 'gsm', 16, 1, 144],
  ['80 euros fill one', '€'.repeat(80), 'gsm', 160, 1, 0],
  // 152 letters leave one septet: the escape must not stand there alone.
  ['a euro is not torn', `${a(152)}€${a(10)}`, 'gsm', 164, 2, 141],
  ['and fits exactly', `${a(151)}€${a(10)}`, 'gsm', 163, 2, 143],
  ['one Polish letter halves it', 'ą', 'ucs2', 1, 1, 69],
  ['a small c with cedilla is not in it', 'ç', 'ucs2', 1, 1, 69],
  ['a full one', `ą${a(69)}`, 'ucs2', 70, 1, 0],
  ['one more', `ą${a(70)}`, 'ucs2', 71, 2, 63],
  ['two full ones', `ą${a(133)}`, 'ucs2', 134, 2, 0],
  ['one more', `ą${a(134)}`, 'ucs2', 135, 3, 66],
  ['a picture is two', '😀', 'ucs2', 2, 1, 68],
  ['35 of them fill one', '😀'.repeat(35), 'ucs2', 70, 1, 0],
  ['a picture is not torn', `${a(66)}😀${a(10)}`, 'ucs2', 78, 2, 55],
  ['Chinese', '今天送达'.repeat(17), 'ucs2', 68, 1, 2],
])('%s: %j', (_name, text, alphabet, length, segments, left) => {
  expect(measure(text)).toEqual({ alphabet, length, segments, left });
});

test.each([
  ['Zażółć gęślą jaźń', 'Zazolc gesla jazn'],
  ['ZAŻÓŁĆ GĘŚLĄ JAŹŃ', 'ZAZOLC GESLA JAZN'],
  ['„Drugi tom” – dziś…', '"Drugi tom" - dzis...'],
  ['43,00\u00a0zł', '43,00 zl'],
  ['1\u2009–\u20092 Aug', '1 - 2 Aug'],
  ['Příliš žluťoučký kůň', 'Prilis zlutoucky kun'],
  ['Œuvres ½ ™', 'OEuvres 1/2 TM'],
  ['Big 🎉 sale 👩🏽‍💻!', 'Big sale !'],
  // What GSM has stays as it is.
  ['Größe Ñandú €5', 'Größe Ñandu €5'],
])('%j is texted as %j', (text, plain) => {
  expect(inGsm(text)).toBe(plain);
  expect(isGsm(plain)).toBe(true);
});

test.each(['Вторая книга', '第二本书', 'ספר', 'Second book Вторая'])('%j is left as it is', (text) => {
  expect(inGsm(text)).toBeNull();
});

import { expect, test } from 'vitest';
import { columnsOf, wrap } from './wrap.ts';

test('between words, and a word longer than a line stays whole', () => {
  expect(wrap('one two three', 7)).toBe('one two\nthree');
  expect(wrap('a https://orders.harbour.example b', 10)).toBe('a\nhttps://orders.harbour.example\nb');
  expect(wrap('one two three', 9, '* ', '  ')).toBe('* one two\n  three');
  expect(wrap('', 9, '* ')).toBe('* ');
});

test('in Chinese between characters, each two columns wide', () => {
  expect(wrap('您的订单已送达', 6)).toBe('您的订\n单已送\n达');
  expect(columnsOf('已送达 ok')).toBe(9);
});

test('a line begins with no closing sign and ends with no opening one', () => {
  expect(wrap('您的订单，已送达。', 8)).toBe('您的订\n单，已送\n达。');
  expect(wrap('查询（物流）', 6)).toBe('查询\n（物\n流）');
});

test('a number or a name inside a Chinese sentence stays whole', () => {
  expect(wrap('请输入orders.example后查询', 16)).toBe('请输入\norders.example后\n查询');
  expect(wrap('订单 114-3941689 已送达', 12)).toBe('订单\n114-3941689\n已送达');
});

test('nothing is lost, whatever is in it', () => {
  const letters = (text: string) => text.replace(/[ \n]/g, '');
  for (const text of ['，，，', '《》', 'a，b', '“x”', '가나다 라마', '👩‍💻 是', '《', '。 。']) {
    expect(letters(wrap(text, 2))).toBe(letters(text));
  }
});

import { expect, test } from 'vitest';
import { foldByKey, type Values } from './rows.ts';

test('the last row of every key is kept, in the order of the keys', () => {
  const rows = [
    { order_number: 'b', id: 1, text: 'first' },
    { order_number: 'a', id: 2, text: 'only' },
    { order_number: 'b', id: 1, text: 'last' },
    { order_number: 'b', id: 0, text: 'other' },
  ];
  expect(foldByKey(['order_number', 'id'], rows).map(({ text }) => text)).toEqual(['only', 'other', 'last']);
});

test('keys are told apart even when their texts run together', () => {
  const rows = [
    { a: 'x', b: 'yz' },
    { a: 'xy', b: 'z' },
  ];
  expect(foldByKey(['a', 'b'], rows)).toHaveLength(2);
});

test('what a later row leaves out stays as an earlier one of the batch said it', () => {
  const rows: Values[] = [
    { order_number: 'a', email: 'ann@example.com', coming: false },
    { order_number: 'a', coming: true },
  ];
  expect(foldByKey(['order_number'], rows)).toEqual([
    { order_number: 'a', email: 'ann@example.com', coming: true },
  ]);
});

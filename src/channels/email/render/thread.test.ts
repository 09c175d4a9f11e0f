import { expect, test } from 'vitest';
import { threadOf } from './thread.ts';

const shop = 'Harbour Books <orders@Harbour.example>';

test('the mails of an order answer the same first mail', () => {
  const [one, two] = [threadOf('aaa', 'A-1', shop), threadOf('bbb', 'A-1', shop)];
  expect(one.message_id).toBe('<aaa.email@harbour.example>');
  expect(two.message_id).toBe('<bbb.email@harbour.example>');
  expect(one.in_reply_to).toBe(two.in_reply_to);
  expect(one.references).toBe(one.in_reply_to);
});

test('another order is another thread', () => {
  expect(threadOf('aaa', 'A-1', shop).references).not.toBe(threadOf('aaa', 'A-2', shop).references);
});

test('an id is one that RFC 5322 knows, whatever the order number', () => {
  for (const number of ['114/3941689:8772232', '.', 'A'.repeat(64)]) {
    expect(threadOf('aaa', number, 'orders@tidings.invalid').references).toMatch(
      /^<[a-z0-9-]+@tidings\.invalid>$/,
    );
  }
});

test('nobody answers a machine automatically', () => {
  expect(threadOf('aaa', 'A-1', shop).headers).toEqual({ 'Auto-Submitted': 'auto-generated' });
});

import { expect, test } from 'vitest';
import { normalizeEmail } from '../../lib/email.ts';
import { LookupLimits, lookUp, normalizeNumber } from './lookup.ts';

const order = { contact: { customer: { email: 'Zofia@Example.com' } } };
const erased = { contact: null };
const nameless = { contact: { customer: { email: null } } };
const orders = new Map<string, { contact: { customer: { email: string | null } } | null }>([
  ['1', order],
  ['2', erased],
  ['3', nameless],
]);
const reader = { read: async (number: string) => orders.get(number) ?? null };

test('number and address together find the order, in any case and with stray spaces', async () => {
  expect(await lookUp(reader, { number: '1', email: ' zofia@example.COM ' })).toBe(order);
});

test.each([
  ['a wrong address', '1', 'ann@example.com'],
  ['a wrong number', '9', 'zofia@example.com'],
  ['an empty address', '1', ''],
  ['an erased contact', '2', 'zofia@example.com'],
  ['an erased contact and what stands for nobody', '2', 'no body'],
  ['a contact without address', '3', ''],
  ['no order and what stands for nobody', '9', 'no body'],
])('%s finds nothing', async (_, number, email) => {
  expect(await lookUp(reader, { number, email })).toBeNull();
});

test('addresses and numbers are read as people write them', () => {
  expect(normalizeEmail(' A@B.example\n')).toBe('a@b.example');
  expect(normalizeEmail('ZOE\u0308@b.example')).toBe('zoë@b.example');
  expect(normalizeNumber(' #114-3941689-8772232\u200b ')).toBe('114-3941689-8772232');
  expect(normalizeNumber('114 3941 689')).toBe('1143941689');
  expect(normalizeNumber('\u0000114\u0007-\ufeff3\ud800')).toBe('114-3');
});

test('an address is stopped after the limit, whatever numbers it tries', async () => {
  const limits = new LookupLimits(3);
  const refused = await Promise.all(
    [1, 2, 3, 4].map((number) => limits.take('192.0.2.1', String(number), 0)),
  );
  expect(refused.map(Boolean)).toEqual([false, false, false, true]);
});

test('an order number is stopped after the limit, whatever addresses ask', async () => {
  const limits = new LookupLimits(3);
  const refused = await Promise.all([1, 2, 3, 4].map((host) => limits.take(`192.0.2.${host}`, '1', 0)));
  expect(refused.map(Boolean)).toEqual([false, false, false, true]);
});

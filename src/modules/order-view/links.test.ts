import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secretsOf } from '../../lib/secrets.ts';
import { sign } from '../../lib/signed.ts';
import { link_days, readLink, signLink } from './links.ts';

const secrets = secretsOf([{ id: '1', secret: Buffer.alloc(32, 7) }]);
const others = secretsOf([{ id: '1', secret: Buffer.alloc(32, 8) }]);
const now_ms = Date.parse('2026-03-02T12:00:00Z');
const day_ms = 86_400_000;
const tokenOf = (link: string) => link.slice('/o/'.length);

test('every order number comes back, with its epoch and a day on which it ends', () => {
  const number = fc.string({ unit: fc.constantFrom(...'aZ09._-:/'), minLength: 1, maxLength: 64 });
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789-'), minLength: 1, maxLength: 64 });
  fc.assert(
    fc.property(fc.oneof(number, digits), fc.nat(), (number, access_epoch) => {
      const link = readLink(secrets, tokenOf(signLink(secrets, { number, access_epoch }, now_ms)));
      expect(link).toMatchObject({ number, access_epoch });
      expect(link!.expires_at_ms).toBeLessThanOrEqual(now_ms + link_days * day_ms);
      expect(link!.expires_at_ms).toBeGreaterThan(now_ms + (link_days - 1) * day_ms);
    }),
  );
});

test('it is short enough for a text message, and has only letters and digits', () => {
  const link = signLink(secrets, { number: '114-3941689-8772232', access_epoch: 1 }, now_ms);
  expect(link.length).toBeLessThanOrEqual(48);
  expect(link).toMatch(/^\/o\/1\.[0-9A-Za-z]+$/);
});

test('written twice on a day it is twice the same', () => {
  const order = { number: 'A-1', access_epoch: 1 };
  expect(signLink(secrets, order, now_ms + 3_600_000)).toBe(signLink(secrets, order, now_ms));
});

test('who changes one character has no link, and neither has another server', () => {
  const token = tokenOf(signLink(secrets, { number: '114-3941689', access_epoch: 1 }, now_ms));
  for (let at = 2; at < token.length; at++) {
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    expect(readLink(secrets, changed)).toBeNull();
  }
  expect(readLink(others, token)).toBeNull();
  expect(readLink(secrets, `2.${token.slice(2)}`)).toBeNull();
});

test('links of mails written before they were short are still read', () => {
  const token = sign(secrets, 'order-link', '1773057600 3 114-1');
  expect(readLink(secrets, token)).toEqual({
    number: '114-1',
    access_epoch: 3,
    expires_at_ms: 1_773_057_600_000,
  });
});

import { expect, test } from 'vitest';
import { secretsOf } from './secrets.ts';
import { equalTexts, sign, verify } from './signed.ts';

const old = { id: '1', secret: Buffer.alloc(32, 1) };
const fresh = { id: '2', secret: Buffer.alloc(32, 2) };
const secrets = secretsOf([fresh, old]);

test('what was signed is read again, whatever is in it', () => {
  for (const payload of ['', 'plain', 'zażółć {"a":1}. ~/%2F', 'x'.repeat(2_000)]) {
    const signed = sign(secrets, 'link', payload);
    expect(signed).toMatch(/^[\w.-]+$/);
    expect(verify(secrets, 'link', signed)).toBe(payload);
  }
});

test('any change of any character is found out', () => {
  const signed = sign(secrets, 'link', 'order 1');
  // The last one too: four letters there are read as the same bytes.
  for (let i = 0; i < signed.length; i++) {
    const changed = signed.slice(0, i) + (signed[i] === 'A' ? 'B' : 'A') + signed.slice(i + 1);
    expect(verify(secrets, 'link', changed)).toBeNull();
  }
});

test.each(['', '.', '..', '1', '1.', '1..', '.a.b', '9.aaaa.bbbb', `1.${'a'.repeat(5_000)}.b`])(
  '%j is nothing of ours',
  (text) => {
    expect(verify(secrets, 'link', text)).toBeNull();
  },
);

test('a purpose opens only its own door', () => {
  expect(verify(secrets, 'session', sign(secrets, 'link', 'order 1'))).toBeNull();
});

test('a rotated secret still verifies until it is retired; the newest one signs', () => {
  const before = sign(secretsOf([old]), 'link', 'order 1');
  expect(verify(secrets, 'link', before)).toBe('order 1');
  expect(verify(secretsOf([fresh]), 'link', before)).toBeNull();
  expect(sign(secrets, 'link', 'order 1')).toMatch(/^2\./);
});

test('texts are equal or not, also when their lengths differ', () => {
  expect(equalTexts('a@b', 'a@b')).toBe(true);
  expect(equalTexts('a@b', 'a@bc')).toBe(false);
  expect(equalTexts('', 'a')).toBe(false);
});

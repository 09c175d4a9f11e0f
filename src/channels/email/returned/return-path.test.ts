import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secretsOf } from '../../../lib/secrets.ts';
import { readReturnAddress, returnAddress, returnAddressIn } from './return-path.ts';

const old = { id: '1', secret: Buffer.alloc(32, 1) };
const fresh = { id: '2', secret: Buffer.alloc(32, 2) };
const secrets = secretsOf([fresh, old]);
const domain = 'orders.shop.example';
const id = '635369ca2c2adf16e568d1cb';
const ids = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 24, maxLength: 24 });
const local = (address: string | null) => address!.split('@')[0]!;

test('an address leads to its notification, however it is written', () => {
  fc.assert(
    fc.property(ids, fc.constantFrom('bounce' as const, 'reply' as const), (notification_id, use) => {
      const address = returnAddress(secrets, domain, use, notification_id);
      // RFC 5321, section 4.5.3.1.1.
      expect(local(address).length).toBeLessThanOrEqual(64);
      for (const written of [local(address), local(address).toUpperCase()]) {
        expect(readReturnAddress(secrets, written)).toEqual({ use, notification_id });
      }
    }),
  );
});

describe('what we did not write is nobody', () => {
  const ours = local(returnAddress(secrets, domain, 'bounce', id));
  test.each([
    '',
    'bounce',
    'bounce+',
    `bounce+${id}`,
    `bounce+${id}${'0'.repeat(20)}`,
    `${ours}0`,
    ours.slice(0, -1),
    ours.replace('bounce', 'orders'),
    `x${ours}`,
  ])('%j', (written) => expect(readReturnAddress(secrets, written)).toBeNull());

  test('with one digit changed', () => {
    fc.assert(
      fc.property(fc.nat(ours.length - 'bounce+'.length - 1), (place) => {
        const at = 'bounce+'.length + place;
        const changed = ours.slice(0, at) + (ours[at] === '0' ? '1' : '0') + ours.slice(at + 1);
        expect(readReturnAddress(secrets, changed)).toBeNull();
      }),
    );
  });

  test('with the code of another installation', () => {
    const other = secretsOf([{ id: '2', secret: Buffer.alloc(32, 9) }]);
    expect(readReturnAddress(other, ours)).toBeNull();
  });
});

test('a secret that was replaced still reads what it wrote: bounces come days later', () => {
  const before = local(returnAddress(secretsOf([old]), domain, 'reply', id));
  expect(readReturnAddress(secrets, before)).toEqual({ use: 'reply', notification_id: id });
  expect(readReturnAddress(secretsOf([fresh]), before)).toBeNull();
});

test('an id of another shape has no address', () => {
  expect(returnAddress(secrets, domain, 'bounce', 'digest-1')).toBeNull();
});

test('it is found in what was sent back, and a forged one before it is passed over', () => {
  const address = returnAddress(secrets, domain, 'bounce', id)!;
  const forged = `Return-Path: <bounce+${'0'.repeat(44)}@${domain}>`;
  for (const line of [`<${address}>`, address.replace('+', '%2B'), `SRS0=x=y=${domain}=${address}`]) {
    expect(returnAddressIn(secrets, `${forged}\nReturn-Path: ${line}`)).toMatchObject({
      notification_id: id,
    });
  }
  expect(returnAddressIn(secrets, forged)).toBeNull();
});

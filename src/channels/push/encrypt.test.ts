import { createECDH, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { decrypt } from '../../../test/push/decrypt.ts';
import { encrypt, plain_bytes_max } from './encrypt.ts';

const base64 = (text: string) => Buffer.from(text, 'base64url');

test('the example of RFC 8291, 5, byte by byte', () => {
  const body = encrypt(
    Buffer.from('When I grow up, I want to be a watermelon'),
    {
      p256dh: base64(
        'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      ),
      auth: base64('BTBZMqHH6r4Tts7J_aSIgg'),
    },
    base64('DGv6ra1nlYgDCS1FRnbzlw'),
    base64('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
  );
  expect(body.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

test('a browser reads what was encrypted for it; the longest message fits into what a push service takes', () => {
  const browser = createECDH('prime256v1');
  const receiver = { p256dh: browser.generateKeys(), auth: randomBytes(16) };
  const plain = Buffer.from('ś'.repeat(plain_bytes_max / 2));
  const body = encrypt(plain, receiver);
  expect(body.length).toBeLessThanOrEqual(4_096);
  expect(decrypt(body, browser, receiver.auth).toString()).toBe(plain.toString());
  expect(encrypt(plain, receiver).equals(body)).toBe(false);
  expect(() => encrypt(Buffer.alloc(plain_bytes_max + 1), receiver)).toThrow(RangeError);
});

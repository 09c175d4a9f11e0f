import { expect, test } from 'vitest';
import { maskAddress, maskAddresses, maskPhone } from './mask.ts';

test.each([
  ['buyer@example.com', 'b***r@e***.com'],
  ['ab@example.co.uk', 'a***@e***.uk'],
  ['a@localhost', 'a***@l***'],
  ['"odd@name"@example.pl', '"***"@e***.pl'],
  ['🙂xy@example.pl', '🙂***y@e***.pl'],
  ['no address', '***'],
  ['@example.com', '***'],
])('%s is shown as %s', (address, masked) => expect(maskAddress(address)).toBe(masked));

test.each([
  ['550 5.1.1 <buyer@example.com>: user unknown', '550 5.1.1 <***>: user unknown'],
  ['550 no such user Buyer here', '550 no such user *** here'],
  ['451 greylisted, see https://example.com/?who=x@y.z now', '451 greylisted, see https:*** now'],
  ['550 buyers are greylisted', '550 buyers are greylisted'],
  ['550 buyer.x@other.example refused', '550 *** refused'],
])('%s is kept as %s', (text, masked) => expect(maskAddresses(text, 'buyer@example.com')).toBe(masked));

test.each([
  ['+48 600 100 200', '+48***00'],
  ['600 100 299', '***99'],
  ['12345', '***'],
  ['', '***'],
  ['call my mother', '***'],
])('number %j is shown as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

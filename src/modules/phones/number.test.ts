import { expect, test } from 'vitest';
import { phoneNumber } from './number.ts';

test.each([
  ['+48 600 100 200', null, '+48600100200'],
  ['600 100 200', 'PL', '+48600100200'],
  ['0048600100200', 'PL', '+48600100200'],
  ['(202) 555-0143', 'US', '+12025550143'],
  // With its country it is one number, wherever the order goes.
  ['+1 202 555 0143', 'PL', '+12025550143'],
  ['8 (912) 345-67-89', 'RU', '+79123456789'],
  ['138 0013 8000', 'CN', '+8613800138000'],
])('%s in %s is %s', (written, country, number) => {
  expect(phoneNumber(written, country)).toBe(number);
});

test.each([
  ['', 'PL'],
  ['600 100 200', null],
  ['600 100 200', 'ZZ'],
  ['12345', 'PL'],
  ['+48 000 000 000', 'PL'],
  ['call my mother', 'PL'],
  ['my number is 600 100 200', 'PL'],
  ['600 100 200, 600 100 201', 'PL'],
  ['+1 202 555 0143 ext. 12', 'US'],
  ['6'.repeat(10_000), 'PL'],
  ['+48600100200\r\nBcc: +48600100201', 'PL'],
  ['\u202e002001006', 'PL'],
])('%j in %s is nobody', (written, country) => {
  expect(phoneNumber(written, country)).toBeNull();
});

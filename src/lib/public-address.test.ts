import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { isPublicAddress, isPublicUrl, publicLookup } from './public-address.ts';

describe('an address is public', () => {
  test.each([
    ...['8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.1', '100.63.255.255', '223.255.255.255'],
    ...['2a00:1450:4001:82b::200e', '2606:4700::1111', '2400::1', '2003:4:f021::1'],
  ])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('an address is not', () => {
  test.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
    ...[
      '168.63.129.16',
      '172.31.255.255',
      '192.0.0.8',
      '192.0.2.1',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      'fe80::1',
      'fe80::1%eth0',
      'fc00::1',
    ],
    ...['ff02::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '2606:4700::1111%lo'],
    ...['', 'localhost', '1', '127.1', '[::1]'],
  ])('%j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

test.each([
  ['https://fcm.googleapis.com/fcm/send/x', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/x', true],
  ['https://example.com./', true],
  ['https://8.8.8.8/', true],
  ['https://[2606:4700::1111]/', true],
  ['https://127.0.0.1/', false],
  // The URL parser turns every spelling of an IPv4 address into the usual one.
  ['https://2130706433/', false],
  ['https://0x7f.1/', false],
  ['https://[::1]/', false],
  ['https://[::ffff:10.0.0.1]/', false],
  ['https://localhost/', false],
  ['https://some.localhost/', false],
  ['https://database/', false],
  ['https://printer.local/', false],
  ['https://metadata.google.internal/', false],
] as const)('%s may be called: %s', (url, expected) => {
  expect(isPublicUrl(new URL(url))).toBe(expected);
});

test('a name that leads to this machine is refused when the connection is made', async () => {
  const error = await new Promise<NodeJS.ErrnoException>((resolve, reject) => {
    const call = request({ host: 'localhost', port: 9, lookup: publicLookup });
    call.on('error', resolve).on('response', () => reject(new Error('it was called')));
    call.end();
  });
  expect(error.code).toBe('EADDRESSREFUSED');
});

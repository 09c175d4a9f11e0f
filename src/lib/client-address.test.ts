import { expect, test } from 'vitest';
import { addressGroup, clientAddress } from './client-address.ts';

test.each([
  ['no proxy is trusted: the header is what the caller likes', 0, '1.1.1.1', '10.0.0.9'],
  ['one proxy: its entry is the last', 1, '6.6.6.6, 1.1.1.1', '1.1.1.1'],
  ['two proxies: the outer one wrote the last but one', 2, '6.6.6.6, 1.1.1.1, 10.0.0.1', '1.1.1.1'],
  ['fewer entries than proxies: the first', 3, '1.1.1.1, 10.0.0.1', '1.1.1.1'],
  ['no header', 1, undefined, '10.0.0.9'],
  ['an empty header', 1, '', '10.0.0.9'],
])('%s', (_, proxies, header, address) => {
  expect(clientAddress('10.0.0.9', header, proxies)).toBe(address);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:4711', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});

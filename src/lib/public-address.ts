import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/**
 * Guards requests to addresses that strangers give us (push services, webhooks): they must not make this server talk to
 * itself, to its neighbors, or to the metadata service of its cloud (SSRF).
 *
 * The address is checked when the connection is made, on what the name resolves to then: a name that was checked
 * earlier may lead elsewhere by now (DNS rebinding).
 */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  readonly code = 'EADDRESSREFUSED';

  constructor(host: string) {
    super(`${host} is no public address`);
  }
}

/** IANA special-purpose registries: whatever is not "globally reachable", and multicast. */
const IPV4_REFUSED: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Public by its number, and the agent of every machine at Azure.
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Only 2000::/3 is handed out. Inside it: protocol assignments (Teredo), documentation, and 6to4, which hides IPv4. */
const IPV6_REFUSED: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const refused4 = new BlockList();
for (const [net, prefix] of IPV4_REFUSED) refused4.addSubnet(net, prefix, 'ipv4');
const given6 = new BlockList();
given6.addSubnet('2000::', 3, 'ipv6');
const refused6 = new BlockList();
for (const [net, prefix] of IPV6_REFUSED) refused6.addSubnet(net, prefix, 'ipv6');

/** Whether an IP address (no brackets) belongs to the public internet. A text that is none does not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused4.check(address, 'ipv4');
    case 6:
      // `::ffff:10.0.0.1` and the like lie outside 2000::/3.
      return !address.includes('%') && given6.check(address, 'ipv6') && !refused6.check(address, 'ipv6');
    default:
      return false;
  }
}

/**
 * Whether a URL may be called as far as its text can tell: a name with a dot, or a public address. What a name leads
 * to is told by `publicLookup`, at the moment of the connection.
 */
export function isPublicUrl(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return isPublicAddress(host);
  return /\.[a-z\d-]*[a-z][a-z\d-]*\.?$/.test(host) && !/(^|\.)(localhost|local|internal)\.?$/.test(host);
}

/**
 * `lookup` for node:http, node:https and node:net: refuses a name when any of its addresses is not public.
 * Addresses written as such are not looked up by Node: check the URL with `isPublicUrl` as well.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  const asked: LookupOptions = typeof options === 'number' ? { family: options } : options;
  lookup(hostname, { ...asked, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '', 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
      return callback(new AddressRefused(hostname), '', 0);
    }
    return asked.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

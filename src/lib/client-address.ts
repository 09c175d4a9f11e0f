/**
 * The address a request came from: that of the connection, or the one the outermost of `proxies` trusted reverse
 * proxies saw. Each proxy appends the address it was called from to `X-Forwarded-For`, so only the last `proxies`
 * entries are theirs; whatever stands before them was written by the caller.
 */
export function clientAddress(
  connection_address: string,
  forwarded_for: string | undefined,
  proxies: number,
): string {
  if (proxies === 0 || !forwarded_for) return connection_address;
  const hops = forwarded_for.split(',').map((hop) => hop.trim());
  return hops[Math.max(0, hops.length - proxies)] || connection_address;
}

/**
 * What to count an address by. One household gets a /64 of IPv6: counting single addresses there would count
 * nothing. An IPv4 address inside IPv6 (`::ffff:192.0.2.1`) is the IPv4 address.
 */
export function addressGroup(address: string): string {
  const plain = address.replace(/^\[|\](:\d+)?$/g, '').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain);
  if (mapped) return mapped[1]!;
  const dotted = /^(\d+\.\d+\.\d+\.\d+)(:\d+)?$/.exec(plain);
  if (dotted) return dotted[1]!;
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::', 2);
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const rest = tail === '' ? [] : tail.split(':');
    while (groups.length + rest.length < 8) groups.push('0');
    groups.push(...rest);
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

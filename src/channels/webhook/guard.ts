import { promises as dns, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { AddressRefused, isPublicAddress, isPublicUrl } from '../../lib/public-address.ts';
import { resolve_patience_ms, resolve_timeout_ms, resolve_tries } from './limits.ts';

/** What a name leads to now. Rejects with the resolver's error when that is nowhere. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/** Keeps us from being made to call ourselves, our neighbors, or our cloud's metadata service (SSRF). */
export interface Guard {
  /** What is wrong with a URL as far as its text can tell, as the end of a sentence; null: nothing. */
  whyNot(url: URL): string | null;
  /** The same, and where its name leads now. A name that leads nowhere may do so tomorrow: it is let through. */
  whyNotNow(url: URL): Promise<string | null>;
  /** `lookup` of a connection: whatever was found out before, it is made to a checked address or not at all. */
  lookup: LookupFunction;
}

/** @param options.private_hosts lets everything through, http too: development and tests call their own machine */
export function openGuard(options: { private_hosts: boolean; resolve?: Resolve }): Guard {
  const { private_hosts } = options;
  const resolve = options.resolve ?? (private_hosts ? askSystem : askNameServers);
  const allowed = (addresses: readonly LookupAddress[]): boolean =>
    private_hosts || addresses.every(({ address }) => isPublicAddress(address));

  function whyNot(url: URL): string | null {
    if (url.protocol !== 'https:' && !(private_hosts && url.protocol === 'http:'))
      return 'must begin with https://';
    if (url.username !== '' || url.password !== '') return 'must hold no user name and no password';
    if (url.hash !== '') return 'must hold no fragment';
    return private_hosts || isPublicUrl(url) ? null : not_public;
  }

  async function whyNotNow(url: URL): Promise<string | null> {
    const wrong = whyNot(url);
    if (wrong !== null || private_hosts) return wrong;
    const asked = resolve(url.hostname.replace(/^\[|\]$/g, '')).catch(() => []);
    const found = await Promise.race([asked, pause(resolve_patience_ms, [], { ref: false })]);
    return allowed(found) ? null : not_public;
  }

  const lookup: LookupFunction = (hostname, { all, family }, callback) => {
    const answer = (found: LookupAddress[]): void => {
      const addresses = found.filter((each) => !family || each.family === familyNumber(family));
      const [first] = addresses;
      if (!first || !allowed(found)) callback(new AddressRefused(hostname), '', 0);
      else if (all) callback(null, addresses);
      else callback(null, first.address, first.family);
    };
    resolve(hostname).then(answer, (error) => callback(error, '', 0));
  };

  return { whyNot, whyNotNow, lookup };
}

const not_public = 'must lead to the public internet';

function familyNumber(family: number | 'IPv4' | 'IPv6'): number {
  if (typeof family === 'number') return family;
  return family === 'IPv4' ? 4 : 6;
}

/**
 * Asks the name servers without the system's resolver: that one works on four threads, which files and compression
 * share, and a domain whose servers are silent holds one for many seconds. Four such endpoints would stop everything.
 */
const askNameServers: Resolve = async (hostname) => {
  const resolver = new dns.Resolver({ timeout: resolve_timeout_ms, tries: resolve_tries });
  const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  const found = [
    ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
    ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
  ];
  if (found.length === 0 && four.status === 'rejected') throw four.reason;
  return found;
};

/** As the machine sees it, its own names included. */
const askSystem: Resolve = (hostname) => dns.lookup(hostname, { all: true });

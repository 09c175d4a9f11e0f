/** What a key may do. `seller:<id>` narrows a key to that seller's part of every order. */
export const SCOPES = ['orders:write', 'orders:read', 'carriers:write', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

const SELLER_PREFIX = 'seller:';

/** Who calls: what the rest of the API knows about a key. */
export interface Caller {
  /** Id of the key. */
  key: string;
  admin: boolean;
  /** Set: sees and changes only this seller's part. */
  seller: string | null;
  scopes: ReadonlySet<string>;
}

export function callerOf(key: string, scopes: readonly string[]): Caller {
  return {
    key,
    admin: scopes.includes('admin'),
    seller: scopes.map(sellerOf).find((seller) => seller !== null) ?? null,
    scopes: new Set(scopes),
  };
}

/** The seller a scope narrows to; null for every other scope. */
export function sellerOf(scope: string): string | null {
  return scope.startsWith(SELLER_PREFIX) ? scope.slice(SELLER_PREFIX.length) : null;
}

/**
 * Why these scopes cannot be one key's; null when they can. A key of two sellers, or of a seller and the whole
 * shop, would not say which of them acts.
 */
export function scopesMistake(scopes: readonly string[]): string | null {
  const sellers = scopes.filter((scope) => sellerOf(scope) !== null);
  if (sellers.length > 1) return 'a key belongs to one seller at most';
  if (sellers.length === 1 && scopes.some((scope) => scope === 'admin' || scope === 'carriers:write')) {
    return 'a key of a seller cannot have admin or carriers:write';
  }
  return null;
}

/**
 * Says whether a caller may do what needs `scope`. Writing includes reading, since every answer shows the
 * order; a key of a seller that names no other scope reads and writes its part.
 */
export function allows(caller: Caller, scope: Scope): boolean {
  if (caller.admin || caller.scopes.has(scope)) return true;
  if (scope === 'orders:read' && caller.scopes.has('orders:write')) return true;
  const onlySeller = caller.seller !== null && caller.scopes.size === 1;
  return onlySeller && (scope === 'orders:read' || scope === 'orders:write');
}

/** Who caused a fact: never a name. */
export function actorOf(caller: Caller): string {
  return caller.seller === null ? `key:${caller.key}` : `seller:${caller.seller}`;
}

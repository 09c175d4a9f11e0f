/** Who sells a line. The shop's own goods have a seller too. */
export interface Seller {
  id: string;
  name: string;
  email: string | null;
  time_zone: string;
  /** ISO 3166 alpha-2: whose business days count. */
  country: string;
  /** Business days between an order and its dispatch. */
  handling_days: number;
  locale: string;
  listing_status: ListingStatus;
}

/** Inactive between `from` and `until` (null: open): nothing of the seller can be bought. */
export interface ListingStatus {
  status: 'active' | 'inactive';
  from: string | null;
  until: string | null;
}

/** What the shop's settings say about a seller nobody described. */
export interface SellerDefaults {
  locale: string;
  time_zone: string;
}

/** Without a word from the seller: the next business day but one, the usual upper end of marketplaces. */
export const default_handling_days = 2;

const default_country = 'US';

/** An order may name a seller nobody described (api.md, rule 10): refusing would lose the order. */
export function unknownSeller(id: string, defaults: SellerDefaults): Seller {
  return {
    id,
    name: id,
    email: null,
    time_zone: defaults.time_zone,
    country: default_country,
    handling_days: default_handling_days,
    locale: defaults.locale,
    listing_status: { status: 'active', from: null, until: null },
  };
}

/** Whether the seller's listings can be bought at `now_ms`. */
export function isActive({ status, from, until }: ListingStatus, now_ms: number): boolean {
  if (status === 'active') return true;
  if (from !== null && now_ms < Date.parse(from)) return true;
  return until !== null && now_ms >= Date.parse(until);
}

export type { Listing } from './listing.ts';
export { findBuyable, findListings, putListing, readListing } from './store.ts';

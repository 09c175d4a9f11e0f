export type { Listing } from './listing.ts';
export { findListings, putListing, readListing } from './store.ts';

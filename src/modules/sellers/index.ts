export { KnownSellers } from './known-sellers.ts';
export * from './seller.ts';
export { putListingStatus, putSeller, readSellers } from './store.ts';

/** Where in the address of a listing its SKU goes: `LISTING_URL`. */
export const sku_place = '{sku}';

/** Where the shop sells a listing: `https://shop.example/books/{sku}` -> `https://shop.example/books/old-man`. */
export function listingUrl(pattern: string, sku: string): string {
  return pattern.replaceAll(sku_place, encodeURIComponent(sku));
}

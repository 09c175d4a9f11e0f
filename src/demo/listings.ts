import type { Database } from '../lib/database.ts';
import { type Listing, putListing } from '../modules/listings/index.ts';
import { BOOKS, type Sku } from './books.ts';

type Offer = Pick<Listing, 'price' | 'currency'> & { seller: string; availability?: Listing['availability'] };

const inDollars = (price: number): Offer => ({ seller: 'harbour', price, currency: 'USD' });
const inPounds = (price: number): Offer => ({ seller: 'second-shelf', price, currency: 'GBP' });
const inZlotys = (price: number): Offer => ({ seller: 'latarnia', price, currency: 'PLN' });

/** What each book costs today, and who sells it. Minor units. */
export const OFFERS: Readonly<Record<Sku, Offer>> = {
  'old-man': inDollars(1400),
  'moby-dick': inDollars(1899),
  // It is being printed again: nobody can be offered it.
  'twenty-thousand': { ...inDollars(2250), availability: 'out_of_stock' },
  'treasure-island': inDollars(1299),
  'night-sea': inDollars(1650),
  slocum: inDollars(1550),
  riddle: inDollars(1199),
  kidnapped: inDollars(1099),
  'sea-wolf': inDollars(1250),
  logbook: inDollars(950),
  lighthouse: inPounds(899),
  beagle: { ...inPounds(2499), availability: 'preorder' },
  crusoe: inPounds(12_500),
  danube: inPounds(3400),
  solaris: inZlotys(4490),
  latarnik: inZlotys(1990),
  'lord-jim': inZlotys(3900),
};

/** @param pictures_url where the covers are, no trailing slash */
export async function seedListings(database: Database, pictures_url: string, now_ms: number): Promise<void> {
  for (const [sku, offer] of Object.entries(OFFERS)) {
    const { title, cover } = BOOKS[sku as Sku];
    const listing = {
      ...{ sku, title, description: null, image_url: `${pictures_url}/${cover}`, handling_days: null },
      ...{ availability: 'in_stock' as const, ships_after: null, ...offer },
    };
    await putListing(database, listing, null, now_ms);
  }
}

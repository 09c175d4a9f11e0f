import type { DeliveryOption } from './vocabulary.ts';

/** How far a parcel goes, as seen from customs and from the carriers' networks. */
export type TransitZone = 'domestic' | 'region' | 'international';

interface BusinessDays {
  min: number;
  max: number;
}

/**
 * Business days on the road, from hand-over to delivery: what the buyer is promised when the shop says nothing.
 * Cautious middles of what the large carriers publish, because a promise that is kept beats one that is short;
 * a shop that knows better gives its own promise with the order. A faster option is never slower in any column.
 */
export const TRANSIT: Readonly<Record<DeliveryOption, Readonly<Record<TransitZone, BusinessDays>>>> = {
  standard: {
    domestic: { min: 2, max: 5 },
    region: { min: 4, max: 8 },
    international: { min: 7, max: 15 },
  },
  // As standard, and a day more at the end: a parcel shop is reached once a day, a locker may be full.
  pickup_point: {
    domestic: { min: 2, max: 6 },
    region: { min: 4, max: 9 },
    international: { min: 7, max: 16 },
  },
  expedited: {
    domestic: { min: 1, max: 3 },
    region: { min: 2, max: 5 },
    international: { min: 3, max: 7 },
  },
  one_day: {
    domestic: { min: 1, max: 1 },
    region: { min: 1, max: 3 },
    international: { min: 2, max: 5 },
  },
  // Nobody crosses a border on the same day: elsewhere it is the fastest there is.
  same_day: {
    domestic: { min: 0, max: 0 },
    region: { min: 1, max: 3 },
    international: { min: 2, max: 5 },
  },
};

/** Countries that send parcels to each other without customs, or over one land border with a common scheme. */
const REGIONS: readonly ReadonlySet<string>[] = [
  // European Union and European Economic Area, with the microstates inside
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO AD MC SM VA',
  // United Kingdom and Ireland; Switzerland and its neighbors
  'GB IE IM JE GG',
  'CH LI DE FR IT AT',
  // United States, Canada, Mexico
  'US CA MX PR',
  // Mercosur
  'BR AR UY PY BO',
  // Eurasian Economic Union
  'RU BY KZ AM KG',
  // Greater China
  'CN HK MO TW',
  // Australia and New Zealand
  'AU NZ',
  // Association of Southeast Asian Nations
  'BN ID KH LA MM MY PH SG TH VN',
  // Gulf Cooperation Council
  'AE BH KW OM QA SA',
].map((countries) => new Set(countries.split(' ')));

/** Both as ISO 3166-1 alpha-2. A country nobody knows is far away. */
export function transitZone(from: string, to: string): TransitZone {
  if (from === to) return 'domestic';
  return REGIONS.some((region) => region.has(from) && region.has(to)) ? 'region' : 'international';
}

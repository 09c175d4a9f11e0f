import type { Database } from '../lib/database.ts';
import {
  type PickupPoint,
  type PublishedPrices,
  putDeliveryPrices,
  putPickupPoint,
} from '../modules/delivery/index.ts';

/** What Harbour Books takes for delivery: a buyer may change from one to another before it leaves. */
export const DELIVERY_PRICES: readonly PublishedPrices[] = [
  { currency: 'USD', prices: { standard: 399, pickup_point: 299, expedited: 999, one_day: 1899 } },
  { currency: 'GBP', prices: { standard: 350, pickup_point: 250, expedited: 690, one_day: 990 } },
  { currency: 'PLN', prices: { standard: 1299, pickup_point: 999, expedited: 1999 } },
];

/** Lockers and counters that exist nowhere. */
const POINTS: readonly PickupPoint[] = [
  point('KRK-07', 'Paczkomat KRK-07', 'PL', '31-154', 'Kraków', 'ul. Zacisze 3', 'całą dobę'),
  point(
    'KRK-12',
    'Punkt odbioru Kiosk Pod Zegarem',
    'PL',
    '31-142',
    'Kraków',
    'pl. Matejki 9',
    'pn-sob 7-21',
  ),
  point('GDY-02', 'Paczkomat GDY-02', 'PL', '81-225', 'Gdynia', 'ul. Morska 40', 'całą dobę'),
  point('BRS-01', 'Harbourside parcel locker', 'GB', 'BS1 5DB', 'Bristol', '2 Canons Way', 'day and night'),
  point(
    'BRS-04',
    'Old Market post counter',
    'GB',
    'BS2 0EJ',
    'Bristol',
    '41 Old Market Street',
    'Mon-Sat 8-18',
  ),
  point(
    'BOS-03',
    'South Station parcel locker',
    'US',
    '02110',
    'Boston',
    '700 Atlantic Avenue',
    'day and night',
  ),
  point('PWM-01', 'Old Port parcel counter', 'US', '04101', 'Portland', '9 Exchange Street', 'Mon-Sat 9-19'),
];

function point(
  id: string,
  name: string,
  country: string,
  postal_code: string,
  city: string,
  line1: string,
  hours: string,
): PickupPoint {
  return {
    id,
    name,
    carrier: null,
    line1,
    line2: null,
    city,
    region: null,
    postal_code,
    country,
    hours,
    active: true,
  };
}

export async function seedDelivery(database: Database, now_ms: number): Promise<void> {
  for (const prices of DELIVERY_PRICES) await putDeliveryPrices(database, prices, now_ms);
  for (const one of POINTS) await putPickupPoint(database, one, now_ms);
}

import { instant } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';

/**
 * What the shop takes for each way of delivery, in minor units of one currency, tax in it; null or absent: it does not
 * offer that way. By delivery option.
 */
export type DeliveryPrices = Readonly<Record<string, number | null>>;

export interface PublishedPrices {
  currency: string;
  prices: DeliveryPrices;
}

/** Null: the shop has published nothing in this currency. */
export async function readDeliveryPrices(
  database: Database,
  currency: string,
): Promise<DeliveryPrices | null> {
  const { rows } = await database.query<PublishedPrices>({
    name: 'delivery_prices_read',
    text: 'select prices from delivery_prices where currency = $1',
    values: [currency],
  });
  return rows[0]?.prices ?? null;
}

/** Of every currency, by its code. There are fewer than two hundred in the world. */
export async function listDeliveryPrices(database: Database): Promise<PublishedPrices[]> {
  const { rows } = await database.query<PublishedPrices>(
    'select currency, prices from delivery_prices order by currency',
  );
  return rows;
}

/** @returns whether it is the first of its currency */
export async function putDeliveryPrices(
  database: Database,
  { currency, prices }: PublishedPrices,
  now_ms: number,
): Promise<boolean> {
  const { rows } = await database.query<{ created: boolean }>(
    `insert into delivery_prices (currency, prices, updated_at) values ($1, $2, $3)
     on conflict (currency) do update set prices = excluded.prices, updated_at = excluded.updated_at
     returning xmax = 0 as created`,
    [currency, JSON.stringify(prices), instant(now_ms)],
  );
  return rows[0]!.created;
}

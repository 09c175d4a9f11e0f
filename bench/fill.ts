import type pg from 'pg';

/** Tables copied per order, and how a copy's row is renamed. All of them begin with the order's number. */
const COPIES: Record<string, string> = {
  stories: `select t.order_number || c.suffix, version, state_version, status, placed_at - c.n * interval '1 second',
      customer || c.suffix, latest_open, replace(state::text, t.order_number, t.order_number || c.suffix)::json`,
  listed_orders: `select t.order_number || c.suffix, placed_at - c.n * interval '1 second', customer || c.suffix,
      t.order_number || c.suffix || '@example.com', country, words, coming, unshipped, some_canceled, late_from,
      returnable_until`,
  facts: `select t.order_number || c.suffix, version, type, at, recorded_at, actor, command_id,
      replace(data::text, t.order_number, t.order_number || c.suffix)::json`,
  contacts: `select t.order_number || c.suffix, customer || c.suffix, t.order_number || c.suffix || '@example.com', name,
      phone, ship_to, access_epoch`,
  order_sellers: 'select seller, placed_at, t.order_number || c.suffix',
  scans: `select t.order_number || c.suffix, shipment, fingerprint, stage, reason, occurred_at, location, description`,
  tracking_numbers: `select t.order_number || c.suffix, shipment, number || c.tracking_suffix, carrier, dispatched_at, voided`,
};

/**
 * Multiplies the stored orders by copying them with other numbers: set-based, because 200,000 orders through
 * the API would take a minute and tell nothing more about how size slows things down. Numbers become
 * `<number>.<copy>`.
 */
export async function multiplyOrders(pool: pg.Pool, run: string, copies: number): Promise<void> {
  for (const [table, select] of Object.entries(COPIES)) {
    await pool.query(
      `insert into ${table} ${select} from ${table} t
       cross join (select n, '.' || n as suffix, 'X' || n as tracking_suffix from generate_series(1, $1::int) n) c
       where t.order_number like $2`,
      [copies, `${run}-%`],
    );
  }
  await pool.query('vacuum analyze');
  await pool.query('checkpoint');
}

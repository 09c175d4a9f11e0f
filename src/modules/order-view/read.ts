import type pg from 'pg';
import { coalesce } from '../../lib/coalesce.ts';
import { type Composition, fold, readFacts } from '../../story/index.ts';
import type { ShipTo } from '../orders/commands.ts';
import { STATE_VERSION, type State } from '../state.ts';
import type { Contact, ScanView } from './view.ts';

/** An order as stored: the snapshot, who and where, and the scans (newest first). */
export interface StoredOrder {
  number: string;
  version: number;
  state: State;
  contact: Contact;
  /** Grows when every link and session to this order is revoked. */
  access_epoch: number;
  scans: (ScanView & { shipment: string })[];
  /** By shipment: of those that left before the order's address changed; absent: none did. */
  shipment_addresses?: Readonly<Record<string, ShipTo>>;
  /** Of a seller's part: the last day to withdraw from the whole; absent: its state tells. */
  withdrawable_until?: string | null;
}

export interface OrderReader {
  /** Null when there is no such order. Concurrent reads share a query. */
  read(number: string): Promise<StoredOrder | null>;
  readMany(numbers: readonly string[]): Promise<Map<string, StoredOrder>>;
}

const READ = `
  select s.order_number, s.version, s.state_version, s.state,
    c.customer, c.email, c.name, c.phone, c.ship_to, c.access_epoch,
    (select json_agg(json_build_object('shipment', x.shipment, 'stage', x.stage, 'reason', x.reason,
        'occurred_at', to_char(x.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'location', x.location, 'description', x.description) order by x.occurred_at desc, x.stage)
      from scans x where x.order_number = s.order_number) as scans,
    (select json_object_agg(a.shipment, a.ship_to) from shipment_addresses a
      where a.order_number = s.order_number) as shipment_addresses
  from stories s left join contacts c using (order_number)
  where s.order_number = any($1)`;

export function readOrders(pool: pg.Pool, composition: Composition<State>): OrderReader {
  async function readMany(numbers: readonly string[]): Promise<Map<string, StoredOrder>> {
    const { rows } = await pool.query({ name: 'order_read', text: READ, values: [numbers] });
    const orders = new Map<string, StoredOrder>();
    for (const row of rows) {
      const current = row.state_version === STATE_VERSION;
      const state = current
        ? JSON.parse(row.state)
        : fold(composition, await readFacts(pool, row.order_number));
      orders.set(row.order_number, storedOrder(row, state));
    }
    return orders;
  }
  return { read: coalesce(readMany), readMany };
}

interface ReadRow {
  order_number: string;
  version: number;
  customer: string | null;
  email: string | null;
  name: string | null;
  phone: string | null;
  ship_to: Contact['ship_to'] | null;
  access_epoch: number | null;
  scans: StoredOrder['scans'] | null;
  shipment_addresses: Record<string, ShipTo> | null;
}

function storedOrder(row: ReadRow, state: State): StoredOrder {
  const nowhere = { name: null, line1: null, line2: null, city: null, region: null, postal_code: null };
  return {
    number: row.order_number,
    version: row.version,
    state,
    contact: {
      customer: { id: row.customer, email: row.email ?? '', name: row.name, phone: row.phone },
      ship_to: row.ship_to ?? { ...nowhere, country: state.order!.country, pickup_point: null },
    },
    access_epoch: row.access_epoch ?? 0,
    scans: row.scans ?? [],
    ...(row.shipment_addresses && { shipment_addresses: row.shipment_addresses }),
  };
}

import type { Row, RowSet } from '../../story/index.ts';
import type { ShipTo } from '../orders/commands.ts';
import type { State } from '../state.ts';
import type { ChangeOrder } from './commands.ts';
import type { ChangeKind } from './state.ts';

/**
 * Who and where, as it is from now on. Another e-mail address raises the epoch: no link in a mailbox that is no longer
 * the buyer's opens the order.
 */
const CHANGED_CONTACTS: RowSet = {
  table: 'contacts',
  columns: {
    order_number: 'text',
    email: 'text',
    name: 'text',
    phone: 'text',
    ship_to: 'json',
    access_epoch: 'int4',
  },
  key: ['order_number'],
  on_conflict: 'update',
  through: {
    columns: { raise: 'int4' },
    made: ['access_epoch'],
    // Without a row its data were erased meanwhile: then nothing is written.
    select: (given) =>
      `select g.order_number, g.email, g.name, g.phone, g.ship_to, c.access_epoch + g.raise
       from ${given} g join contacts c using (order_number)`,
  },
};

/** Where a shipment went that left before the order's address changed. */
const SHIPMENT_ADDRESSES: RowSet = {
  table: 'shipment_addresses',
  columns: { order_number: 'text', shipment: 'text', ship_to: 'json' },
  key: ['order_number', 'shipment'],
  on_conflict: 'keep',
};

export function changedContactRow(
  order: string,
  { after }: Pick<ChangeOrder['body'], 'after'>,
  kinds: readonly ChangeKind[],
): Row {
  const { email, name, phone, ship_to } = after;
  const raise = kinds.includes('email') ? 1 : 0;
  const values = { order_number: order, email, name, phone, ship_to: JSON.stringify(ship_to), raise };
  return { set: CHANGED_CONTACTS, values };
}

/** Written once for a shipment: it does not go anywhere else by a later change. */
export function addressRows({ order, shipments }: State, before: ShipTo): Row[] {
  return shipments.shipments
    .filter(({ voided }) => !voided)
    .map(({ id }) => ({
      set: SHIPMENT_ADDRESSES,
      values: { order_number: order!.number, shipment: id, ship_to: JSON.stringify(before) },
    }));
}

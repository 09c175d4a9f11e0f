import type { Row, RowSet } from '../../story/index.ts';
import type { ContactDetails } from './commands.ts';
import { nextReminder } from './ship-by.ts';
import type { OrderState } from './state.ts';

/** Who and where, as it was when the order was placed. `access_epoch` is not written here: it only grows, by revoking. */
const CONTACTS: RowSet = {
  table: 'contacts',
  columns: {
    order_number: 'text',
    customer: 'text',
    email: 'text',
    name: 'text',
    phone: 'text',
    ship_to: 'json',
  },
  key: ['order_number'],
  on_conflict: 'none',
};

const NOTES: RowSet = {
  table: 'notes',
  columns: { order_number: 'text', command_id: 'uuid', text: 'text' },
  key: ['order_number', 'command_id'],
  on_conflict: 'keep',
};

const ORDER_SELLERS: RowSet = {
  table: 'order_sellers',
  columns: { order_number: 'text', seller: 'text', placed_at: 'timestamptz', remind_at: 'timestamptz' },
  key: ['order_number', 'seller'],
  on_conflict: 'update',
};

export function contactRow(order: string, customer: string | null, contact: ContactDetails): Row {
  const { email, name, phone, ship_to } = contact;
  const values = { order_number: order, customer, email, name, phone, ship_to: JSON.stringify(ship_to) };
  return { set: CONTACTS, values };
}

/** A person's words, beside the facts of the command they came with. */
export function noteRow(order: string, commandId: string, text: string): Row {
  return { set: NOTES, values: { order_number: order, command_id: commandId, text } };
}

/**
 * Which sellers have lines in the order, and when each is to be reminded to send something.
 * @param told_now sellers are being told of the order at this moment
 */
export function sellerRows(order: OrderState, at: string, told_now: boolean): Row[] {
  const sellers = new Set(order.lines.map((line) => line.seller));
  const { number, placed_at } = order;
  return [...sellers].map((seller) => {
    const remind_at = nextReminder(order, seller, at, told_now);
    return { set: ORDER_SELLERS, values: { order_number: number, seller, placed_at, remind_at } };
  });
}

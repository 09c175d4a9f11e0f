import { withdrawableUntil } from '../withdrawals/index.ts';
import type { StoredOrder } from './read.ts';
import { sellersState } from './seller-state.ts';

/** An order as one seller may read it: its part of the state and the scans, and no address to write to. */
export function sellersPart(stored: StoredOrder, seller: string): StoredOrder | null {
  const state = sellersState(stored.state, seller);
  if (state === null) return null;
  const shipments = new Set(state.shipments.shipments.map(({ id }) => id));
  const { shipment_addresses = {}, ...rest } = stored;
  const left = Object.entries(shipment_addresses).filter(([id]) => shipments.has(id));
  return {
    ...rest,
    ...(left.length > 0 && { shipment_addresses: Object.fromEntries(left) }),
    state,
    withdrawable_until: withdrawableUntil(stored.state),
    contact: {
      ...stored.contact,
      customer: { ...stored.contact.customer, email: maskEmail(stored.contact.customer.email) },
    },
    scans: stored.scans.filter((scan) => shipments.has(scan.shipment)),
  };
}

/** `ann@example.com` -> `a***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '' : `${[...email][0]}***${email.slice(at)}`;
}

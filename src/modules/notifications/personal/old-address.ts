import type { Row } from '../../../story/rows.ts';
import { coverEmail } from '../../changes/kinds.ts';
import type { OrderState } from '../../orders/state.ts';
import { personalRows } from './rows.ts';

interface Leaving {
  state: { order: OrderState | null };
  contact: { customer: { email: string } };
}

/**
 * The message to the address that an order leaves, as rows of the commit in which it does. Nothing when it has none, or
 * keeps the one it has.
 * @param change its id: one message each. @param to the new address
 */
export function noticeToOldAddress(
  { state, contact }: Leaving,
  { change, to, at }: Record<'change' | 'to' | 'at', string>,
): Row[] {
  const { number, locale, time_zone } = state.order!;
  const { email } = contact.customer;
  if (email === '' || email === to) return [];
  const data = { to: coverEmail(to), order: number };
  return personalRows(number, { type: 'contact_changed', key: change, email, locale, time_zone, data }, at);
}

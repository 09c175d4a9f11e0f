import { normalizeEmail } from '../../lib/email.ts';
import type { Account } from '../accounts/index.ts';

/**
 * Whose orders are whose, in one place. An order is the buyer's by the shop's id of them, or by an address they proved
 * that it bears; an id alone proves no address. A guest is no such buyer: what they have are orders, one by one.
 */
export interface Buyer {
  /** The shop's id of them; null: they are known by the address alone. */
  customer: string | null;
  /** An address they proved, as `normalizeEmail` spells it; null: they proved none. */
  email: string | null;
}

/** Who has signed in as a customer. */
export function buyerOf({ customer, email }: Pick<Account, 'customer' | 'email'>): Buyer {
  return { customer, email: normalizeEmail(email) };
}

/** What of an order says whose it is. */
interface Owned {
  contact: { customer: { id: string | null; email: string | null } };
}

/** Whether an order is a signed-in customer's, and opens to them. */
export function ownsOrder(account: Account | null, { contact }: Owned): boolean {
  if (account?.kind !== 'customer') return false;
  const buyer = buyerOf(account);
  const { id, email } = contact.customer;
  if (id !== null && id === buyer.customer) return true;
  return email !== null && email !== '' && normalizeEmail(email) === buyer.email;
}

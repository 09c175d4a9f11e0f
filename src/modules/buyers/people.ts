import type { Connection, Database } from '../../lib/database.ts';
import type { Account } from '../accounts/index.ts';
import { type Buyer, buyerOf } from './buyer.ts';

/**
 * Whom a message about an order is planned for, and whose wishes count for it: `customer:<id>`, or `order:<number>` of a
 * guest.
 */
export function personOf({ customer, number }: { customer: string | null; number: string }): string {
  return customer === null ? `order:${number}` : `customer:${customer}`;
}

/** The number in `order:<number>`; null: the key is another's. */
export function orderIn(key: string): string | null {
  return key.startsWith('order:') ? key.slice('order:'.length) : null;
}

/** What is kept about a buyer beside their orders is kept under these. @param account its id, when they have one */
export async function keysOf(
  database: Database | Connection,
  account: string | null,
  { customer, email }: Buyer,
): Promise<string[]> {
  const ids = new Set(customer === null ? [] : [customer]);
  for (const id of email === null ? [] : await idsOfAddress(database, email)) ids.add(id);
  return [...(account === null ? [] : [`account:${account}`]), ...Array.from(ids, (id) => `customer:${id}`)];
}

/**
 * The ids under which the shop knows who has an address: those all of whose orders bear it, and that nobody with another
 * address signs in with. An id that is shared with somebody else is not theirs.
 */
async function idsOfAddress(database: Database | Connection, email: string): Promise<string[]> {
  // From one id to the next in the index, however many orders each has; one order under another address says no.
  const { rows } = await database.query<{ id: string }>(
    `with recursive ids (id) as (
       (select customer from listed_orders where email = $1 and customer is not null order by customer limit 1)
       union all
       select (select customer from listed_orders where email = $1 and customer > ids.id order by customer limit 1)
       from ids where ids.id is not null
     )
     select ids.id from ids where ids.id is not null
       and not exists (select from listed_orders l where l.customer = ids.id and l.email is distinct from $1)
       and not exists (select from customer_accounts a where a.customer = ids.id and a.email <> $1)`,
    [email],
  );
  return rows.map(({ id }) => id);
}

/** How many orders of somebody known by the address alone get their wishes: those they may still be told about. */
const orders_max = 500;

/**
 * Everybody whom messages to an account are planned for: whoever is known by the address alone is every id that is theirs
 * and each of their other orders.
 */
export async function peopleOf(
  database: Database,
  account: Pick<Account, 'id' | 'customer' | 'email'>,
): Promise<string[]> {
  if (account.customer !== null) return [`customer:${account.customer}`];
  const buyer = buyerOf(account);
  const keys = await keysOf(database, account.id, buyer);
  const { rows } = await database.query<{ order_number: string }>(
    `select order_number from listed_orders
     where email = $1 and (customer is null or 'customer:' || customer <> all($2))
     order by placed_at desc, order_number desc limit ${orders_max}`,
    [buyer.email, keys],
  );
  return [...keys, ...rows.map(({ order_number }) => `order:${order_number}`)];
}

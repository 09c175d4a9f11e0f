import type { Database } from '../../lib/database.ts';

/**
 * Who wants to see, or to be erased: `customer:<id>` (the shop's id), `account:<id>` (who signs in), `order:<number>`
 * (the guest of one order).
 */
export type Subject = string;

/** All that is known of whose rows are whose. */
export interface Person {
  subject: Subject;
  /** What rows about no order are kept under. */
  keys: string[];
  /** Addresses they are known by, in small letters. */
  emails: string[];
  /** The shop's id of them. */
  customer: string | null;
  /** Where they are written to: the address they proved, else that of their newest order. */
  email: string | null;
}

/**
 * Who a subject is. Somebody who signs in is everything under their id in the shop, and every order under the address
 * they proved, which is what their list of orders shows; an id alone is no proof of an address.
 * @returns null when nothing is known of them
 */
export async function readPerson(database: Database, subject: Subject): Promise<Person | null> {
  const [kind, id] = [subject.slice(0, subject.indexOf(':')), subject.slice(subject.indexOf(':') + 1)];
  if (kind === 'order') return guestOf(database, id);
  const { rows } = await database.query<{ id: string; email: string; customer: string | null }>(
    `select id, email, customer from customer_accounts where ${kind === 'account' ? 'id' : 'customer'} = $1`,
    [id],
  );
  const account = rows[0];
  if (kind === 'account' && !account) return null;
  const customer = kind === 'customer' ? id : account!.customer;
  const email = account?.email.toLowerCase() ?? null;
  const own_ids = email === null ? [] : await idsOfAddress(database, email);
  const ids = new Set([...(customer === null ? [] : [customer]), ...own_ids]);
  const keys = [...(account ? [`account:${account.id}`] : []), ...[...ids].map((own) => `customer:${own}`)];
  const person = { subject, keys, emails: email === null ? [] : [email], customer, email };
  if (account || (await isKnown(database, person))) return person;
  return null;
}

async function guestOf(database: Database, number: string): Promise<Person | null> {
  const { rows } = await database.query<{ email: string | null }>(
    `select lower(email) as email from contacts where order_number = $1`,
    [number],
  );
  if (!rows[0]) return null;
  const { email } = rows[0];
  const subject = `order:${number}`;
  return { subject, keys: [subject], emails: email ? [email] : [], customer: null, email };
}

/**
 * The ids under which the shop knows who has an address: those all of whose orders bear it, and that nobody with another
 * address signs in with. An id that is shared with somebody else is not theirs.
 */
export async function idsOfAddress(database: Database, email: string): Promise<string[]> {
  const { rows } = await database.query<{ customer: string }>(
    `select o.customer from (select distinct customer from listed_orders where email = $1) o
     where o.customer is not null
       and not exists (select from listed_orders l
                       where l.customer = o.customer and l.email is distinct from $1)
       and not exists (select from customer_accounts a where a.customer = o.customer and a.email <> $1)
     order by o.customer`,
    [email],
  );
  return rows.map(({ customer }) => customer);
}

async function isKnown(database: Database, { keys, customer }: Person): Promise<boolean> {
  const { rows } = await database.query(
    `select exists (select from listed_orders where customer = $1)
         or exists (select from preferences where person = any($2)) as known`,
    [customer, keys],
  );
  return rows[0].known;
}

/** Numbers of a person's orders, oldest first, after `after`; at most `limit`. Only those placed until `placed_until_ms`. */
export async function ordersOf(
  database: Database,
  person: Person,
  { after = '', limit, placed_until_ms }: { after?: string; limit: number; placed_until_ms?: number },
): Promise<string[]> {
  const until = placed_until_ms === undefined ? 'infinity' : new Date(placed_until_ms);
  const { rows } = await database.query<{ order_number: string }>(
    `select order_number from (${ORDERS}) o where order_number > $5 and placed_at <= $4
     order by order_number limit $6`,
    [...orderWishes(person), until, after, limit],
  );
  return rows.map(({ order_number }) => order_number);
}

/** Three parameters: id in the shop, proven addresses, the one order of a guest. */
const ORDERS = `
  select order_number, placed_at from listed_orders where customer = $1
  union
  select order_number, placed_at from listed_orders where email = any($2)
  union
  select order_number, placed_at from stories where order_number = $3`;

function orderWishes({ subject, customer, keys, emails }: Person): unknown[] {
  const order = subject.startsWith('order:') ? subject.slice('order:'.length) : null;
  const proven = keys.some((key) => key.startsWith('account:')) ? emails : [];
  return [customer, proven, order];
}

/** How many orders a person has, counted up to `max`. */
export async function countOrders(database: Database, person: Person, max: number): Promise<number> {
  const { rows } = await database.query(
    `select count(*) as total from (select from (${ORDERS}) o limit $4) counted`,
    [...orderWishes(person), max],
  );
  return rows[0].total;
}

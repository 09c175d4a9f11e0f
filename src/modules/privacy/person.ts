import type { Database } from '../../lib/database.ts';
import { type Buyer, buyerOf, keysOf, orderIn, ordersOf } from '../buyers/index.ts';

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
  /** Whose orders are theirs; null: a guest's, that one order. */
  buyer: Buyer | null;
  /** Where they are written to: the address they proved, else that of their newest order. */
  email: string | null;
}

/** Who a subject is. @returns null when nothing is known of them */
export async function readPerson(database: Database, subject: Subject): Promise<Person | null> {
  const order = orderIn(subject);
  if (order !== null) return guestOf(database, order);
  const [kind, id] = [subject.slice(0, subject.indexOf(':')), subject.slice(subject.indexOf(':') + 1)];
  const { rows } = await database.query<{ id: string; email: string; customer: string | null }>(
    `select id, email, customer from customer_accounts where ${kind === 'account' ? 'id' : 'customer'} = $1`,
    [id],
  );
  const account = rows[0];
  if (kind === 'account' && !account) return null;
  const buyer = account ? buyerOf(account) : { customer: id, email: null };
  const keys = await keysOf(database, account?.id ?? null, buyer);
  const { email } = buyer;
  const person = { subject, keys, emails: email === null ? [] : [email], buyer, email };
  return account || (await isKnown(database, id, keys)) ? person : null;
}

async function guestOf(database: Database, number: string): Promise<Person | null> {
  const { rows } = await database.query<{ email: string | null }>(
    `select lower(email) as email from contacts where order_number = $1`,
    [number],
  );
  if (!rows[0]) return null;
  const { email } = rows[0];
  const subject = `order:${number}`;
  return { subject, keys: [subject], emails: email ? [email] : [], buyer: null, email };
}

async function isKnown(database: Database, customer: string, keys: readonly string[]): Promise<boolean> {
  const { rows } = await database.query(
    `select exists (select from listed_orders where customer = $1)
         or exists (select from preferences where person = any($2)) as known`,
    [customer, keys],
  );
  return rows[0].known;
}

/** Numbers of a person's orders, newest first, `page` at a time. */
export async function* theirOrders(
  database: Database,
  { subject, buyer }: Person,
  wish: Parameters<typeof ordersOf>[2],
): AsyncGenerator<string[], undefined> {
  if (buyer) yield* ordersOf(database, buyer, wish);
  else yield [orderIn(subject)!];
}

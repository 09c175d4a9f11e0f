import { type Connection, type Database, isDuplicate, transaction } from '../../lib/database.ts';
import { normalizeEmail } from '../../lib/email.ts';
import { endDevices } from '../devices/index.ts';
import { type Buyer, buyerOf } from './buyer.ts';
import { keysOf } from './people.ts';

/** The address belongs to somebody else's account. */
export class EmailTaken extends Error {}

/**
 * Gives an account another address, and with it every order that bears the old one: they are listed, opened and written
 * to by it. In the transaction in which the old mailbox is told.
 * @returns the address it had, which somebody may have changed a moment ago; null: it is gone, or has this one already
 * @throws EmailTaken
 */
export async function changeEmail(
  connection: Connection,
  account: string,
  email: string,
  now_ms: number,
): Promise<string | null> {
  const is = normalizeEmail(email);
  const was = (await lockBuyer(connection, account))?.email ?? null;
  if (was === null || was === is) return null;
  await connection
    .query(
      `update customer_accounts set email = $2, emails_before = emails_before || email, updated_at = $3
       where id = $1`,
      [account, is, new Date(now_ms)],
    )
    .catch((error) => {
      throw isDuplicate(error) ? new EmailTaken() : error;
    });
  await moveOrders(connection, was, is);
  return was;
}

/**
 * Puts back an address that somebody else had changed, with the orders that were moved since, and ends every way in that
 * they may have left behind: sessions, passkeys, devices, and links mailed meanwhile. However often they changed it again: whoever
 * asks reads the mailbox it had. An account that was made there meanwhile, by signing in with a code, is theirs too and
 * gives way. False: this was undone before, or the shop says that the address is another customer's.
 */
export function putBackEmail(
  database: Database,
  { account, was: before }: { account: string; was: string },
  now_ms: number,
): Promise<boolean> {
  const was = normalizeEmail(before);
  return transaction(database, async (connection) => {
    const buyer = await lockBuyer(connection, account);
    if (buyer === null) return false;
    const keys = await keysOf(connection, account, buyer);
    await connection.query(
      `delete from customer_accounts where email = $2 and id <> $1 and customer is null
         and exists (select from customer_accounts where id = $1 and $2 = any(emails_before))`,
      [account, was],
    );
    const { rowCount } = await connection.query(
      `update customer_accounts set email = $2, updated_at = $3,
         emails_before = emails_before[:array_position(emails_before, $2) - 1]
       where id = $1 and $2 = any(emails_before)
         and not exists (select from customer_accounts where email = $2 and id <> $1)`,
      [account, was, new Date(now_ms)],
    );
    if (rowCount !== 1) return false;
    await connection.query('delete from customer_sessions where account_id = $1', [account]);
    await connection.query('delete from customer_passkeys where account_id = $1', [account]);
    await endDevices(connection, keys);
    await putBackOrders(connection, was, buyer.email!);
    return true;
  });
}

/** Nobody else changes who it is until this transaction ends. Null: there is no such account. */
async function lockBuyer(connection: Connection, account: string): Promise<Buyer | null> {
  const { rows } = await connection.query<{ customer: string | null; email: string }>(
    'select customer, email from customer_accounts where id = $1 for update',
    [account],
  );
  return rows[0] ? buyerOf(rows[0]) : null;
}

/**
 * Found in the list of orders, which has each address in one spelling; a trigger keeps it in step. No link in the old
 * mailbox opens them any more: its reader puts the address back, or is nobody's.
 */
async function moveOrders(connection: Connection, was: string, is: string): Promise<void> {
  await connection.query(
    `update contacts c set email = $2, emails_before = c.emails_before || c.email, access_epoch = c.access_epoch + 1
     from listed_orders l
     where l.order_number = c.order_number and l.email = $1`,
    [was, is],
  );
}

/** Only those that were moved: orders which the new mailbox had before are somebody else's. */
async function putBackOrders(connection: Connection, was: string, is: string): Promise<void> {
  await connection.query(
    `update contacts c set email = c.emails_before[b.place], emails_before = c.emails_before[:b.place - 1],
       access_epoch = c.access_epoch + 1
     from listed_orders l join contacts o using (order_number)
       cross join lateral (select min(n) as place from unnest(o.emails_before) with ordinality as b(email, n)
                           where lower(normalize(btrim(b.email))) = $1) b
     where l.order_number = c.order_number and l.email = $2 and b.place is not null`,
    [was, is],
  );
}

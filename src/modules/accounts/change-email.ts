import { type Connection, type Database, transaction } from '../../lib/database.ts';
import { normalizeEmail } from '../../lib/email.ts';

/**
 * Gives an account another address, and with it every order that bears the old one: they are listed, opened and written
 * to by it. False: the address is another account's.
 */
export function changeEmail(
  database: Database,
  account: string,
  email: string,
  now_ms: number,
): Promise<boolean> {
  const is = normalizeEmail(email);
  return transaction(database, async (connection) => {
    const { rows } = await connection.query<{ email: string }>(
      `select email from customer_accounts where id = $1
         and not exists (select from customer_accounts where email = $2 and id <> $1) for update`,
      [account, is],
    );
    if (!rows[0]) return false;
    const was = normalizeEmail(rows[0].email);
    await connection.query('update customer_accounts set email = $2, updated_at = $3 where id = $1', [
      ...[account, is, new Date(now_ms)],
    ]);
    if (was !== is) await moveOrders(connection, was, is);
    return true;
  });
}

/**
 * Puts back an address that somebody else had changed, with the orders that were moved then, and ends every way in that
 * they may have left behind: sessions, passkeys, and links mailed meanwhile. False: the account has another address by
 * now, or somebody has the old one.
 */
export function putBackEmail(
  database: Database,
  { account, was, is }: { account: string; was: string; is: string },
  now_ms: number,
): Promise<boolean> {
  return transaction(database, async (connection) => {
    const { rowCount } = await connection.query(
      `update customer_accounts set email = $2, updated_at = $4 where id = $1 and email = $3
         and not exists (select from customer_accounts where email = $2)`,
      [account, normalizeEmail(was), normalizeEmail(is), new Date(now_ms)],
    );
    if (rowCount !== 1) return false;
    await connection.query('delete from customer_sessions where account_id = $1', [account]);
    await connection.query('delete from customer_passkeys where account_id = $1', [account]);
    await putBackOrders(connection, normalizeEmail(was), normalizeEmail(is));
    return true;
  });
}

/** Found in the list of orders, which has each address in one spelling; a trigger keeps it in step. */
async function moveOrders(connection: Connection, was: string, is: string): Promise<void> {
  await connection.query(
    `update contacts c set email = $2, email_before = c.email from listed_orders l
     where l.order_number = c.order_number and l.email = $1`,
    [was, is],
  );
}

/** Only those that were moved: orders which the new mailbox had before are somebody else's. */
async function putBackOrders(connection: Connection, was: string, is: string): Promise<void> {
  await connection.query(
    `update contacts c set email = c.email_before, email_before = null, access_epoch = c.access_epoch + 1
     from listed_orders l
     where l.order_number = c.order_number and l.email = $2
       and lower(normalize(btrim(c.email_before))) = $1`,
    [was, is],
  );
}

import type { Database } from '../../lib/database.ts';
import { normalizeEmail } from '../../lib/email.ts';

/** Whether a code sent to this address could ever open something: an account has it, or an order does. */
export async function isKnownBuyer(database: Database, email: string): Promise<boolean> {
  const { rows } = await database.query({
    name: 'buyer_known',
    text: `select exists (select from customer_accounts where email = $1)
             or exists (select from listed_orders where email = $1) as known`,
    values: [normalizeEmail(email)],
  });
  return rows[0].known;
}

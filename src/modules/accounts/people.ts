import { randomUUID } from 'node:crypto';
import { type Connection, type Database, isDeadlock, isDuplicate, transaction } from '../../lib/database.ts';
import { normalizeEmail } from '../../lib/email.ts';
import { endDevices } from '../devices/index.ts';
import type { AccountKind, Role } from './account.ts';

/** The account of a buyer who has proven this address, made when it is their first time. @returns its id */
export async function customerWithEmail(database: Database, email: string, now_ms: number): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `insert into customer_accounts (id, name, email, email_verified, created_at, updated_at)
     values ($1, '', $2, true, $3, $3)
     on conflict (email) do update set email_verified = true returning id`,
    [randomUUID(), normalizeEmail(email), new Date(now_ms)],
  );
  return rows[0]!.id;
}

interface ShopsCustomer {
  customer: string;
  email: string;
  name: string;
}

/**
 * The account of a customer whom the shop knows by its own id. Found by that id, else by the address. When the shop
 * says that an address belongs to another of its customers now, or that this one has another address, no way in stays
 * that was opened before: the old mailbox may be somebody else's by now, and so may an id that was given anew.
 * @returns its id
 */
export async function customerOfShop(
  database: Database,
  person: ShopsCustomer,
  now_ms: number,
): Promise<string> {
  for (let lost = 0; ; lost++) {
    try {
      return await keepShopsCustomer(database, person, now_ms);
    } catch (error) {
      // They come in by two pages at once: the account is there now, or the other page is done with it.
      if (lost === lost_max || !(isDuplicate(error) || isDeadlock(error))) throw error;
    }
  }
}

const lost_max = 3;

function keepShopsCustomer(
  database: Database,
  { customer, email, name }: ShopsCustomer,
  now_ms: number,
): Promise<string> {
  const now = new Date(now_ms);
  return transaction(database, async (connection) => {
    const { rows } = await connection.query<{ id: string; customer: string | null; email: string }>(
      `select id, customer, email from customer_accounts where customer = $1 or email = $2
       order by customer = $1 desc nulls last for update`,
      [customer, normalizeEmail(email)],
    );
    const [kept, ...others] = rows;
    if (!kept) {
      const id = randomUUID();
      await connection.query(
        `insert into customer_accounts (id, name, email, email_verified, customer, created_at, updated_at)
         values ($1, $2, $3, true, $4, $5, $5)`,
        [id, name, normalizeEmail(email), customer, now],
      );
      return id;
    }
    for (const { id } of others) await connection.query('delete from customer_accounts where id = $1', [id]);
    const same = kept.customer === customer && normalizeEmail(kept.email) === normalizeEmail(email);
    if (kept.customer !== null && !same) {
      await connection.query('delete from customer_sessions where account_id = $1', [kept.id]);
      await connection.query('delete from customer_passkeys where account_id = $1', [kept.id]);
      const ids = [customer, ...rows.flatMap((row) => row.customer ?? [])];
      await endDevices(
        connection,
        ids.map((id) => `customer:${id}`),
      );
    }
    await connection.query(
      `update customer_accounts set customer = $2, email = $3, email_verified = true, updated_at = $4,
         name = case when name = '' then $5 else name end where id = $1`,
      [kept.id, customer, normalizeEmail(email), now, name],
    );
    return kept.id;
  });
}

export async function rename(
  database: Database,
  realm: 'customer' | 'staff',
  account: string,
  name: string,
  now_ms: number,
): Promise<void> {
  await database.query(`update ${realm}_accounts set name = $2, updated_at = $3 where id = $1`, [
    account,
    name,
    new Date(now_ms),
  ]);
}

/** Who works behind a desk. */
export interface StaffPerson {
  id: string;
  kind: Exclude<AccountKind, 'customer'>;
  email: string;
  /** What they are called by whoever invited them; empty: nobody said. */
  name: string;
  seller: string | null;
  role: Role;
  demonstration: boolean;
}

const STAFF = 'select id, kind, email, name, seller, role, demonstration from staff_accounts';

export async function findStaff(database: Database, email: string): Promise<StaffPerson | null> {
  const { rows } = await database.query<StaffPerson>(`${STAFF} where email = $1`, [normalizeEmail(email)]);
  return rows[0] ?? null;
}

export async function findStaffById(database: Database, id: string): Promise<StaffPerson | null> {
  const { rows } = await database.query<StaffPerson>(`${STAFF} where id = $1`, [id]);
  return rows[0] ?? null;
}

/**
 * Makes the account of somebody who was invited. One they have at this desk is theirs again, with its new role and
 * without every way in it had: so comes back who has lost theirs.
 * @returns its id; null: this address works at another desk
 */
export async function keepStaff(
  connection: Pick<Connection, 'query'>,
  person: Omit<StaffPerson, 'id'>,
  now_ms: number,
): Promise<string | null> {
  const { rows } = await connection.query<{ id: string }>(
    `insert into staff_accounts (id, name, email, email_verified, kind, seller, role, demonstration,
       two_factor_enabled, created_at, updated_at)
     values ($1, $8, $2, true, $3, $4, $5, $6, false, $7, $7)
     on conflict (email) do update set role = excluded.role, two_factor_enabled = false,
       updated_at = excluded.updated_at,
       name = case when excluded.name = '' then staff_accounts.name else excluded.name end
       where staff_accounts.kind = excluded.kind and staff_accounts.seller is not distinct from excluded.seller
     returning id`,
    [
      ...[randomUUID(), normalizeEmail(person.email), person.kind, person.seller, person.role],
      ...[person.demonstration, new Date(now_ms), person.name],
    ],
  );
  const id = rows[0]?.id ?? null;
  for (const table of id === null ? [] : ways_in) {
    await connection.query(`delete from ${table} where account_id = $1`, [id]);
  }
  return id;
}

const ways_in = ['staff_sessions', 'staff_passkeys', 'staff_passwords', 'staff_authenticators'];

/** Whether anybody can open the operator's pages, or was let in to. */
export async function hasOperator(database: Database): Promise<boolean> {
  const { rows } = await database.query(
    `select exists (select from staff_accounts where kind = 'operator' and not demonstration) as known`,
  );
  return rows[0].known;
}

import { type Connection, type Database, transaction } from '../../../lib/database.ts';
import type { Ledger } from '../../../story/index.ts';
import { orderIn } from '../../buyers/index.ts';
import type { TellPerson } from '../../notifications/personal/index.ts';
import type { State } from '../../state.ts';
import { type Person, readPerson, theirOrders } from '../person.ts';
import { eraseRows } from '../statement.ts';
import { eraseStrays } from '../strays.ts';
import { PERSONAL_TABLES } from '../tables/index.ts';
import { erasure_limits as limits } from './limits.ts';
import { eraseOrders, sending } from './orders.ts';
import {
  addOrders,
  claimErasure,
  countOrders,
  type ErasureRow,
  forgetWhose,
  openOrders,
  setDue,
} from './store.ts';

export interface ErasureDeps {
  database: Database;
  ledger: Ledger<State>;
  tellPerson: TellPerson;
}

const gathered_page = 1_000;

/**
 * Goes on with every erasure that is due. Each step may be done again: a worker that dies leaves the rest to the next
 * one, and what comes in meanwhile is found by the last step.
 */
export async function erasePeople(deps: ErasureDeps, now_ms: number): Promise<void> {
  for (;;) {
    const erasure = await claimErasure(deps.database, now_ms, limits.lease_ms);
    if (!erasure) return;
    await (erasure.told_at === null ? eraseAll(deps, erasure, now_ms) : finish(deps, erasure, now_ms));
  }
}

/** First the orders, page by page; what is about no order goes when the last of them is over. */
async function eraseAll(deps: ErasureDeps, erasure: ErasureRow, now_ms: number): Promise<void> {
  const { database, ledger } = deps;
  const began_ms = performance.now();
  const person = await personOf(database, erasure);
  await gather(database, erasure, person);
  let after = '';
  for (;;) {
    const orders = await openOrders(database, erasure.id, after, limits.page_orders);
    if (orders.length === 0) break;
    await eraseOrders(database, ledger, erasure, { orders, now_ms });
    await setDue(database, erasure.id, now_ms + performance.now() - began_ms + limits.lease_ms);
    after = orders.at(-1)!;
  }
  const { rows } = await database.query(
    'select distinct kept_for from erased_orders where erasure = $1 and erased_at is null',
    [erasure.id],
  );
  if (rows.length > 0) {
    const soon = rows.some(({ kept_for }) => kept_for === sending || kept_for === null);
    return setDue(database, erasure.id, now_ms + (soon ? limits.soon_ms : limits.look_again_ms));
  }
  await transaction(database, (connection) => eraseRest(connection, erasure, person, now_ms));
  await finish(deps, { ...erasure, told_at: new Date(now_ms) }, now_ms);
}

/** Once their own rows are gone only the erasure itself knows who it was. */
async function personOf(database: Database, { subject, emails, email }: ErasureRow): Promise<Person> {
  const person = await readPerson(database, subject);
  if (person) return person;
  const customer = subject.startsWith('customer:') ? subject.slice('customer:'.length) : null;
  const buyer = orderIn(subject) === null ? { customer, email: customer === null ? email : null } : null;
  return { subject, keys: [subject], emails, buyer, email };
}

/** What was placed after they asked is a new order of somebody who buys again. */
async function gather(database: Database, erasure: ErasureRow, person: Person): Promise<void> {
  const placed_until_ms = erasure.asked_at.getTime();
  for await (const orders of theirOrders(database, person, { page: gathered_page, placed_until_ms })) {
    await addOrders(database, erasure.id, orders);
  }
}

/** What is kept about them beside orders: sign-in, wishes, devices, letters, what was sent to them about no order. */
async function eraseRest(
  connection: Connection,
  erasure: ErasureRow,
  person: Person,
  now_ms: number,
): Promise<void> {
  const { id, pseudonym } = erasure;
  // One that is being finished at this moment is finished first: what tells of it is found below.
  await connection.query('select from exports where subject = any($1) for update', [person.keys]);
  const emails = await ownAddresses(connection, id, person.keys);
  const { rows } = await connection.query(
    `select 'letter:' || id as key from inbound_mails where lower(envelope_sender) = any($1)
     union select subject_key from personal_messages
     where lower(email) = any($1) and subject_key not like 'order:%'`,
    [emails],
  );
  const keys = [...person.keys, ...rows.map(({ key }) => key)];
  const orders = await connection.query('select order_number from erased_orders where erasure = $1', [id]);
  const numbers: string[] = orders.rows.map(({ order_number }) => order_number);
  await eraseRows(connection, PERSONAL_TABLES, { orders: [], keys, emails, pseudonym });
  await eraseStrays(connection, { orders: numbers, keys, emails });
  await connection.query(`update erasures set told_at = $2, emails = '{}' where id = $1`, [
    id,
    new Date(now_ms),
  ]);
}

/** Of the addresses they used those that are nobody else's: not of another account, nor of an order that stays. */
async function ownAddresses(connection: Connection, id: string, keys: readonly string[]): Promise<string[]> {
  const { rows } = await connection.query(
    `select a.email from erasures e, unnest(e.emails) as a(email)
     where e.id = $1 and not exists (select from contacts c where lower(c.email) = a.email)
       and not exists (select from customer_accounts c
                       where lower(c.email) = a.email and not 'account:' || c.id = any($2))`,
    [id, keys],
  );
  return rows.map(({ email }) => email);
}

const day_ms = 86_400_000;

/** Tells them, and when that has left forgets the address it went to: the last there was of them. */
async function finish(deps: ErasureDeps, erasure: ErasureRow, now_ms: number): Promise<void> {
  const { database, tellPerson } = deps;
  const { id, email, locale, time_zone } = erasure;
  const key = `erasure:${id}`;
  const given_up = now_ms - erasure.told_at!.getTime() > limits.last_message_days * day_ms;
  if (email !== null && !given_up) {
    const told = await tellPerson(async (connection) => {
      const orders = await countOrders(connection, id);
      if (orders === null) return null;
      const data = { orders };
      return { type: 'erased', key: id, subject_key: key, email, locale, time_zone, data, now_ms };
    });
    if (!told) return;
    const under_way = await database.query(
      `select from deliveries where subject_key = $1 and status in ('waiting', 'sending', 'held')`,
      [key],
    );
    if (under_way.rows.length > 0) return setDue(database, id, now_ms + limits.soon_ms);
  }
  await transaction(database, async (connection) => {
    await eraseRows(connection, PERSONAL_TABLES, {
      ...{ orders: [], keys: [key], emails: [] },
      pseudonym: erasure.pseudonym,
    });
    await forgetWhose(connection, id, now_ms);
  });
}

import type { Database } from '../../lib/database.ts';
import { newestOrder, orderIn } from '../buyers/index.ts';
import type { OrderReader } from '../order-view/index.ts';
import type { Person } from './person.ts';

/** Where and how a person is written to about their data. */
export interface PersonReach {
  /** Null: nobody knows an address of theirs. */
  email: string | null;
  locale: string;
  time_zone: string;
}

/** Proven address and chosen language first; else those of their newest order, else the shop's. */
export async function reachOf(
  database: Database,
  orders: Pick<OrderReader, 'read'>,
  person: Person,
  shop: { locale: string; timeZone: string },
): Promise<PersonReach> {
  const { rows } = await database.query(
    `select (select locale from preferences where person = any($1) and locale is not null limit 1) as locale,
       (select time_zone from preferences where person = any($1) and time_zone is not null limit 1) as time_zone`,
    [person.keys],
  );
  const { locale, time_zone } = rows[0];
  const number = person.buyer ? await newestOrder(database, person.buyer) : orderIn(person.subject);
  const stored = number === null ? null : await orders.read(number);
  const order = stored?.state.order;
  return {
    email: person.email ?? (stored?.contact.customer.email || null),
    locale: locale ?? order?.locale ?? shop.locale,
    time_zone: time_zone ?? order?.time_zone ?? shop.timeZone,
  };
}

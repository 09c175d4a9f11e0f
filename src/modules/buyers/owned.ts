import type { Values } from '../../lib/values.ts';
import type { Buyer } from './buyer.ts';

/** Whose orders are looked for: a buyer's, or those a guest's session opened, as long as their `access_epoch` holds. */
export type Whose = Buyer | { opened: readonly { number: string; access_epoch: number }[] };

/**
 * For each way in which an order can be theirs, what it is read from and the first of its conditions; its row is `l`.
 * No order is found in two ways.
 */
export function owned(whose: Whose, { place }: Values): string[] {
  if ('opened' in whose) {
    const numbers = place(whose.opened.map(({ number }) => number));
    const epochs = place(whose.opened.map(({ access_epoch }) => access_epoch));
    return [
      `listed_orders l join contacts c using (order_number)
       join unnest(${numbers}::text[], ${epochs}::int[]) o(number, epoch) on o.number = l.order_number
       where c.access_epoch = o.epoch`,
    ];
  }
  const customer = whose.customer === null ? null : place(whose.customer);
  const email = whose.email === null ? null : place(whose.email);
  if (customer === null) return [`listed_orders l where ${email === null ? 'false' : `l.email = ${email}`}`];
  const own = `listed_orders l where l.customer = ${customer}`;
  if (email === null) return [own];
  // Most orders with the address are those of the customer: as ranges beside it, the index never touches them.
  const others = [`l.customer < ${customer}`, `l.customer > ${customer}`, 'l.customer is null'];
  return [own, ...others.map((range) => `listed_orders l where l.email = ${email} and ${range}`)];
}

/** The newest of somebody's orders that meet some conditions on `l`. */
export function newestOwned(
  whose: Whose,
  values: Values,
  { conditions, limit }: { conditions: readonly string[]; limit: number },
): string {
  const most = values.place(limit);
  const sorted = (row: string) => `order by ${row}placed_at desc, ${row}order_number desc limit ${most}`;
  // Each way has an index in this order.
  const found = owned(whose, values).map(
    (own) =>
      `(select l.order_number, l.placed_at from ${[own, ...conditions].join(' and ')} ${sorted('l.')})`,
  );
  return `select * from (${found.join(' union all ')}) l ${sorted('')}`;
}

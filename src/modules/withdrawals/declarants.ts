import { coalesce } from '../../lib/coalesce.ts';
import type { Database } from '../../lib/database.ts';
import type { Declarant } from './commands.ts';

const READ = `
  select d.order_number, d.withdrawal, d.name, d.email
  from unnest($1::text[], $2::text[]) as a(order_number, withdrawal)
  join withdrawal_declarants d on d.order_number = a.order_number and d.withdrawal = a.withdrawal`;

/** Who declared a withdrawal; null: it was erased. Concurrent readings share a query. */
export function readDeclarants(
  database: Database,
): (order_number: string, withdrawal: string) => Promise<Declarant | null> {
  const read = coalesce(async (keys: string[]) => {
    // Neither an order number nor an id of ours has a space in it.
    const named = keys.map((key) => key.split(' '));
    const { rows } = await database.query<Declarant & { order_number: string; withdrawal: string }>({
      name: 'withdrawal_declarants_read',
      text: READ,
      values: [named.map(([number]) => number), named.map(([, withdrawal]) => withdrawal)],
    });
    return new Map(
      rows.map(({ order_number, withdrawal, name, email }) => [
        `${order_number} ${withdrawal}`,
        { name, email },
      ]),
    );
  });
  return (order_number, withdrawal) => read(`${order_number} ${withdrawal}`);
}

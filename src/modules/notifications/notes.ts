import { coalesce } from '../../lib/coalesce.ts';
import type { Database } from '../../lib/database.ts';

const READ = `
  select f.order_number, f.version, n.text
  from unnest($1::text[], $2::int[]) as a(order_number, version)
  join facts f on f.order_number = a.order_number and f.version = a.version
  join notes n on n.order_number = f.order_number and n.command_id = f.command_id`;

/**
 * The words a person wrote with a fact. They are read when a message is sent and kept nowhere else, so that what is
 * erased is not told. Concurrent readings share a query.
 */
export function readNotes(
  database: Database,
): (order_number: string, fact_version: number) => Promise<string | null> {
  const read = coalesce(async (keys: string[]) => {
    // An order number has no space in it.
    const facts = keys.map((key) => key.split(' '));
    const { rows } = await database.query<{ order_number: string; version: number; text: string }>({
      name: 'notes_of_facts',
      text: READ,
      values: [facts.map(([number]) => number), facts.map(([, version]) => Number(version))],
    });
    return new Map(rows.map(({ order_number, version, text }) => [`${order_number} ${version}`, text]));
  });
  return (order_number, fact_version) => read(`${order_number} ${fact_version}`);
}

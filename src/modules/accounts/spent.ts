import type { Database } from '../../lib/database.ts';

/** Whether this is the first time that something was used which works once. Of two at the same instant one is. */
export async function spend(database: Database, key: string, expires_at_ms: number): Promise<boolean> {
  const { rowCount } = await database.query(
    'insert into spent (key, expires_at) values ($1, $2) on conflict do nothing',
    [key, new Date(expires_at_ms)],
  );
  return rowCount === 1;
}

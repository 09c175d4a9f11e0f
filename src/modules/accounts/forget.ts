import type { Database } from '../../lib/database.ts';
import { absolute_ms, idle_ms } from './session.ts';

/** Deletes what opens nothing any more: sessions, codes, challenges, invitations, what was used once, what was counted. @returns how many */
export async function forgetSignIns(database: Database, now_ms: number): Promise<number> {
  const now = new Date(now_ms);
  let forgotten = 0;
  for (const realm of ['customer', 'staff'] as const) {
    const { rowCount } = await database.query(
      `delete from ${realm}_sessions where expires_at <= $1 or updated_at <= $2 or created_at <= $3`,
      [now, new Date(now_ms - idle_ms[realm]), new Date(now_ms - absolute_ms[realm])],
    );
    forgotten += rowCount ?? 0;
  }
  for (const table of [
    'customer_challenges',
    'staff_challenges',
    'mailed_codes',
    'spent',
    'invitations',
    'tallies',
  ]) {
    const { rowCount } = await database.query(`delete from ${table} where expires_at <= $1`, [now]);
    forgotten += rowCount ?? 0;
  }
  return forgotten;
}

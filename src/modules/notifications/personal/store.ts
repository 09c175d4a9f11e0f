import type { Database } from '../../../lib/database.ts';
import { sent_messages_kept_days } from '../deliveries/sent.ts';
import type { PersonalMessage } from './type.ts';

interface Key {
  subject_key: string;
  id: string;
}

/** Null: it was erased, or has grown old. */
export async function readPersonal(
  database: Database,
  { subject_key, id }: Key,
): Promise<PersonalMessage | null> {
  const { rows } = await database.query({
    name: 'personal_read',
    text: `select email, time_zone, data, expires_at from personal_messages
           where subject_key = $1 and notification_id = $2`,
    values: [subject_key, id],
  });
  if (!rows[0]) return null;
  const { expires_at, ...message } = rows[0];
  return { ...message, expires_at_ms: expires_at?.getTime() ?? null };
}

/** Deletes what is worth nothing any more, and what was kept as long as sent messages are. @returns how many */
export async function forgetPersonal(database: Database, now_ms: number): Promise<number> {
  const { rowCount } = await database.query(
    `delete from personal_messages
     where expires_at <= $1 or created_at < $1::timestamptz - $2 * interval '1 day'`,
    [new Date(now_ms), sent_messages_kept_days],
  );
  return rowCount ?? 0;
}

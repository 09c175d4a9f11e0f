import type { Connection } from '../../../lib/database.ts';

/**
 * Puts back into the line what people's wishes hold, so that it is decided anew by those they have now. A digest
 * that is being sent keeps what it has: each of its news would otherwise be told twice.
 */
export async function releaseHeld(
  connection: Connection,
  people: readonly string[],
  now_ms: number,
): Promise<void> {
  // Locked first: a digest that is claimed meanwhile is one whose members are no longer ours to take.
  const { rows } = await connection.query<{ notification_id: string }>(
    `select d.notification_id from deliveries d
     where (d.subject_key, d.notification_id, d.channel) in (
         select of.person, m.digest_id, m.channel
         from deliveries m, lateral (values (m.person), (m.subject_key)) as of(person)
         where (m.person = any($1) or m.subject_key = any($1)) and m.held_for is not null and m.status = 'held')
       and d.status = 'waiting' and d.attempts = 0
     order by d.notification_id for update`,
    [people],
  );
  await connection.query(
    `update deliveries set status = 'waiting', due_at = $2, held_for = null, digest_id = null
     where (person = any($1) or subject_key = any($1)) and held_for is not null
       and (status = 'waiting' or status = 'held' and digest_id = any($3))`,
    [people, new Date(now_ms), rows.map((row) => row.notification_id)],
  );
}

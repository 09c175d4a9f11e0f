import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { instant } from '../../lib/clock.ts';
import { coalesce } from '../../lib/coalesce.ts';
import type { Database } from '../../lib/database.ts';
import { orderIn } from '../buyers/index.ts';
import type { Letter, Reply } from './reply.ts';

/** Nobody writes more about one order that is worth showing on its page. */
export const replies_of_an_order_max = 50;

interface Row {
  subject_key: string;
  id: string;
  received_at: Date;
  body: Buffer;
  settled_at: Date | null;
}

/** Keeps what a person wrote, once however often it is read. */
export async function keepReply(
  database: Database,
  reply: {
    id: string;
    subject_key: string;
    notification_id: string | null;
    received_at: string;
    letter: Letter;
  },
): Promise<void> {
  const { id, subject_key, notification_id, received_at, letter } = reply;
  await database.query(
    `insert into replies (subject_key, id, notification_id, received_at, body) values ($1, $2, $3, $4, $5)
     on conflict (subject_key, id) do nothing`,
    [subject_key, id, notification_id, received_at, zstdCompressSync(JSON.stringify(letter))],
  );
}

/** What the buyer wrote about an order, newest first. Pages that are opened at the same moment share a query. */
export function readReplies(database: Database): (order_number: string) => Promise<readonly Reply[]> {
  const read = coalesce(async (numbers: string[]) => {
    const { rows } = await database.query<Row>({
      name: 'order_replies',
      text: `select r.subject_key, r.id, r.received_at, r.body, r.settled_at
             from unnest($1::text[]) as o(subject_key) cross join lateral (
               select * from replies where subject_key = o.subject_key
               order by received_at desc, id limit ${replies_of_an_order_max}) r
             order by r.received_at desc, r.id`,
      values: [numbers.map((number) => `order:${number}`)],
    });
    return Map.groupBy(rows.map(replyOf), ({ subject_key }) => orderIn(subject_key)!);
  });
  return async (number) => (await read(number)) ?? [];
}

/** What nobody has dealt with, newest first, and how much there is in all. */
export async function readOpenReplies(
  database: Database,
  limit: number,
): Promise<{ total: number; newest: Reply[] }> {
  const [counted, { rows }] = await Promise.all([
    database.query('select count(*) as total from replies where settled_at is null'),
    database.query<Row>(
      `select subject_key, id, received_at, body, settled_at from replies where settled_at is null
       order by received_at desc, id desc limit $1`,
      [limit],
    ),
  ]);
  return { total: counted.rows[0].total, newest: rows.map(replyOf) };
}

/** A person has dealt with it. @returns false when somebody had before, or there is none */
export async function settleReply(
  database: Database,
  reply: { subject_key: string; id: string },
  now_ms: number,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `update replies set settled_at = $3 where subject_key = $1 and id::text = $2 and settled_at is null`,
    [reply.subject_key, reply.id, new Date(now_ms)],
  );
  return rowCount === 1;
}

/** Deletes everything that came back from somebody: letters, and the mails as they came. */
export async function eraseCorrespondence(
  database: Database,
  subject_keys: readonly string[],
): Promise<void> {
  await database.query(
    `with mails as (delete from inbound_mails where subject_key = any($1) returning id)
     delete from replies where subject_key = any($1) or subject_key = '' and id in (select id from mails)`,
    [subject_keys],
  );
}

function replyOf({ body, received_at, settled_at, ...row }: Row): Reply {
  const letter: Letter = JSON.parse(zstdDecompressSync(body).toString());
  return {
    ...row,
    ...letter,
    received_at: instant(received_at.getTime()),
    settled_at: settled_at && instant(settled_at.getTime()),
  };
}

import { instant } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import { type SentMessage, unpackMessage } from '../../modules/notifications/deliveries/index.ts';

/** A message of any channel as the list of the development inbox shows it. */
export interface InboxMail {
  id: number;
  channel: string;
  order_number: string | null;
  type: string;
  recipient: string;
  subject: string;
  received_at: string;
}

export interface InboxFilter {
  order: string | null;
  /** Any part of the address or number. */
  recipient: string | null;
  type: string | null;
}

/** Newest first, those before `before` (null: from the newest on). */
export async function listInbox(
  database: Database,
  { order, recipient, type }: InboxFilter,
  { before, limit }: { before: number | null; limit: number },
): Promise<InboxMail[]> {
  const { rows } = await database.query(
    `select id, channel, order_number, type, recipient, subject, received_at from dev_inbox
     where ($1::text is null or order_number = $1)
       and ($2::text is null or position(lower($2) in lower(recipient)) > 0)
       and ($3::text is null or type = $3) and ($4::bigint is null or id < $4)
     order by id desc limit $5`,
    [order, recipient, type, before, limit],
  );
  return rows.map((row) => ({ ...row, received_at: instant(row.received_at.getTime()) }));
}

export async function readInboxMail(
  database: Database,
  id: number,
): Promise<(InboxMail & { message: SentMessage }) | null> {
  const { rows } = await database.query(
    `select id, channel, order_number, type, recipient, subject, received_at, body from dev_inbox where id = $1`,
    [id],
  );
  if (!rows[0]) return null;
  const { body, received_at, ...mail } = rows[0];
  return { ...mail, received_at: instant(received_at.getTime()), message: unpackMessage(body) };
}

/** The types there is mail of, for the filter. */
export async function inboxTypes(database: Database): Promise<string[]> {
  const { rows } = await database.query('select distinct type from dev_inbox order by type');
  return rows.map((row) => row.type);
}

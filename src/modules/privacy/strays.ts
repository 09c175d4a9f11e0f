import { zstdDecompressSync } from 'node:zlib';
import type { Connection } from '../../lib/database.ts';
import type { Given } from './statement.ts';

/**
 * What no column says whose it is, because nobody knew when it came: letters about nothing we know of, our answers to
 * those, messages of carriers that could not be read. There are few, and they are looked into one by one.
 */
export async function eraseStrays(connection: Connection, given: Given): Promise<void> {
  await eraseLetters(connection, given.emails);
  await erasePayloads(connection, given);
}

const page_rows = 200;

/** Letters whose mail is no longer kept, and the answers of `verify@` that are kept longer than what they answer. */
async function eraseLetters(connection: Connection, emails: readonly string[]): Promise<void> {
  if (emails.length === 0) return;
  await eachPacked(connection, {
    table: 'replies',
    key: ['id'],
    where: `subject_key = ''`,
    is: (body) => namesOne(JSON.parse(body).from, emails),
  });
  const letters = await eachPacked(connection, {
    table: 'sent_messages',
    key: ['subject_key'],
    where: `subject_key >= 'letter:' and subject_key < 'letter;'`,
    is: (body) => namesOne(JSON.parse(body).to, emails),
  });
  const keys = letters.map((row) => row.subject_key);
  if (keys.length === 0) return;
  await connection.query('delete from deliveries where subject_key = any($1)', [keys]);
  await connection.query('delete from notifications where subject_key = any($1)', [keys]);
}

/** Those that were never read into scans, or came before their parcels were written beside them. */
async function erasePayloads(connection: Connection, { orders, emails }: Given): Promise<void> {
  const { rows } = await connection.query(
    `select distinct number from tracking_numbers where order_number = any($1) and number <> ''`,
    [orders],
  );
  const wanted = [...rows.map(({ number }) => number.toLowerCase()), ...emails];
  if (wanted.length === 0) return;
  await eachPacked(connection, {
    table: 'carrier_payloads',
    key: ['id'],
    where: `(numbers is null or numbers = '{}')`,
    is: (body) => namesOne(body, wanted),
  });
}

function namesOne(text: string, wanted: readonly string[]): boolean {
  const folded = String(text ?? '').toLowerCase();
  return wanted.some((one) => folded.includes(one));
}

interface Stray {
  table: string;
  key: readonly string[];
  where: string;
  is(body: string): boolean;
}

/** Deletes the rows whose packed body is theirs, in pages. @returns their keys */
async function eachPacked(connection: Connection, stray: Stray): Promise<Record<string, string>[]> {
  const { table, where, is } = stray;
  const key = stray.key[0]!;
  const erased: Record<string, string>[] = [];
  let after: string | null = null;
  for (;;) {
    const { rows }: { rows: { key: string; body: Buffer }[] } = await connection.query(
      `select ${key}::text as key, body from ${table}
       where ${where} and ($1::text is null or ${key}::text > $1) order by ${key}::text limit ${page_rows}`,
      [after],
    );
    const theirs = rows.filter(({ body }) => is(zstdDecompressSync(body).toString())).map((row) => row.key);
    if (theirs.length > 0) {
      await connection.query(`delete from ${table} where ${where} and ${key}::text = any($1)`, [theirs]);
      erased.push(...theirs.map((value) => ({ [key]: value })));
    }
    if (rows.length < page_rows) return erased;
    after = rows.at(-1)!.key;
  }
}

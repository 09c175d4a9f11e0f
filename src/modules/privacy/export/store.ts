import { randomUUID } from 'node:crypto';
import type { Connection, Database } from '../../../lib/database.ts';

/** What graphile-worker calls the work. */
export const export_task = 'make_exports';

/** How long a finished export lies ready. */
export const export_kept_days = 7;

/** In which shape: `json` for programs, `page` to read. */
export type ExportShape = 'json' | 'page';

export interface ExportAsked {
  subject: string;
  email: string;
  locale: string;
  time_zone: string;
  now_ms: number;
}

export interface ExportRow {
  id: string;
  subject: string;
  email: string;
  locale: string;
  time_zone: string;
  asked_at: Date;
}

/** Has one made, unless one that was asked for today is still being made. */
export async function askExport(database: Database, asked: ExportAsked): Promise<void> {
  const { subject, email, locale, time_zone, now_ms } = asked;
  await database.query(
    `with asked as (
       insert into exports (id, subject, email, locale, time_zone, asked_at, due_at)
       select $1, $2, $3, $4, $5, $6::timestamptz, $6::timestamptz
       where not exists (select from exports where subject = $2 and made_at is null)
       returning id
     )
     select graphile_worker.add_job($7, job_key := $7) from asked`,
    [randomUUID(), subject, email, locale, time_zone, new Date(now_ms), export_task],
  );
}

/** Takes one that is to be made for this process alone, until its lease ends. */
export async function claimExport(
  database: Database,
  now_ms: number,
  lease_ms: number,
): Promise<ExportRow | null> {
  const { rows } = await database.query<ExportRow>(
    `update exports set due_at = $2 where id = (
       select id from exports where made_at is null and due_at <= $1 order by due_at limit 1
       for update skip locked)
     returning id, subject, email, locale, time_zone, asked_at`,
    [new Date(now_ms), new Date(now_ms + lease_ms)],
  );
  return rows[0] ?? null;
}

/** In the transaction in which its person is told. @returns false when they were erased meanwhile */
export async function keepExport(
  connection: Connection,
  id: string,
  made: { json: Buffer; page: Buffer; now_ms: number; expires_at_ms: number },
): Promise<boolean> {
  const { rowCount } = await connection.query(
    'update exports set json = $2, page = $3, made_at = $4, expires_at = $5 where id = $1',
    [id, made.json, made.page, new Date(made.now_ms), new Date(made.expires_at_ms)],
  );
  return rowCount === 1;
}

/** Of somebody of whom nothing is known any more there is nothing to make. */
export async function dropExport(database: Database, id: string): Promise<void> {
  await database.query('delete from exports where id = $1', [id]);
}

/** As it was made, compressed with zstd; null: there is none, or no longer. */
export async function readMadeExport(
  database: Database,
  id: string,
  shape: ExportShape,
  now_ms: number,
): Promise<Buffer | null> {
  const { rows } = await database.query(
    `select ${shape} as body from exports where id::text = $1 and made_at is not null and expires_at > $2`,
    [id, new Date(now_ms)],
  );
  return rows[0]?.body ?? null;
}

/** Whether one lies ready. */
export async function hasMadeExport(database: Database, id: string, now_ms: number): Promise<boolean> {
  const { rows } = await database.query(
    'select from exports where id::text = $1 and made_at is not null and expires_at > $2',
    [id, new Date(now_ms)],
  );
  return rows.length === 1;
}

/** Deletes those whose time is over. @returns how many */
export async function forgetExports(database: Database, now_ms: number): Promise<number> {
  const { rowCount } = await database.query('delete from exports where expires_at <= $1', [new Date(now_ms)]);
  return rowCount ?? 0;
}

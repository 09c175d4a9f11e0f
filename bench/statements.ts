import type pg from 'pg';

/** SQL statements the server has run since the last call, by pg_stat_statements. */
export async function statementsSince(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query(
    `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements
     where query !~ 'pg_stat_statements' and query !~* '^(begin|commit|listen)'`,
  );
  await pool.query('select pg_stat_statements_reset()');
  return rows[0].calls;
}

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

/** Where the database's time went: the most expensive statements, for the results page. */
export async function costliestStatements(pool: pg.Pool, count: number): Promise<string[]> {
  const { rows } = await pool.query(
    `select calls, round(total_exec_time::numeric) as total_ms, round(mean_exec_time::numeric, 2) as mean_ms,
       left(regexp_replace(query, '\\s+', ' ', 'g'), 90) as query
     from pg_stat_statements where query !~ 'pg_stat_statements' order by total_exec_time desc limit $1`,
    [count],
  );
  return rows.map(
    (row) => `${row.total_ms} ms in ${row.calls} calls, ${row.mean_ms} ms each: \`${row.query}\``,
  );
}

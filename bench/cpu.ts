import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';

/** USER_HZ of every Linux this runs on. */
const TICKS_PER_SECOND = 100;

interface Times {
  parent: number;
  ticks: number;
  /** Of its children that have ended: connections that were closed. */
  children_ticks: number;
}

/** See proc(5): the fields after the name, which may hold spaces and parentheses. */
async function timesOf(pid: number): Promise<Times | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [own, children] = [fields.slice(11, 13), fields.slice(13, 15)].map(
    ([user, system]) => Number(user) + Number(system),
  );
  return { parent: Number(fields[1]), ticks: own!, children_ticks: children! };
}

/** The postmaster of the server behind a connection. */
export async function postmasterOf(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query(
    "select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int as pid",
  );
  return rows[0].pid;
}

/**
 * Processor time that a process and a database server have used so far, seconds. Unlike rates it hardly changes
 * when the machine has other guests, so it is reported beside them.
 */
export async function processorTime(pid: number, postmaster: number): Promise<number> {
  let ticks = (await timesOf(pid))?.ticks ?? 0;
  for (const name of await readdir('/proc')) {
    const times = /^\d+$/.test(name) ? await timesOf(Number(name)) : null;
    if (times?.parent === postmaster) ticks += times.ticks;
    if (times && Number(name) === postmaster) ticks += times.ticks + times.children_ticks;
  }
  return ticks / TICKS_PER_SECOND;
}

import { measureBareScans } from './bare/scans.ts';
import { type Figures, type Load, measure } from './load.ts';
import { API_KEY, type Server } from './processes.ts';

const CONNECTIONS = 32;
/** Minutes of scans one slice may use up: each slice goes on where the last one ended, so that each scan is news. */
const MINUTES_PER_SLICE = 2_000;

export interface Stage {
  product: Server;
  bare: Server;
  database_url: string;
  /** Orders that were placed, `<run>-0` and on, and how often they were copied. */
  run: string;
  originals: number;
  copies: number;
  /** Session of the order page that is measured, and its order. */
  cookie: string;
  page: string;
  seconds: number;
  /** Counts slices, so that each uses numbers and times of its own. */
  slice: number;
}

export interface Scenario {
  name: string;
  /** What we want, in the words. */
  aim: string;
  limit_name: string;
  ours(stage: Stage): Promise<Figures>;
  limit(stage: Stage): Promise<Figures>;
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'orders placed, one per request',
    aim: '1.00 of the limit',
    limit_name: 'bare POST',
    ours: (stage) => ask(stage, 'orders', { run: `new-${stage.slice}` }),
    limit: (stage) => askBare(stage, 'orders', `bare-${stage.slice}`),
  },
  {
    name: 'order read',
    aim: '0.50 of the limit',
    limit_name: 'bare GET',
    ours: (stage) => ask(stage, 'order_reads', {}),
    limit: (stage) => askBare(stage, 'order_reads', stage.run),
  },
  {
    name: 'guest look-up',
    aim: '0.50 of the limit',
    limit_name: 'bare GET',
    ours: (stage) => ask(stage, 'lookups', { headers: {} }),
    limit: (stage) => askBare(stage, 'order_reads', stage.run),
  },
  {
    name: 'order page',
    aim: '0.25 of the limit',
    limit_name: 'bare GET',
    ours: (stage) => ask(stage, 'page', { run: stage.page, headers: { cookie: stage.cookie } }),
    limit: (stage) => askBare(stage, 'order_reads', stage.run),
  },
  // Last, because an order that was scanned a hundred times is no longer like those a shop has.
  {
    name: 'tracking events, one per request',
    aim: '3,000/s',
    limit_name: 'unnest of 1',
    ours: (stage) => ask(stage, 'scans', {}),
    limit: (stage) => bareScans(stage, 1, CONNECTIONS),
  },
  {
    name: 'tracking events, 100 per request',
    aim: '10,000/s, 0.50 of the limit',
    limit_name: 'unnest of 100',
    ours: (stage) => ask(stage, 'scan_batches', {}),
    limit: (stage) => bareScans(stage, 100, 1),
  },
];

function ask(stage: Stage, kind: Load['kind'], options: Partial<Load>): Promise<Figures> {
  const { run, originals, copies, seconds } = stage;
  const headers = { authorization: `Bearer ${API_KEY}` };
  return measure({
    ...{ url: stage.product.url, kind, connections: CONNECTIONS, seconds, headers, run, originals, copies },
    minute: stage.slice * MINUTES_PER_SLICE,
    ...options,
  });
}

function askBare(stage: Stage, kind: Load['kind'], run: string): Promise<Figures> {
  const { bare, originals, copies, seconds } = stage;
  return measure({
    ...{ url: bare.url, kind, connections: CONNECTIONS, seconds, headers: {}, run, originals, copies },
    minute: 0,
  });
}

/** Orders of its own for the limit of scans: two writers of the same orders would wait for each other. */
export function bareRun(run: string): string {
  return `${run}bare`;
}

async function bareScans(stage: Stage, batch: number, connections: number): Promise<Figures> {
  const { database_url, run, slice, originals, seconds } = stage;
  const written = await measureBareScans(database_url, {
    run: bareRun(run),
    slice,
    spread: originals,
    batch,
    connections,
    seconds,
  });
  return { per_second: written, p50_ms: 0, p99_ms: 0, errors: 0, requests: (written * seconds) / batch };
}

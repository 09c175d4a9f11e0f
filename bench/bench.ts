import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { measureBareScans } from './bare/scans.ts';
import { type BenchDatabase, startDatabase } from './database.ts';
import { multiplyOrders } from './fill.ts';
import { type Figures, type Load, measure } from './load.ts';
import { measureMails } from './mails.ts';
import { API_KEY, residentMemory, type Server, startBare, startProduct } from './processes.ts';
import { type Results, type Row, report } from './report.ts';
import { fillShop, preparePage } from './shop.ts';
import { costliestStatements, statementsSince } from './statements.ts';

/** Seconds each load runs; `BENCH_SECONDS=2` for a quick look. */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const CONNECTIONS = 32;
const SMALL = 1_000;
const LARGE = 200_000;
const RUN = 'bench';

const database = await startDatabase();
try {
  const results: Results = { machine: machineOf(), sizes: {}, mails: null, costliest: [] };
  results.sizes[SMALL] = await measureSize(database, SMALL);
  await multiplyOrders(database.pool, LARGE / SMALL - 1);
  results.sizes[LARGE] = await measureSize(database, LARGE);
  results.costliest = await costliestStatements(database.pool, 8);
  results.mails = await measureMails(database.url, SECONDS);
  const text = report(results);
  await writeFile(join(import.meta.dirname, 'RESULTS.md'), text);
  process.stdout.write(`\n${text}\n`);
} finally {
  await database.stop();
}

/** Each figure of the product beside its limit, both on the same database of the same size. */
async function measureSize({ url, pool }: BenchDatabase, size: number): Promise<Row[]> {
  const product = await startProduct(url, { ROLE: 'web' });
  if (size === SMALL) await fillShop(product, RUN, SMALL);
  const cookie = await preparePage(product, `page-${size}`);
  await statementsSince(pool);
  const rows: Row[] = [];
  const add = async (name: string, aim: number, figures: Figures, limit: number, limitName: string) => {
    const statements = (await statementsSince(pool)) / Math.max(1, figures.requests);
    rows.push({
      name,
      aim,
      figures,
      limit,
      limitName,
      statements,
      memory_mib: await residentMemory(product.pid),
    });
    process.stdout.write(`${size} ${name}: ${figures.per_second}/s, limit ${limit}/s\n`);
  };

  const limits = await measureLimits(url, size);
  await statementsSince(pool);
  const stored = { originals: SMALL, copies: size / SMALL };
  const ask = (kind: Load['kind'], run: string, headers: Record<string, string> = authorized) =>
    measure({ url: product.url, kind, connections: CONNECTIONS, seconds: SECONDS, headers, run, ...stored });

  await add(
    'orders placed, one per request',
    1,
    await ask('orders', `new-${size}`),
    limits.place,
    'bare POST',
  );
  await add(
    'tracking events, one per request',
    0,
    await ask('scans', String(size * 10)),
    limits.scans,
    'unnest',
  );
  await add(
    'tracking events, 100 per request',
    0.5,
    await ask('scan_batches', String(size * 20)),
    limits.scans,
    'unnest',
  );
  await add('order read', 0.5, await ask('order_reads', RUN), limits.read, 'bare GET');
  await add('guest look-up', 0.5, await ask('lookups', RUN, {}), limits.read, 'bare GET');
  await add('order page', 0.25, await ask('page', `page-${size}`, { cookie }), limits.read, 'bare GET');
  await product.stop();
  return rows;
}

const authorized = { authorization: `Bearer ${API_KEY}` };

async function measureLimits(url: string, size: number) {
  const bare: Server = await startBare(url);
  const ask = (kind: Load['kind'], run: string) =>
    measure({
      url: bare.url,
      kind,
      connections: CONNECTIONS,
      seconds: SECONDS,
      headers: {},
      run,
      originals: SMALL,
      copies: size / SMALL,
    });
  const place = (await ask('orders', `bare-${size}`)).per_second;
  const read = (await ask('order_reads', RUN)).per_second;
  await bare.stop();
  const scans = await measureBareScans(url, {
    ...{ run: RUN, spread: SMALL, batch: 100, connections: 1, seconds: SECONDS },
  });
  return { place, read, scans };
}

function machineOf(): string {
  const [first] = cpus();
  return `${cpus().length} x ${first?.model ?? 'unknown'}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
}

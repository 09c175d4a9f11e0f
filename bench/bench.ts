import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type BenchDatabase, startDatabase } from './database.ts';
import { multiplyOrders } from './fill.ts';
import { measureMails } from './mails.ts';
import { startBare, startProduct } from './processes.ts';
import { type Results, type Row, report } from './report.ts';
import { measureInTurn } from './rounds.ts';
import { bareRun, SCENARIOS, type Stage } from './scenarios.ts';
import { fillShop, preparePage } from './shop.ts';
import { measurePages, type PageFigures } from './zone.ts';

/** Seconds each slice runs; `BENCH_SECONDS=2` for a quick look. */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
/** How often each page is asked for. */
const PAGE_ROUNDS = 100;
const SMALL = 1_000;
const LARGE = 200_000;

const database = await startDatabase();
try {
  const results: Results = { machine: machineOf(), sizes: {}, mails: null, pages: [] };
  results.sizes[SMALL] = await measureSize(database, SMALL);
  results.sizes[LARGE] = await measureSize(database, LARGE);
  results.pages = await measureZone(database);
  results.mails = await measureMails(database, 2 * SECONDS);
  const text = report(results);
  await writeFile(join(import.meta.dirname, 'RESULTS.md'), text);
  process.stdout.write(`\n${text}\n`);
} finally {
  await database.stop();
}

/** Each figure of the product beside its limit, both on the same database of the same size. */
async function measureSize({ url, pool }: BenchDatabase, size: number): Promise<Row[]> {
  const product = await startProduct(url, { ROLE: 'web' });
  const bare = await startBare(url);
  const run = size === SMALL ? 'small' : 'large';
  await fillShop(product, run, SMALL);
  await fillShop(product, bareRun(run), SMALL);
  if (size > SMALL) await multiplyOrders(pool, run, size / SMALL - 1);
  const page = `page-${size}`;
  const stage: Stage = {
    ...{ product, bare, database_url: url, run, originals: SMALL, copies: size / SMALL },
    ...{ page, cookie: await preparePage(product, page), seconds: SECONDS },
    slice: size === SMALL ? 0 : 100,
  };
  const rows: Row[] = [];
  for (const scenario of SCENARIOS) {
    const row = await measureInTurn(pool, stage, scenario);
    process.stdout.write(
      `${size} ${row.name}: ${row.figures.per_second}/s, ${row.share.toFixed(2)} of ${row.limit}/s\n`,
    );
    rows.push(row);
  }
  await product.stop();
  await bare.stop();
  return rows;
}

/** Among all the other orders, as it is in life. */
async function measureZone({ url, pool }: BenchDatabase): Promise<PageFigures[]> {
  const product = await startProduct(url, { ROLE: 'web' });
  const figures = await measurePages(pool, product, PAGE_ROUNDS);
  await product.stop();
  return figures;
}

function machineOf(): string {
  const [first] = cpus();
  return `${cpus().length} x ${first?.model ?? 'unknown'}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
}

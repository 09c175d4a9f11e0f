import type { Figures } from './load.ts';
import type { PageFigures } from './zone.ts';

export interface Row {
  name: string;
  aim: string;
  limit_name: string;
  /** Middle of the rounds. */
  figures: Figures;
  /** Per second, middle of the rounds. */
  limit: number;
  /** Ours by the limit measured just before it, middle of the rounds. */
  share: number;
  /** Processor time of server and database together, microseconds per request. */
  cpu_us: number;
  limit_cpu_us: number;
  /** SQL statements per request. */
  statements: number;
  errors: number;
  memory_mib: number;
}

export interface MailFigures {
  /** Orders placed a second while the times below were taken. */
  orders_per_second: number;
  /** From the answer to an order to the sink's acceptance of its confirmation. */
  p50_ms: number;
  p99_ms: number;
  /** How fast the mails of a burst of orders left, from placing the first to accepting the last. */
  burst_mails_per_second: number;
  /** How many finished messages the sink takes a second over as many connections; measured in turn. */
  limit_per_second: number;
  share: number;
  /** Processor time of server and database for one mail and half an order, microseconds. */
  cpu_us: number;
  doubles: number;
  missing: number;
}

export interface Results {
  machine: string;
  /** Rows by number of stored orders. */
  sizes: Record<number, Row[]>;
  mails: MailFigures | null;
  /** Pages of a customer with 10,000 orders. */
  pages: PageFigures[];
}

/** The results page: figures of the product, each beside its limit. */
export function report(results: Results): string {
  const parts = [HEAD, `Machine: ${results.machine}. Load generator, product and database share it.\n`];
  for (const [size, rows] of Object.entries(results.sizes)) {
    parts.push(`## With ${Number(size).toLocaleString('en')} orders stored\n`, table(rows));
  }
  parts.push('## How size slows it\n', comparison(Object.values(results.sizes)));
  if (results.mails)
    parts.push('## End to end, with the mails going into a local SMTP sink\n', mails(results.mails));
  if (results.pages.length > 0)
    parts.push('## Pages of a customer with 10,000 orders\n', pages(results.pages));
  return parts.join('\n');
}

const HEAD = `# Measured

Made by \`npm run bench\`; nothing here is written by hand. Each figure stands beside a limit measured in the
same run on the same database, in turn, three times; the middle one counts. "bare POST" and "bare GET" are
\`node:http\` and \`pg\` with no product code, one transaction or read by key per request, into the same tables with
the same indexes; "unnest" writes the rows of a scan by plain \`pg\` without HTTP, without reading or deciding
anything. 32 connections, ROLE=web, durable commits. CPU is the processor time of server and database together (for
"unnest" of the database alone): on a machine with other guests it says more than the rates.
`;

function table(rows: Row[]): string {
  const head =
    '| what | per second | limit | share | aim | p50 ms | p99 ms | CPU µs/request | limit CPU | SQL/request | errors | memory MiB |';
  const lines = rows.map((row) => {
    const { per_second, p50_ms, p99_ms } = row.figures;
    const limit = `${row.limit} (${row.limit_name})`;
    const cpu = [Math.round(row.cpu_us), Math.round(row.limit_cpu_us)];
    const cells = [row.name, per_second, limit, row.share.toFixed(2), row.aim, p50_ms, p99_ms, ...cpu];
    return `| ${[...cells, row.statements.toFixed(2), row.errors, row.memory_mib].join(' | ')} |`;
  });
  return `${[head, head.replace(/[^|]+/g, ' --- '), ...lines].join('\n')}\n`;
}

function comparison([small, large]: Row[][]): string {
  if (!small || !large) return '';
  const lines = small.map((row, index) => {
    const change = (large[index]!.figures.per_second / row.figures.per_second - 1) * 100;
    const limit = (large[index]!.limit / row.limit - 1) * 100;
    return `- ${row.name}: ${change.toFixed(0)} % (its limit: ${limit.toFixed(0)} %)`;
  });
  return `${lines.join('\n')}\n`;
}

function mails(figures: MailFigures): string {
  const { orders_per_second, p50_ms, p99_ms, burst_mails_per_second, limit_per_second, share } = figures;
  return `| what | measured | aim |
| --- | --- | --- |
| mails of a burst of orders, to buyer and seller, placing included | ${burst_mails_per_second}/s | 500/s, or 30 % of the limit |
| the sink's own limit, prebuilt messages, as many connections | ${limit_per_second}/s | |
| share | ${share.toFixed(2)} | 0.30 |
| from the answer to the order to the acceptance of its mail, at ${orders_per_second} orders/s | p50 ${p50_ms} ms, p99 ${p99_ms} ms | p99 under 1 s |
| CPU for a mail, its share of placing the order included, server and database | ${figures.cpu_us} µs | |
| sent twice, missing | ${figures.doubles}, ${figures.missing} | 0, 0 |
`;
}

function pages(figures: readonly PageFigures[]): string {
  const lines = figures.map(({ name, kilobytes, first_kilobytes, p50_ms, p99_ms }) => {
    return `| ${[name, kilobytes, first_kilobytes, p50_ms, p99_ms].join(' | ')} |`;
  });
  return `Signed in, one request after the other, compressed with Brotli. Aims: no page over 60 KB with everything it
brings along, none over 20 ms to the first byte in the middle.

| page | KB | KB at the first visit | p50 ms | p99 ms |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}

import type { Figures } from './load.ts';

export interface Row {
  name: string;
  /** Least share of the limit we want; 0: the aim is an absolute figure, said in the issue. */
  aim: number;
  figures: Figures;
  limit: number;
  limitName: string;
  /** SQL statements per request. */
  statements: number;
  memory_mib: number;
}

export interface MailFigures {
  /** Orders placed a second while the times below were taken. */
  orders_per_second: number;
  /** From the answer to an order to the sink's acceptance of its confirmation. */
  p50_ms: number;
  p99_ms: number;
  /** How fast the confirmations of a burst of orders left, from placing the first to accepting the last. */
  burst_mails_per_second: number;
  doubles: number;
  missing: number;
}

export interface Results {
  machine: string;
  /** Rows by number of stored orders. */
  sizes: Record<number, Row[]>;
  mails: MailFigures | null;
  costliest: string[];
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
  parts.push(
    '## The most expensive statements\n',
    `${results.costliest.map((line) => `- ${line}`).join('\n')}\n`,
  );
  return parts.join('\n');
}

const HEAD = `# Measured

Made by \`npm run bench\`; nothing here is written by hand. Each figure stands beside a limit measured in the
same run on the same database: "bare POST" and "bare GET" are \`node:http\` and \`pg\` with no product code, one
transaction or read per request; "unnest" writes the same rows by plain \`pg\` without HTTP.
32 connections, ROLE=web, durable commits.
`;

function table(rows: Row[]): string {
  const head =
    '| what | per second | limit | share | aim | p50 ms | p99 ms | errors | SQL/request | memory MiB |';
  const lines = rows.map(({ name, aim, figures, limit, limitName, statements, memory_mib }) => {
    const share = limit ? (figures.per_second / limit).toFixed(2) : '';
    const { per_second, p50_ms, p99_ms, errors } = figures;
    const cells = [name, per_second, `${limit} ${limitName}`, share, aim || '', p50_ms, p99_ms, errors];
    return `| ${[...cells, statements.toFixed(2), memory_mib].join(' | ')} |`;
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
  return `At ${figures.orders_per_second} orders/s, from the answer to the order to the mail's acceptance: p50
${figures.p50_ms} ms, p99 ${figures.p99_ms} ms. A burst of orders: ${figures.burst_mails_per_second} mails/s, placing
included. ${figures.doubles} sent twice, ${figures.missing} missing.
`;
}

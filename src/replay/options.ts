import { parseArgs } from 'node:util';

export interface Options {
  directory: string;
  /** Null: on this machine. */
  url: string | null;
  /** Only so many orders, the first by purchase. */
  limit: number | null;
  notify: boolean;
  /** Forget how far an earlier run has come. */
  restart: boolean;
  concurrency: number;
}

const concurrency_default = 32;

const usage = `npm run replay -- <directory> [options]

  <directory>        where the Olist files are (*.csv.gz)
  --url <url>        the server, default http://127.0.0.1:<PORT>
  --limit <n>        only the first n orders by purchase
  --notify false     tell nobody
  --concurrency <n>  calls at once, default ${concurrency_default}
  --restart          begin anew instead of going on from where an earlier run stopped

The key is API_KEY, or the one in DATA_DIR/api-key.`;

/** @throws Error with words for a terminal */
export function readOptions(args: readonly string[]): Options {
  try {
    return parsed(args);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage}`, { cause: error });
  }
}

function parsed(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      limit: { type: 'string' },
      notify: { type: 'string' },
      concurrency: { type: 'string' },
      restart: { type: 'boolean' },
    },
  });
  if (positionals.length !== 1) throw new Error('Name one directory with the Olist files.');
  if (values.notify !== undefined && values.notify !== 'true' && values.notify !== 'false') {
    throw new Error('--notify is true or false.');
  }
  if (values.url !== undefined && !/^https?:\/\//.test(values.url))
    throw new Error('--url begins with http://.');
  return {
    directory: positionals[0]!,
    url: values.url?.replace(/\/+$/, '') ?? null,
    limit: values.limit === undefined ? null : count('--limit', values.limit),
    notify: values.notify !== 'false',
    restart: values.restart ?? false,
    concurrency:
      values.concurrency === undefined ? concurrency_default : count('--concurrency', values.concurrency),
  };
}

function count(option: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`${option} is a whole number from 1 on.`);
  return Number(text);
}

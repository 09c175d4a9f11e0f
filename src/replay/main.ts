import { join, resolve } from 'node:path';
import { type Api, ApiRefused, openApi } from '../client/api.ts';
import { findApiKey, localUrl } from '../client/server.ts';
import { loadConfig } from '../config.ts';
import { NOTIFICATION_TYPES } from '../modules/notifications/index.ts';
import { readDataset, sellersOf } from './dataset.ts';
import { assumptionsOf, expectedOf } from './expected.ts';
import { readFound, readStandings } from './found.ts';
import { timelineOf } from './life.ts';
import { readOptions } from './options.ts';
import { planCalls } from './plan.ts';
import { sendAll } from './sending.ts';
import { isFaithful, summarize } from './summary.ts';

/** `npm run replay`: real orders through the public API, in the order in which they happened. */
const interrupted_exit_code = 130;

process.exitCode = await main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  return 1;
});

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const loaded = loadConfig(process.env);
  if ('mistakes' in loaded) throw new Error(loaded.mistakes.join('\n'));
  const { config } = loaded;
  if (config.smtpUrl !== null) throw new Error('SMTP_URL is set: a replay never runs where mail can leave.');
  const url = options.url ?? localUrl(config);
  const api = openApi(url, await findApiKey(config));
  await refuseRealMail(api, url);

  const { orders: all, sellers } = await readDataset(options.directory);
  const orders = all.slice(0, options.limit ?? all.length);
  if (orders.length === 0) throw new Error(`There are no orders in ${options.directory}.`);
  const calls = planCalls(timelineOf(orders));
  const mark = join(resolve(config.dataDir), 'replay.json');
  const tally = await sendAll(api, {
    ...options,
    url,
    mark,
    calls,
    sellers: sellersOf(orders, sellers),
    terminal: process.stdout,
  });
  if (tally === null) return interrupted_exit_code;

  say('', 'Reading what came of it ...');
  const numbers = new Set(orders.map((order) => order.id));
  const span = { from: orders[0]!.purchased_at, to: orders.at(-1)!.purchased_at };
  const types = NOTIFICATION_TYPES.map((type) => type.name);
  const outcome = {
    expected: orders.map(expectedOf),
    found: await readFound(api, numbers, span),
    standings: await readStandings(api, numbers, types),
    assumptions: assumptionsOf(orders),
    tally,
  };
  say(...summarize(outcome), '');
  return isFaithful(outcome) ? 0 : 1;
}

/** The buyers are invented, but a mail server would try to reach them all the same. */
async function refuseRealMail(api: Api, url: string): Promise<void> {
  const answer = await api.call('GET', '/v1/settings');
  if (answer.status !== 200) throw new ApiRefused(`${url}/v1/settings`, answer);
  const { mail } = answer.body as { mail: string };
  if (mail !== 'inbox') {
    throw new Error(
      `${url} sends real mail (its SMTP_URL is set). A replay only runs against a development inbox.`,
    );
  }
}

function say(...lines: string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

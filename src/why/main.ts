import { parseArgs } from 'node:util';
import { type Api, ApiRefused, openApi } from '../client/api.ts';
import { findApiKey, localUrl } from '../client/server.ts';
import { loadConfig } from '../config.ts';
import type { NotificationItem } from '../modules/notifications/deliveries/index.ts';
import type { OrderView } from '../modules/order-view/index.ts';
import { type Told, tellStory } from './story.ts';

/** `npm run why`: why an order is where it is, out of its story. */
const usage = `npm run why -- <order number> [--with-contact] [--url <url>]

  --with-contact  also who the buyer is, and what people wrote
  --url <url>     the server, default http://127.0.0.1:<PORT>

The key is API_KEY, or the one in DATA_DIR/api-key.`;

await main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

async function main(args: readonly string[]): Promise<void> {
  const { number, url, with_contact } = readOptions(args);
  const loaded = loadConfig(process.env);
  if ('mistakes' in loaded) throw new Error(loaded.mistakes.join('\n'));
  const api = openApi(url ?? localUrl(loaded.config), await findApiKey(loaded.config));
  const told = await read(api, number);
  process.stdout.write(`${tellStory(told, with_contact).join('\n')}\n`);
}

async function read(api: Api, number: string): Promise<Told> {
  const path = `/v1/orders/${encodeURIComponent(number)}`;
  const answer = await api.call('GET', `${path}?locale=en`);
  if (answer.status === 404) throw new Error(`There is no order ${number}.`);
  if (answer.status !== 200) throw new ApiRefused(path, answer);
  const [facts, newestFirst] = await Promise.all([
    Array.fromAsync(api.list<Told['facts'][number]>(`${path}/story`, {})),
    Array.fromAsync(api.list<NotificationItem>('/v1/notifications', { order: number })),
  ]);
  return { order: answer.body as OrderView, facts, notifications: newestFirst.toReversed() };
}

function readOptions(args: readonly string[]): { number: string; url: string | null; with_contact: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { url: { type: 'string' }, 'with-contact': { type: 'boolean' } },
    });
    if (positionals.length !== 1) throw new Error('Name one order.');
    const url = values.url?.replace(/\/+$/, '') ?? null;
    return { number: positionals[0]!, url, with_contact: values['with-contact'] ?? false };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage}`, { cause: error });
  }
}

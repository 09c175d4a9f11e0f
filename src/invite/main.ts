import { parseArgs } from 'node:util';
import { ApiRefused, openApi } from '../client/api.ts';
import { findApiKey, localUrl } from '../client/server.ts';
import { loadConfig } from '../config.ts';

/** `npm run invite`: lets somebody in to a desk. */
const usage = `npm run invite -- <e-mail address> [--seller <id>] [--role owner|staff|viewer] [--name <name>] [--mail] [--url <url>]

  --seller <id>  to the desk of this seller; without: to the operator's pages
  --role <role>  what they may do there, default owner
  --name <name>  what they are called
  --mail         write to them too; without: hand the printed link over yourself
  --url <url>    the server, default http://127.0.0.1:<PORT>

The key is API_KEY, or the one in DATA_DIR/api-key.`;

await main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

async function main(args: readonly string[]): Promise<void> {
  const { email, url, ...wish } = readOptions(args);
  const loaded = loadConfig(process.env);
  if ('mistakes' in loaded) throw new Error(loaded.mistakes.join('\n'));
  const api = openApi(url ?? localUrl(loaded.config), await findApiKey(loaded.config));
  const kind = wish.seller === undefined ? 'operator' : 'seller';
  const answer = await api.call('POST', '/v1/invitations', { body: { kind, email, ...wish } });
  if (answer.status !== 201) throw new ApiRefused('/v1/invitations', answer);
  const made = answer.body as { url: string; expires_at: string };
  process.stdout.write(`${made.url}\nIt works once, until ${made.expires_at}.\n`);
}

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seller: { type: 'string' },
        role: { type: 'string', default: 'owner' },
        name: { type: 'string' },
        mail: { type: 'boolean', default: false },
        url: { type: 'string' },
      },
    });
    if (positionals.length !== 1) throw new Error('Name one address.');
    return { ...values, email: positionals[0]!, url: values.url?.replace(/\/+$/, '') };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage}`, { cause: error });
  }
}

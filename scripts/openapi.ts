import { compose } from '../src/compose.ts';
import { loadConfig } from '../src/config.ts';
import { systemClock } from '../src/lib/clock.ts';
import { openDisposableDatabase } from './disposable-database.ts';

/** `GET /openapi.json` of this version, from a product that is put together for it and put away again. */
export async function openApiFile(): Promise<unknown> {
  await using opened = new AsyncDisposableStack();
  const { database, log } = await openDisposableDatabase(opened);
  const loaded = loadConfig({ ROLE: 'web', DEMO: '0' });
  if ('mistakes' in loaded) throw new Error(loaded.mistakes.join('\n'));
  const { config } = loaded;
  const product = await compose({
    config,
    database,
    clock: systemClock,
    log,
    public_url: 'http://localhost',
  });
  opened.defer(() => product.close());
  const answer = await product.fetch(new Request('http://localhost/openapi.json'), {} as never);
  return (answer as Response).json();
}

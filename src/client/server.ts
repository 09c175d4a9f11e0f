import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';

/** Where a Tidings answers when nobody says: on this machine, at the port of the same settings. */
export function localUrl({ port }: Pick<Config, 'port'>): string {
  return `http://127.0.0.1:${port}`;
}

/**
 * The key to call it with: `API_KEY`, else the one the embedded database's first start has left in `DATA_DIR`.
 * @throws Error with words for a terminal when there is neither
 */
export async function findApiKey({ apiKey, dataDir }: Pick<Config, 'apiKey' | 'dataDir'>): Promise<string> {
  if (apiKey !== null) return apiKey;
  const path = join(resolve(dataDir), 'api-key');
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept.trim() !== '') return kept.trim();
  throw new Error(
    `There is no API key: set API_KEY, or DATA_DIR to where Tidings keeps its own (not ${path}).`,
  );
}

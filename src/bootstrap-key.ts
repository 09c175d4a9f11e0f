import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The first key of an installation on the embedded database, and the file the operator finds it in. */
export interface BootstrapKey {
  key: string;
  path: string;
}

/**
 * Reads the key of the embedded database from `DATA_DIR/api-key`, or makes it at the first start. The file is for
 * our account alone, and it is written whole or not at all.
 */
export async function keepBootstrapKey(data_dir: string): Promise<BootstrapKey> {
  const path = join(resolve(data_dir), 'api-key');
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (kept.trim() !== '') return { key: kept.trim(), path };
  const key = newBootstrapKey();
  await writeFile(`${path}.new`, `${key}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return { key, path };
}

/** A key nobody guesses: 256 random bits behind a prefix that secret scanners can look for. */
export function newBootstrapKey(): string {
  return `tidings_${randomBytes(32).toString('base64url')}`;
}

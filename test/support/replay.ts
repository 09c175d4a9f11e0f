import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const source = join(import.meta.dirname, '../../fixtures/replay');

/** A folder with our own few orders in the shape of Olist's, compressed as theirs are. Tests remove it. */
export async function fixtureFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tidings-replay-'));
  for (const name of await readdir(source)) {
    await writeFile(join(folder, `${name}.gz`), gzipSync(await readFile(join(source, name))));
  }
  return folder;
}

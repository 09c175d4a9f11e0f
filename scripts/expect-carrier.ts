import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { sourceOf } from '../src/carriers/index.ts';

/**
 * `npm run expect:carrier -- fixtures/carriers/<source>/<case>.json`: writes what the source reads out of a
 * recorded payload beside it, as <case>.expected.json. Read the result before you commit it: from then on the
 * golden test holds the code to it.
 */
const payloads = process.argv.slice(2).filter((path) => !path.endsWith('.expected.json'));
for (const path of payloads) {
  const source = sourceOf(basename(dirname(path)));
  if (source === null) throw new Error(`${path}: no source is registered under the name of its folder.`);
  const read = source.parse(JSON.parse(await readFile(path, 'utf8')));
  await writeFile(path.replace(/\.json$/, '.expected.json'), `${JSON.stringify(read, null, 2)}\n`);
  console.log(
    `${path}: ${read.scans.length} scans, unknown codes: ${read.unknown_codes.join(', ') || 'none'}`,
  );
}

import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OverrideProblem } from './problem.ts';

/** Our largest file has 30 kB; more than this was put there by mistake. */
const file_bytes_max = 512 * 1024;
/** Five areas in some dozen languages, and a template for each type. */
const files_max = 500;
const depth_max = 3;

/** The shop's folder as it was at one moment. */
export interface Folder {
  files: { path: string; content: string }[];
  problems: OverrideProblem[];
}

/** `locales/<locale>/<area>.json`, `templates/<name>.liquid`; notes for people may lie beside them. */
const expected = /^(locales\/[^/]+\/[^/]+\.json|templates\/[^/]+\.liquid)$/;
const ignored = /(^|\/)\.|~$|\.(md|txt)$/;

/** Reads every file that can be an override. A folder that is not there is empty. */
export async function readFolder(folder: string): Promise<Folder> {
  const files: Folder['files'] = [];
  const problems: OverrideProblem[] = [];
  const refuse = (file: string, reason: string) => problems.push({ file, key: null, reason });
  for (const path of await listFiles(folder)) {
    if (!expected.test(path)) {
      refuse(path, 'is neither locales/<locale>/<area>.json nor templates/<name>.liquid');
      continue;
    }
    try {
      const { size } = await stat(join(folder, path));
      if (size > file_bytes_max) refuse(path, `is larger than ${file_bytes_max / 1024} kB`);
      else files.push({ path, content: (await readFile(join(folder, path), 'utf8')).replace(/^\ufeff/, '') });
    } catch (error) {
      refuse(path, `cannot be read (${(error as NodeJS.ErrnoException).code})`);
    }
  }
  return { files, problems };
}

/** What tells whether anything changed: names, sizes and times. Reads no file. */
export async function fingerprintOf(folder: string): Promise<string> {
  const paths = await listFiles(folder);
  if (paths.length === 0) return existsSync(folder) ? 'empty' : 'absent';
  const lines = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(join(folder, path)).catch(() => null);
      return `${path} ${found?.size} ${found?.mtimeMs}`;
    }),
  );
  return lines.join('\n');
}

/** Paths within the folder, with `/`, sorted. */
async function listFiles(folder: string, inside = '', depth = 1): Promise<string[]> {
  const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (ignored.test(path) || found.length >= files_max) continue;
    // A mounted folder (a Kubernetes ConfigMap) is made of links, so a link is looked through.
    const is_folder =
      entry.isDirectory() || (entry.isSymbolicLink() && (await leadsToFolder(join(folder, path))));
    if (!is_folder) found.push(path);
    else if (depth < depth_max) found.push(...(await listFiles(folder, path, depth + 1)));
  }
  return found;
}

async function leadsToFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

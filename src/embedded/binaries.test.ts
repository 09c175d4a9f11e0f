import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyOnce } from './binaries.ts';

let folder: string;
let native: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'binaries-'));
  native = join(folder, 'native');
  await mkdir(join(native, 'bin'), { recursive: true, mode: 0o700 });
  await mkdir(join(native, 'lib'), { mode: 0o700 });
  await writeFile(join(native, 'bin/postgres'), 'program', { mode: 0o700 });
  await writeFile(join(native, 'lib/libpq.so.5.18'), 'library', { mode: 0o600 });
  await writeFile(join(native, 'lib/libpq.a'), 'not needed to run', { mode: 0o600 });
  await symlink('libpq.so.5.18', join(native, 'lib/libpq.so.5'));
  await chmod(native, 0o700);
});
afterEach(() => rm(folder, { recursive: true }));

const mode = async (path: string) => ((await stat(join(folder, 'copy', path))).mode & 0o777).toString(8);

test('what npm unpacked under a closed umask is open to everybody in the copy', async () => {
  await copyOnce(native, join(folder, 'copy'));
  expect(await Promise.all(['.', 'bin', 'lib', 'bin/postgres', 'lib/libpq.so.5'].map(mode))).toEqual([
    '755',
    '755',
    '755',
    '755',
    '644',
  ]);
  expect(await readdir(join(folder, 'copy/lib'))).toEqual(['libpq.so.5', 'libpq.so.5.18']);
});

test('many processes copy at once, and nothing half copied stays', async () => {
  const copies = await Promise.all(Array.from({ length: 5 }, () => copyOnce(native, join(folder, 'copy'))));
  expect(new Set(copies)).toEqual(new Set([join(folder, 'copy')]));
  expect((await readdir(folder)).sort()).toEqual(['copy', 'native']);
});

import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databasePid, makeDataDir, refusal, removeDataDir, root } from '../support/tidings.ts';

let data_dir: string;
beforeEach(async () => {
  data_dir = await makeDataDir();
});
afterEach(() => removeDataDir(data_dir));

test('settings that are wrong stop the start with a line for each', async () => {
  const { code, lines } = await refusal({
    DATA_DIR: data_dir,
    PORT: 'many',
    ROLE: 'cook',
    SHOP_TIME_ZONE: 'Mars',
  });
  expect(code).toBe(1);
  expect(lines).toEqual([
    'PORT must be a whole number from 0 to 65535.',
    'ROLE must be all, web or worker.',
    'SHOP_TIME_ZONE must be an IANA time zone such as Europe/Warsaw.',
  ]);
});

test('a taken port is one line, and the database is not left running', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const { code, lines } = await refusal({ DATA_DIR: data_dir, PORT: String(port) });
  server.close();
  expect(code).toBe(1);
  expect(lines).toEqual([`Port ${port} of 127.0.0.1 is taken by another program. Stop it or set PORT.`]);
  expect(databasePid(data_dir)).toBe(null);
});

test('a server that cannot be reached is one line without its password', async () => {
  const { code, lines } = await refusal({ DATABASE_URL: 'postgresql://shop:pa55word@127.0.0.1:1/shop' });
  expect(code).toBe(1);
  expect(lines).toEqual(['The database at 127.0.0.1:1 cannot be reached: connect ECONNREFUSED 127.0.0.1:1']);
});

test('a DATA_DIR that is no folder is one line', async () => {
  await writeFile(join(data_dir, 'file'), '');
  const { code, lines } = await refusal({ DATA_DIR: join(data_dir, 'file') });
  expect(code).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('DATA_DIR');
});

test('a Node that is too old says so in one line', async ({ skip }) => {
  const old = await oldNode();
  if (old === null) return skip('no older Node on this machine');
  const run = promisify(execFile)(old, ['scripts/start.mjs'], { cwd: root });
  await expect(run).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Tidings needs Node 26 and this is v\d.*`npm start`.*\n$/),
  });
});

/** A Node of the machine, outside of node_modules, that is older than the one the product needs. */
async function oldNode(): Promise<string | null> {
  for (const folder of ['/usr/bin', '/usr/local/bin']) {
    const node = join(folder, 'node');
    const { stdout } = await promisify(execFile)(node, ['--version']).catch(() => ({ stdout: '' }));
    if (stdout !== '' && Number.parseInt(stdout.slice(1), 10) < 26) return node;
  }
  return null;
}

import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databasePid, makeDataDir, refusal, removeDataDir } from '../support/tidings.ts';

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

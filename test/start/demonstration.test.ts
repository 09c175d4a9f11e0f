import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeDataDir, removeDataDir, startTidings, type Tidings } from '../support/tidings.ts';

let data_dir: string;
let tidings: Tidings;
beforeAll(async () => {
  data_dir = await makeDataDir();
  tidings = await startTidings(data_dir, { env: { DEMO: '1' } });
});
afterAll(async () => {
  await tidings?.end('SIGTERM');
  await removeDataDir(data_dir);
});

/** Opens an order as a guest does. Answers with a reader of pages that this guest may read. */
async function guest(number: string, email: string): Promise<(path: string) => Promise<string>> {
  const looked_up = await fetch(`${tidings.url}/status`, {
    method: 'POST',
    body: new URLSearchParams({ number, email }),
    headers: { origin: tidings.url },
    redirect: 'manual',
  });
  const cookie = looked_up.headers.getSetCookie().map((one) => one.split(';')[0]);
  return async (path) =>
    (await fetch(new URL(path, tidings.url), { headers: { cookie: cookie.join('; ') } })).text();
}

test('what has arrived can be bought again, and what others bought with it is offered where it is sold', async () => {
  const read = await guest('HB-1015', 'ann@example.com');
  const order = await read('/orders/HB-1015');
  expect(order).toContain('Because you bought Treasure Island');
  expect(order).toMatch(/Buy again<span class="sr-only">: Harbour Logbook/);
  const [, sold_at] = order.match(/href="([^"]*\/books\/riddle)"/)!;
  expect(await read(sold_at!)).toContain('<h1>The Riddle of the Sands</h1>');
  expect(await read('/orders')).toContain(`${tidings.url}/books/treasure-island`);
});

test('the mail about the arrival offers it too: its reader has asked for that', async () => {
  const read = await guest('HB-1015', 'ann@example.com');
  const mail = await vi.waitUntil(
    async () => (await read('/dev/inbox?order=HB-1015')).match(/(\/dev\/inbox\/\d+)">Delivered:/)?.[1],
    { timeout: 30_000, interval: 200 },
  );
  expect(await read(mail)).toContain('Because you bought Treasure Island');
});

test('nothing is offered beside the order that is late', async () => {
  const read = await guest('HB-1001', 'ann@example.com');
  expect(await read('/orders/HB-1001')).not.toContain('/books/');
});

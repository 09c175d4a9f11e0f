import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keepReply } from '../../src/modules/correspondence/index.ts';
import { webRoutes } from '../../src/web/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { ORDER, place, scan, shop as wishes } from '../support/stories.ts';

const path = `/orders/${ORDER}`;
let shop: TestShop;
let visitor: Visitor;
let reads = 0;
let etag = '';

const letter: Parameters<typeof keepReply>[1] = {
  ...{ id: randomUUID(), subject_key: `order:${ORDER}`, notification_id: null },
  received_at: '2026-03-05T11:00:00Z',
  letter: {
    from: 'Ann <buyer@example.com>',
    subject: 'Re:',
    text: 'Thank you!',
    quoted: '',
    attachments: [],
  },
};

beforeAll(async () => {
  shop = await testShop();
  await shop.deps.ledger.execute(place());
  await shop.deps.ledger.execute(wishes().dispatch('1', { 1: 1 }));
  const { reader } = shop.deps;
  const read = (number: string) => {
    reads += 1;
    return reader.read(number);
  };
  visitor = new Visitor(webRoutes({ ...shop.deps, reader: { ...reader, read } }));
  await visitor.post('/status', { number: ORDER, email: 'buyer@example.com' });
});
afterAll(() => shop.close());

beforeEach(async () => {
  etag = (await visitor.get(path)).headers.get('etag')!;
  reads = 0;
});

const poll = (from = visitor) => from.get(`${path}?fragment`, { 'if-none-match': etag });

test('an open page learns that nothing is new, and nobody reads the order for it', async () => {
  const answer = await poll();
  expect([answer.status, reads]).toEqual([304, 0]);
  expect(answer.headers.get('etag')).toBe(etag);
  expect(answer.headers.get('tidings-copy')).not.toBeNull();
});

test.each<[string, () => Promise<unknown>]>([
  ['a scan', () => shop.deps.ledger.execute(wishes().scans('1', scan('in_transit', '2026-03-03T09:12:00Z')))],
  ['a message that got further', () => query("update deliveries set status = 'failed'")],
  ['a letter of theirs', () => keepReply(shop.database.pool, letter)],
])('%s is news', async (_what, happens) => {
  await happens();
  const answer = await poll();
  expect([answer.status, reads]).toEqual([200, 1]);
});

test('another language is another page, and so is another day', async () => {
  const polish = await visitor.get(`${path}?fragment&locale=pl`, { 'if-none-match': etag });
  expect([polish.status, polish.headers.get('content-language')]).toEqual([200, 'pl']);
  await visitor.get(`${path}?locale=en`);
  shop.clock.advance(86_400_000);
  expect((await poll()).status).toBe(200);
});

test('a stranger with the right mark learns nothing by it', async () => {
  const answer = await poll(new Visitor(shop.app));
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/status?number=${ORDER}`]);
});

test('who is no longer let in is told so', async () => {
  await query('update contacts set access_epoch = access_epoch + 1');
  expect((await poll()).status).toBe(303);
  await query('update contacts set access_epoch = access_epoch - 1');
});

function query(text: string): Promise<unknown> {
  return shop.database.pool.query(text);
}

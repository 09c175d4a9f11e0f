import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { forgetPayloads, keepPayload, markHandled, unhandledPayloads } from './inbox.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('truncate carrier_payloads'));

const later = '2026-03-09T00:00:00Z';
const bytes = (text: string) => new TextEncoder().encode(text);
const keep = (text: string, received_at = '2026-03-02T10:00:00Z', source = 'aftership') =>
  keepPayload(database.pool, { source, received_at, body: bytes(text) });

it('keeps the exact bytes until they are read', async () => {
  const body = `{"note":"zażółć"}  ${'x'.repeat(10_000)}\n`;
  const kept = await keep(body);
  const waiting = await unhandledPayloads(database.pool, 10, later);
  expect(waiting).toMatchObject([{ id: kept.id, source: 'aftership', received_at: '2026-03-02T10:00:00Z' }]);
  expect(new TextDecoder().decode(waiting[0]!.body)).toBe(body);
  const { rows } = await database.pool.query('select octet_length(body) as size from carrier_payloads');
  expect(rows[0].size).toBeLessThan(500);
});

it('keeps a repeated message once, and says whether it was read', async () => {
  const first = await keep('{}');
  expect(await keep('{}', '2026-03-02T11:00:00Z')).toEqual({ id: first.id, handled: false });
  await markHandled(database.pool, first.id, '2026-03-02T11:00:01Z');
  expect(await keep('{}', '2026-03-02T12:00:00Z')).toEqual({ id: first.id, handled: true });
  expect((await keep('{}', '2026-03-02T12:00:00Z', 'easypost')).id).not.toBe(first.id);
});

it('keeps one row when the same message arrives many times at once', async () => {
  const kept = await Promise.all(Array.from({ length: 20 }, () => keep('{"at":"once"}')));
  expect(new Set(kept.map((payload) => payload.id)).size).toBe(1);
});

it('gives the oldest unread first, and leaves alone what has just come', async () => {
  await keep('second', '2026-03-02T11:00:00Z');
  const first = await keep('first', '2026-03-02T10:00:00Z');
  await keep('now', '2026-03-02T12:00:00Z');
  const read = await keep('read', '2026-03-02T09:00:00Z');
  await markHandled(database.pool, read.id, later);
  const waiting = async (limit: number) =>
    (await unhandledPayloads(database.pool, limit, '2026-03-02T12:00:00Z')).map((payload) =>
      new TextDecoder().decode(payload.body),
    );
  expect(await waiting(10)).toEqual(['first', 'second']);
  expect(await waiting(1)).toEqual(['first']);
  await markHandled(database.pool, first.id, later);
  expect(await waiting(10)).toEqual(['second']);
});

it('remembers the codes nobody knew, of the first reading', async () => {
  const { id } = await keep('{}');
  await markHandled(database.pool, id, later, {
    unknown_codes: ['InTransit_099', 'Teleported'],
    numbers: ['1Z1'],
  });
  await markHandled(database.pool, id, later);
  const { rows } = await database.pool.query('select unknown_codes from carrier_payloads');
  expect(rows).toEqual([{ unknown_codes: ['InTransit_099', 'Teleported'] }]);
});

it('forgets what is old, a bounded number at a time', async () => {
  for (const day of ['01', '02', '03']) await keep(day, `2026-03-${day}T00:00:00Z`);
  expect(await forgetPayloads(database.pool, '2026-03-03T00:00:00Z', 1)).toBe(1);
  expect(await forgetPayloads(database.pool, '2026-03-03T00:00:00Z', 10)).toBe(1);
  expect(await forgetPayloads(database.pool, '2026-03-03T00:00:00Z', 10)).toBe(0);
  expect(await unhandledPayloads(database.pool, 10, later)).toHaveLength(1);
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { binaryArray, wireType } from './arrays.ts';
import type { ColumnType } from './rows.ts';

// Many runs, on machines that do other things too.
vi.setConfig({ testTimeout: 90_000 });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Values = Parameters<typeof binaryArray>[1];

/** What PostgreSQL makes of an array that we sent. */
async function received(type: ColumnType, values: Values): Promise<unknown[]> {
  const text = `select $1::${wireType(type)}[] as sent`;
  const { rows } = await database.pool.query(text, [binaryArray(type, values)]);
  return rows[0].sent;
}

/** Anything but what PostgreSQL has no letter for: NUL and lone surrogates, refused at the edge. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 50 }),
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.constantFrom(
      '',
      '"',
      '\\',
      '{}',
      '{"a":"\\""}',
      'null',
      'NULL',
      ',',
      '\n\t',
      "'; drop table facts",
      '👩‍👩‍👧 ż 中',
    ),
  )
  .map((text) => text.replaceAll('\u0000', '').toWellFormed());
const arrayOf = <Value>(values: fc.Arbitrary<Value>) => fc.array(fc.option(values), { maxLength: 40 });

describe('a binary array arrives as it was sent', () => {
  const cases: [ColumnType, fc.Arbitrary<(string | number | boolean | Uint8Array | null)[]>][] = [
    ['text', arrayOf(anyText)],
    ['int4', arrayOf(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))],
    ['bool', arrayOf(fc.boolean())],
    ['bytea', arrayOf(fc.uint8Array({ maxLength: 200 }))],
  ];
  test.each(cases)('%s', async (type, anyValues) => {
    await fc.assert(
      fc.asyncProperty(anyValues, async (values) => {
        const back = await received(type, values as Values);
        const plain = back.map((value) => (Buffer.isBuffer(value) ? new Uint8Array(value) : value));
        expect(plain).toEqual(values);
      }),
      { numRuns: 150 },
    );
  });

  test('with values of 100 kB, one of them in letters of four bytes', async () => {
    const values = ['x'.repeat(100_000), '"\\'.repeat(50_000), '🚚'.repeat(25_000), '', null];
    expect(await received('text', values)).toEqual(values);
  });

  test('empty, and of nulls alone', async () => {
    expect(await received('text', [])).toEqual([]);
    expect(await received('int4', [null, undefined, null])).toEqual([null, null, null]);
  });
});

test('times, dates, ids and JSON travel as text and are cast', async () => {
  const columns = ['timestamptz', 'date', 'uuid', 'json'] as const;
  const sent = [
    '2026-11-21T10:00:00Z',
    '2026-11-21',
    '0b5c8e3e-7a9d-4f0e-9a4e-4ce4fe1f7d11',
    '{"a":[1,"\\"é"]}',
  ];
  for (const [index, type] of columns.entries()) {
    const values = [sent[index]!, null];
    const { rows } = await database.pool.query(
      `select u.value::${type} as value from unnest($1::${wireType(type)}[]) as u(value)`,
      [binaryArray(type, values)],
    );
    const [value, nothing] = rows.map((row) => row.value);
    expect(nothing).toBeNull();
    if (type === 'timestamptz') expect(value).toEqual(new Date(sent[0]!));
    else expect(value).toEqual(type === 'json' ? JSON.parse(sent[3]!) : sent[index]);
  }
});

test('several arrays side by side stay in step', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyText, fc.integer({ min: -9, max: 9 }), fc.boolean()), { maxLength: 30 }),
      async (rows) => {
        const columns = [0, 1, 2].map((column) => rows.map((row) => row[column]!));
        const result = await database.pool.query({
          text: 'select * from unnest($1::text[], $2::int4[], $3::bool[]) as u(a, b, c)',
          values: [
            binaryArray('text', columns[0]!),
            binaryArray('int4', columns[1]!),
            binaryArray('bool', columns[2]!),
          ],
          rowMode: 'array',
        });
        expect(result.rows).toEqual(rows);
      },
    ),
    { numRuns: 50 },
  );
});

test('a number that is no int4 is refused before it is sent', () => {
  expect(() => binaryArray('int4', [2 ** 31])).toThrow(RangeError);
});

import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemSchema } from '../../src/api/problem-schema.ts';
import { fold, readFacts } from '../../src/story/index.ts';
import { admin_key, anOrder, type TestApi, testApi } from '../support/api.ts';
import { arbitraryOf, oddText, type Schema, type Schemas } from './arbitrary.ts';

/**
 * Every endpoint of our own OpenAPI document, with calls that are nearly right, wrong, and absurd. Whatever is
 * sent: an answer the document declares, a problem document from 400 on, never a 5xx, and nothing written by a
 * call that was refused.
 */
const calls_per_operation = Number(process.env.FUZZ_CALLS ?? 30);
const fuzz_limit_ms = 60_000 + calls_per_operation * 3_000;

interface Operation {
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
}

interface Fuzzed {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

let api: TestApi;
let operations: { method: string; path: string; operation: Operation }[];
let schemas: Schemas;
let numbers: string[];

beforeAll(async () => {
  api = await testApi({ LOOKUP_LIMIT: '1000000' });
  const { body } = await api.call('GET', '/openapi.json', undefined, { key: null });
  schemas = body.components.schemas;
  operations = Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
  );
  const orders = [
    anOrder(),
    anOrder({ number: 'F/1:a' }),
    anOrder({ payment: { method: 'card', status: 'pending' } }),
  ];
  numbers = orders.map((order) => order.number);
  for (const order of orders) {
    await api.call('POST', '/v1/orders', order);
    const shipment = { id: 'a', lines: [{ line: '2', quantity: 1 }], dispatched_at: '2026-03-02T10:00:00Z' };
    await api.call('POST', `/v1/orders/${encodeURIComponent(order.number)}/shipments`, shipment);
  }
});
afterAll(() => api.close());

it(
  'answers every call with what the document declares, and writes nothing when it refuses',
  async () => {
    let refused = 0;
    let done = 0;
    for (const { method, path, operation } of operations) {
      const calls = fc.asyncProperty(callOf(method, path, operation), async (call) => {
        const before = await written();
        const status = await judge(call, operation);
        if (status >= 400) expect(await written()).toEqual(before);
        if (status >= 400) refused += 1;
        else done += 1;
      });
      await fc.assert(calls, { numRuns: calls_per_operation * (places(path) ? 10 : 1) });
    }
    // A fuzzer that is only ever refused, or never, finds nothing.
    expect(refused).toBeGreaterThan(operations.length);
    expect(done).toBeGreaterThan(operations.length);
    await everyStoryIsWhole();
  },
  fuzz_limit_ms,
);

it(
  'answers methods nobody declared, anywhere, with a problem document',
  async () => {
    const paths = operations
      .map(({ path }) => path.replace(/\{\w+\}/g, 'x'))
      .filter((path) => path.startsWith('/v1/'));
    const property = fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY'),
      fc.oneof(
        fc.constantFrom(...paths),
        oddText.map((text) => `/v1/${encodeURIComponent(text.toWellFormed())}`),
      ),
      async (method, path) => {
        const response = await api.app.request(path, { method });
        expect(response.status).toBeLessThan(500);
        if (response.status >= 400) problemSchema.parse(await response.json());
      },
    );
    await fc.assert(property, { numRuns: 300 });
  },
  fuzz_limit_ms,
);

/** What makes new stories: few bodies make sense in every field, and without one the stories are those of the beginning. */
function places(path: string): boolean {
  return path === '/v1/orders' || path === '/v1/batch/orders';
}

/** Holds one answer against the document. */
async function judge({ method, path, headers, body }: Fuzzed, operation: Operation): Promise<number> {
  const response = await api.app.request(path, { method, headers, ...(body === undefined ? {} : { body }) });
  const { status } = response;
  const text = await response.text();
  expect(Object.keys(operation.responses), `${status} ${text}`).toContain(String(status));
  expect(status).toBeLessThan(500);
  if (status >= 400) {
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(problemSchema.parse(JSON.parse(text)).status).toBe(status);
  } else if (response.headers.get('content-type')?.includes('json')) JSON.parse(text);
  return status;
}

function callOf(method: string, path: string, operation: Operation): fc.Arbitrary<Fuzzed> {
  const json = operation.requestBody?.content['application/json'];
  return fc.record({
    method: fc.constant(method),
    path: pathOf(path, operation),
    headers: headersOf(json !== undefined),
    body: json ? bodyOf(json.schema) : fc.constant(undefined),
  });
}

function pathOf(path: string, operation: Operation): fc.Arbitrary<string> {
  const parameters = operation.parameters ?? [];
  const inPath = fc.record({
    number: mostly(fc.constantFrom(...numbers), oddText),
    id: mostly(fc.constantFrom('a', 's-1', 'none'), oddText),
    delivery: oddText,
    currency: mostly(fc.constantFrom('USD', 'PLN'), oddText),
    sku: mostly(fc.constantFrom('book-1', 'book-2'), oddText),
    source: mostly(fc.constantFrom('aftership', 'easypost'), oddText),
    provider: mostly(fc.constantFrom('twilio', 'kannel', 'http'), oddText),
  });
  const query = fc.record(
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === 'query')
        .map(({ name, schema }) => [name, mostly(arbitraryOf(schema, schemas).map(asText), oddText)]),
    ),
    { requiredKeys: [] },
  );
  return fc.tuple(inPath, query).map(([names, asked]) => {
    const address = path.replace(/\{(\w+)\}/g, (_, name: keyof typeof names) => encode(names[name]));
    const search = Object.entries(asked).map(([name, value]) => `${name}=${encode(value as string)}`);
    return search.length === 0 ? address : `${address}?${search.join('&')}`;
  });
}

function headersOf(hasBody: boolean): fc.Arbitrary<Record<string, string>> {
  // What HTTP lets through at all; the rest never reaches us.
  const odd = fc.string({ unit: fc.constantFrom(...'aZ09 "\\,;=/%é~'), maxLength: 300 });
  return fc
    .record({
      authorization: mostly(fc.constant(`Bearer ${admin_key}`), odd),
      type: mostly(fc.constant('application/json'), odd),
      idempotency: fc.option(mostly(fc.constantFrom('key-1', '"key-2"', 'key-3'), odd), {
        nil: null,
        freq: 3,
      }),
    })
    .map(({ authorization, type, idempotency }) => ({
      authorization,
      ...(hasBody ? { 'content-type': type } : {}),
      ...(idempotency === null ? {} : { 'idempotency-key': idempotency }),
    }));
}

/** JSON that is nearly right, and now and then no JSON. */
function bodyOf(schema: Schema): fc.Arbitrary<string> {
  const json = arbitraryOf(schema, schemas).map((value) => JSON.stringify(value) ?? '');
  const cut = fc.tuple(json, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
  return fc.oneof(
    { arbitrary: json, weight: 20 },
    { arbitrary: cut, weight: 1 },
    { arbitrary: oddText, weight: 1 },
  );
}

function mostly<T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ arbitrary: usual, weight: 15 }, { arbitrary: odd, weight: 1 });
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

const TABLES = ['facts', 'stories', 'contacts', 'notes', 'scans', 'unmatched_scans', 'tracking_numbers'];
const MORE = ['sellers', 'listings', 'api_keys', 'webhook_endpoints'];

/** How much is stored, to notice a refused call that wrote something. */
async function written(): Promise<unknown> {
  const counts = [...TABLES, ...MORE].map((table) => `(select count(*) from ${table}) as ${table}`);
  return (await api.database.pool.query(`select ${counts.join(', ')}`)).rows[0];
}

/** Every snapshot is the fold of its facts, and nothing stands beside a story that is not there. */
async function everyStoryIsWhole(): Promise<void> {
  const { pool } = api.database;
  const { rows } = await pool.query('select order_number, version, state::json as state from stories');
  expect(rows.length).toBeGreaterThan(numbers.length);
  for (const { order_number, version, state } of rows) {
    const facts = await readFacts(pool, order_number);
    expect(facts.map((fact) => fact.version)).toEqual(
      Array.from({ length: version }, (_, index) => index + 1),
    );
    expect(JSON.parse(JSON.stringify(fold(api.deps.composition, facts)))).toEqual(state);
  }
  for (const table of TABLES.filter((name) => !['stories', 'unmatched_scans'].includes(name))) {
    const orphans = `select from ${table} t where not exists
      (select from stories s where s.order_number = t.order_number)`;
    expect((await pool.query(orphans)).rowCount, table).toBe(0);
  }
}

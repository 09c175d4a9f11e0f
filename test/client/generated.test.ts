import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Document, generateTypes } from '../../clients/typescript/generate.ts';
import { type TestApi, testApi } from '../support/api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

test('the types of the client are those of the API: else run `npm run client`', async () => {
  const { body } = await api.call('GET', '/openapi.json', undefined, { key: null });
  const path = join(import.meta.dirname, '../../clients/typescript/src/schema.ts');
  expect((await readFile(path, 'utf8')) === (await generateTypes(body as Document))).toBe(true);
});

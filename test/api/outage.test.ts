import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemSchema } from '../../src/api/problem-schema.ts';
import { type TestApi, testApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

interface Operation {
  requestBody?: { content: Record<string, { example?: unknown }> };
}

it('with the database away every endpoint answers 503 and when to come back, never 500', async () => {
  const { body: document } = await api.call('GET', '/openapi.json');
  // The key is known for a few seconds, so the calls get further than the door.
  expect((await api.call('GET', '/v1/orders')).status).toBe(200);
  await api.cutOff();
  let asked = 0;
  for (const [path, methods] of Object.entries(document.paths as Record<string, Record<string, Operation>>)) {
    // Without a database there is no shop, but the process is up, and who is not set up here stays unknown.
    if (!path.startsWith('/v1') || path.endsWith('/webhooks') || path === '/v1/settings') continue;
    if (path.startsWith('/v1/channels/sms/')) continue;
    for (const [method, operation] of Object.entries(methods)) {
      const example = operation.requestBody?.content['application/json']?.example;
      const address = path.replace('{currency}', 'USD').replace(/\{\w+\}/g, 'x');
      for (const headers of [{}, { 'idempotency-key': 'k' }] as Record<string, string>[]) {
        const told = await api.call(method.toUpperCase(), address, example, { headers });
        expect([method, path, told.status]).toEqual([method, path, 503]);
        expect(problemSchema.parse(told.body).code).toBe('database_away');
        expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0);
        asked += 1;
      }
    }
  }
  expect(asked).toBeGreaterThan(50);
});

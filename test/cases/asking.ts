import { afterAll, beforeAll, expect } from 'vitest';
import { aLine, anOrder, type TestApi, testApi } from '../support/api.ts';

/** An API with two sellers, for all tests of the file that imports it. */
export let api: TestApi;
export let keys: Record<'one' | 'two', string>;
beforeAll(async () => {
  api = await testApi();
  keys = { one: await api.key('seller:s-1'), two: await api.key('seller:s-2') };
});
afterAll(() => api.close());

/** Two sellers: two units of the first line, one of the second. */
export async function placed(): Promise<string> {
  const order = anOrder({
    lines: [aLine({ id: '1', seller: 's-1', quantity: 2 }), aLine({ id: '2', seller: 's-2' })],
  });
  await made('/v1/orders', order);
  return order.number;
}

export async function made(path: string, body: unknown, key?: string) {
  const answer = await api.call('POST', path, body, key === undefined ? {} : { key });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

/** @returns the id of a question, or of what `body` says */
export const opened = async (number: string, body: object = {}, key?: string): Promise<string> =>
  (
    await made(
      `/v1/orders/${number}/cases`,
      { kind: 'question', seller: 's-1', message: 'When?', ...body },
      key,
    )
  ).result.id;

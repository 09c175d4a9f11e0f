import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../outbox/line.ts';
import { type RunningProduct, runProduct } from '../privacy/product.ts';
import { aLine, anOrder } from '../support/api.ts';

let running: RunningProduct;
beforeAll(async () => {
  running = await runProduct();
}, 60_000);
afterAll(() => running.close());

test('a shop that waits for open orders may stop waiting; it then goes at once', async () => {
  const { api } = running;
  const customer = { id: 'c-gone', email: 'gone@example.com', name: 'Ann', phone: null };
  await api('POST', '/v1/orders', anOrder({ number: 'X-1', customer, lines: [aLine({ id: '1' })] }));
  const { id } = await api('DELETE', '/v1/customers/c-gone?keep_open=true');
  const erasure = () => api('GET', `/v1/erasures/${id}`);
  await until('it waits', async () => (await erasure()).kept[0]?.reason === 'to_send');
  expect((await api('DELETE', '/v1/customers/c-gone')).id).toBe(id);
  await until('it is erased', async () => (await erasure()).orders.erased === 1);
  expect((await api('GET', '/v1/orders/X-1')).customer).toMatchObject({ id: null, email: '' });
});

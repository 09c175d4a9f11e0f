import { afterAll, beforeAll, expect, test } from 'vitest';
import { readInvitation } from '../../src/modules/accounts/index.ts';
import { type TestApi, testApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const wish = { kind: 'seller', email: 'Desk@books.example', seller: 's-1', role: 'staff' };
const plannedFor = async (email: string) =>
  (await api.database.pool.query('select data from personal_messages where email = $1', [email])).rows;

test('an invitation is mailed, and its link is in the answer', async () => {
  const { status, body } = await api.call('POST', '/v1/invitations', wish);
  expect([status, body]).toEqual([
    201,
    { ...body, kind: 'seller', email: 'desk@books.example', seller: 's-1', name: '' },
  ]);
  const token = body.url.split('/').at(-1);
  expect(body.url).toBe(`http://tidings.test/invitation/${token}`);
  expect(await readInvitation(api.database.pool, token, api.clock.now())).toMatchObject({ role: 'staff' });
  expect(await plannedFor('desk@books.example')).toEqual([
    { data: { kind: 'seller', role: 'staff', url: body.url, days: 7 } },
  ]);
});

test('or handed over by whoever asked for it', async () => {
  const { body } = await api.call('POST', '/v1/invitations', {
    kind: 'operator',
    email: 'o@x.example',
    role: 'viewer',
    mail: false,
  });
  expect(body.seller).toBeNull();
  expect(await plannedFor('o@x.example')).toEqual([]);
});

test('a seller without a shop, an operator with one, and a key that is no admin are refused', async () => {
  expect((await api.call('POST', '/v1/invitations', { ...wish, seller: undefined })).status).toBe(422);
  expect((await api.call('POST', '/v1/invitations', { ...wish, kind: 'operator' })).status).toBe(422);
  const key = await api.key('orders:write');
  expect((await api.call('POST', '/v1/invitations', wish, { key })).status).toBe(403);
});

test('what is still open is listed by desk, without what opens it, and can be withdrawn', async () => {
  const made = { ...wish, email: 'open@books.example', name: 'Ann', seller: 's-open' };
  const { body } = await api.call('POST', '/v1/invitations', made);
  const again = (await api.call('POST', '/v1/invitations', made)).body;
  const { url, ...open } = again;
  const list = async (query: string) => (await api.call('GET', `/v1/invitations${query}`)).body.items;
  expect(await list('?seller=s-open')).toEqual([open]);
  expect(open.name).toBe('Ann');
  expect(await list('')).not.toContainEqual(open);
  expect((await api.call('DELETE', `/v1/invitations/${body.id}`)).status).toBe(404);
  expect((await api.call('DELETE', `/v1/invitations/${again.id}`)).status).toBe(204);
  const token = url.split('/').at(-1);
  expect(await readInvitation(api.database.pool, token, api.clock.now())).toBeNull();
  expect(await list('?seller=s-open')).toEqual([]);
});

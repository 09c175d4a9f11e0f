import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInvitation, invite, type Role } from '../../src/modules/accounts/index.ts';
import { type TestApi, testApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

/** Somebody of a seller's desk who can sign in. */
async function working(seller: string, email: string, role: Role): Promise<string> {
  const { pool } = api.database;
  const { token } = await invite(pool, { kind: 'seller', seller, email, role }, api.clock.now());
  const id = (await acceptInvitation(pool, { token, email: '' }, api.clock.now()))!;
  await pool.query(
    `insert into staff_authenticators (id, secret, backup_codes, account_id, verified)
     values ($1, '', '', $1, true)`,
    [id],
  );
  return id;
}

const told = async (email: string) =>
  (await api.database.pool.query('select data from personal_messages where email = $1', [email])).rows;

test('who works at a desk is listed, changed and removed, and told of it', async () => {
  await working('s-1', 'owner@x.example', 'owner');
  const id = await working('s-1', 'staff@x.example', 'staff');
  const { body } = await api.call('GET', '/v1/people?seller=s-1');
  expect(body.items).toMatchObject([
    { email: 'owner@x.example', role: 'owner', second_step: 'authenticator', signed_in_at: null },
    { id, kind: 'seller', seller: 's-1', role: 'staff', name: '' },
  ]);
  expect((await api.call('GET', '/v1/people')).body.items).toEqual([]);

  const changed = await api.call('PATCH', `/v1/people/${id}`, { role: 'viewer' });
  expect([changed.status, changed.body.role]).toEqual([200, 'viewer']);
  await api.call('PATCH', `/v1/people/${id}`, { role: 'viewer' });
  expect(await told('staff@x.example')).toEqual([{ data: { what: 'role', kind: 'seller', role: 'viewer' } }]);

  expect((await api.call('DELETE', `/v1/people/${id}`)).status).toBe(204);
  expect((await told('staff@x.example')).map(({ data }) => data.what)).toEqual(['role', 'removed']);
  const gone = await api.call('DELETE', `/v1/people/${id}`);
  expect([gone.status, gone.body.code]).toEqual([404, 'person_not_found']);
  expect((await api.call('PATCH', `/v1/people/${id}`, { role: 'owner' })).status).toBe(404);
});

test('the last owner of a desk stays one', async () => {
  const id = await working('s-last', 'last@x.example', 'owner');
  for (const [method, body] of [
    ['DELETE', undefined],
    ['PATCH', { role: 'staff' }],
  ] as const) {
    const answer = await api.call(method, `/v1/people/${id}`, body);
    expect([answer.status, answer.body.code]).toEqual([409, 'last_owner']);
  }
  expect(await told('last@x.example')).toEqual([]);
});

test('only an administrator asks', async () => {
  for (const scope of ['orders:write', 'seller:s-1']) {
    const key = await api.key(scope);
    for (const path of ['/v1/people?seller=s-1', '/v1/invitations?seller=s-1']) {
      expect((await api.call('GET', path, undefined, { key })).status).toBe(403);
    }
  }
});

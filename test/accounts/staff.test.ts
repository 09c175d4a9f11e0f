import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  acceptInvitation,
  changeRole,
  findInvitation,
  invite,
  listInvitations,
  listStaff,
  type Role,
  readInvitation,
  removeStaff,
  renewInvitation,
  withdrawInvitation,
} from '../../src/modules/accounts/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const NOW = Date.parse('2026-03-05T12:00:00Z');
const day_ms = 86_400_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const teamOf = (seller: string) => ({ kind: 'seller' as const, seller });

/** Somebody who was invited, accepted, and has a passkey. */
async function working(seller: string, email: string, role: Role): Promise<string> {
  const { token } = await invite(database.pool, { ...teamOf(seller), email, role, name: '' }, NOW);
  const id = (await acceptInvitation(database.pool, { token, email: '' }, NOW))!;
  await database.pool.query(
    `insert into staff_passkeys (id, public_key, account_id, credential_id, counter, device_type, backed_up)
     values ($1, '', $1, $1, 0, 'singleDevice', false)`,
    [id],
  );
  return id;
}

const rolesOf = async (seller: string) =>
  (await listStaff(database.pool, teamOf(seller))).map(({ email, role }) => `${email} ${role}`);

describe('who works at a desk', () => {
  test('is listed for that desk alone, owners first, with their second step', async () => {
    await working('s-list', 'z@x.example', 'owner');
    await working('s-other', 'other@x.example', 'owner');
    const wish = { ...teamOf('s-list'), email: 'A@x.example', role: 'viewer' as const, name: 'Ann' };
    const { token } = await invite(database.pool, wish, NOW);
    await acceptInvitation(database.pool, { token, email: '' }, NOW);
    expect(await listStaff(database.pool, teamOf('s-list'))).toMatchObject([
      { email: 'z@x.example', role: 'owner', second_step: 'passkey', signed_in_at_ms: null },
      { email: 'a@x.example', role: 'viewer', name: 'Ann', second_step: null },
    ]);
  });

  test('loses every way in when removed, and what was offered to them', async () => {
    const owner = await working('s-gone', 'owner@gone.example', 'owner');
    const person = await working('s-gone', 'staff@gone.example', 'staff');
    await database.pool.query(
      `insert into staff_sessions (id, token, account_id, expires_at, updated_at) values ('x', 'x', $1, $2, $2)`,
      [person, new Date(NOW + day_ms)],
    );
    const again = { ...teamOf('s-gone'), email: 'staff@gone.example', role: 'owner' as const };
    const { token } = await invite(database.pool, again, NOW);
    expect(await removeStaff(database.pool, teamOf('s-gone'), { person, by: owner })).toMatchObject({
      was: { email: 'staff@gone.example' },
    });
    for (const table of ['staff_sessions', 'staff_passkeys']) {
      const { rows } = await database.pool.query(`select from ${table} where account_id = $1`, [person]);
      expect(rows, table).toEqual([]);
    }
    expect(await readInvitation(database.pool, token, NOW)).toBeNull();
    expect(await acceptInvitation(database.pool, { token, email: '' }, NOW)).toBeNull();
  });

  test('is nobody of another desk', async () => {
    const owner = await working('s-mine', 'owner@mine.example', 'owner');
    const person = await working('s-yours', 'staff@yours.example', 'staff');
    const wish = { person, by: owner };
    expect(await removeStaff(database.pool, teamOf('s-mine'), wish)).toEqual({ refusal: 'not_found' });
    expect(await removeStaff(database.pool, teamOf('s-yours'), wish)).toEqual({ refusal: 'not_allowed' });
    expect(await rolesOf('s-yours')).toEqual(['staff@yours.example staff']);
  });

  test('an older invitation does not undo a change of role', async () => {
    const owner = await working('s-role', 'owner@role.example', 'owner');
    const person = await working('s-role', 'second@role.example', 'owner');
    const again = { ...teamOf('s-role'), email: 'second@role.example', role: 'owner' as const };
    const { token } = await invite(database.pool, again, NOW);
    await changeRole(database.pool, teamOf('s-role'), { person, by: owner, role: 'viewer' }, NOW);
    expect(await acceptInvitation(database.pool, { token, email: '' }, NOW)).toBeNull();
    expect(await rolesOf('s-role')).toEqual(['owner@role.example owner', 'second@role.example viewer']);
  });

  test('the last owner is not made less of by an invitation', async () => {
    await working('s-last', 'owner@last.example', 'owner');
    const less = { ...teamOf('s-last'), email: 'owner@last.example', role: 'viewer' as const };
    const { token } = await invite(database.pool, less, NOW);
    expect(await acceptInvitation(database.pool, { token, email: '' }, NOW)).toBeNull();
    expect(await rolesOf('s-last')).toEqual(['owner@last.example owner']);
    const same = await invite(database.pool, { ...less, role: 'owner' }, NOW);
    expect(await acceptInvitation(database.pool, { token: same.token, email: '' }, NOW)).not.toBeNull();
  });
});

test('of owners who remove each other at the same moment one remains, again and again', async () => {
  for (let round = 0; round < 15; round++) {
    const seller = `s-race-${round}`;
    const team = teamOf(seller);
    const [a, b, c] = await Promise.all(
      ['a', 'b', 'c'].map((name) => working(seller, `${name}@${round}.example`, 'owner')),
    );
    const answers = await Promise.all([
      removeStaff(database.pool, team, { person: b!, by: a! }),
      changeRole(database.pool, team, { person: c!, by: b!, role: 'viewer' }, NOW),
      removeStaff(database.pool, team, { person: a!, by: c! }),
    ]);
    const owners = (await rolesOf(seller)).filter((line) => line.endsWith(' owner'));
    expect(owners.length).toBeGreaterThanOrEqual(1);
    expect(answers.filter((answer) => 'was' in answer).length).toBe(3 - owners.length);
  }
});

describe('an open invitation', () => {
  const wish = { ...teamOf('s-open'), email: 'new@x.example', role: 'staff' as const, name: 'New' };

  test('is one at a time, however many are made at once', async () => {
    await working('s-once', 'owner@once.example', 'owner');
    const again = { ...wish, ...teamOf('s-once') };
    await Promise.all([1, 2, 3, 4].map(() => invite(database.pool, again, NOW)));
    expect(await listInvitations(database.pool, teamOf('s-once'), NOW)).toHaveLength(1);
  });

  test('is listed until it is accepted or too old, and the newest of an address alone', async () => {
    await invite(database.pool, wish, NOW);
    const { token, ...second } = await invite(database.pool, wish, NOW + 1);
    expect(await listInvitations(database.pool, teamOf('s-open'), NOW)).toEqual([second]);
    expect(await listInvitations(database.pool, teamOf('s-else'), NOW)).toEqual([]);
    expect(await listInvitations(database.pool, teamOf('s-open'), second.expires_at_ms)).toEqual([]);
    await acceptInvitation(database.pool, { token, email: '' }, NOW);
    expect(await findInvitation(database.pool, teamOf('s-open'), second.id, NOW)).toBeNull();
  });

  test('sent again has another link, and the one before opens nothing', async () => {
    const first = await invite(database.pool, { ...wish, email: 'again@x.example' }, NOW);
    expect(await renewInvitation(database.pool, teamOf('s-else'), first.id, NOW)).toBeNull();
    const again = (await renewInvitation(database.pool, teamOf('s-open'), first.id, NOW + day_ms))!;
    expect(again.expires_at_ms).toBe(first.expires_at_ms + day_ms);
    expect(await readInvitation(database.pool, first.token, NOW)).toBeNull();
    expect(await readInvitation(database.pool, again.token, NOW)).toMatchObject({
      id: first.id,
      name: 'New',
    });
  });

  test('opens nothing once it is withdrawn, by who may', async () => {
    const { id, token } = await invite(database.pool, { ...wish, email: 'off@x.example' }, NOW);
    expect(await withdrawInvitation(database.pool, teamOf('s-else'), id, NOW)).toBeNull();
    expect(await withdrawInvitation(database.pool, teamOf('s-open'), id, NOW)).toMatchObject({ id });
    expect(await acceptInvitation(database.pool, { token, email: '' }, NOW)).toBeNull();
  });
});

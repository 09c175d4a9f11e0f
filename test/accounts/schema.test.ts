import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../src/lib/clock.ts';
import { secretsOf } from '../../src/lib/secrets.ts';
import { openCustomerDoor, openStaffDoor } from '../../src/modules/accounts/auth/door.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test.each([openCustomerDoor, openStaffDoor])('better-auth misses nothing in our tables', async (open) => {
  const secrets = secretsOf([{ id: '1', secret: Buffer.alloc(32, 7) }]);
  const clock = fixedClock(Date.now());
  const door = open({
    ...{ secrets, clock },
    database: database.pool,
    public_url: 'http://x.test',
    shop: 'X',
  });
  const { toBeCreated, toBeAdded, toBeAddedIndexes, unsafeChanges } = await getMigrations(door.options);
  expect({ toBeCreated, toBeAdded, toBeAddedIndexes, unsafeChanges }).toEqual({
    toBeCreated: [],
    toBeAdded: [],
    toBeAddedIndexes: [],
    unsafeChanges: [],
  });
});

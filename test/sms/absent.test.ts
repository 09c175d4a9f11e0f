import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOutbox } from '../../src/channels/outbox/index.ts';
import { absentSms } from '../../src/channels/sms/index.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { NOON, plan, silent, until } from '../outbox/line.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('texts planned for a gateway that was taken away are settled, and say why', async () => {
  await database.pool.query(`insert into reach (person, channel) values ('order:1', 'sms')`);
  await plan(database.pool, [{ number: '1' }]);
  const outbox = openOutbox({
    ...{ database: database.pool, clock: fixedClock(NOON), log: silent },
    ...{ channels: [absentSms()], limits: { poll_ms: 20 } },
  });
  const read = async () => {
    const { rows } = await database.pool.query(
      `select status, last_error from deliveries where channel = 'sms'`,
    );
    return rows;
  };
  await until('it is settled', async () => (await read())[0]?.status === 'suppressed');
  expect(await read()).toEqual([{ status: 'suppressed', last_error: 'no_text_gateway' }]);
  await outbox.close();
});

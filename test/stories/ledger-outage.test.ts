import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LedgerUnavailable } from '../../src/story/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { anotherPool, expectSoundStories, factsByCommand, ledgerOn } from '../support/ledgers.ts';
import { place, shop } from '../support/stories.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Ends every connection of the pool under test, but not the one that asks. */
const END_ALL = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and application_name = 'tidings'`;

test('connections that die while commands flow: every answer is true, and the ledger recovers', {
  timeout: 120_000,
}, async () => {
  const pool = anotherPool(database.url);
  const ledger = ledgerOn(pool);
  const orders = Array.from({ length: 30 }, () => `n-${randomUUID()}`);
  await ledger.executeAll(orders.map((number) => place({ number })));
  const told: { id: string; stored: boolean }[] = [];
  let flowing = true;
  const customers = Array.from({ length: 60 }, async (_, index) => {
    while (flowing) {
      const command = shop(orders[index % orders.length]).pay(1, randomUUID());
      try {
        const { changed } = await ledger.execute(command);
        told.push({ id: command.id, stored: changed });
      } catch (error) {
        expect(error).toBeInstanceOf(LedgerUnavailable);
        told.push({ id: command.id, stored: false });
        await pause(5);
      }
    }
  });
  for (let times = 0; times < 40; times++) {
    await pause(Math.random() * 60);
    await database.pool.query(END_ALL);
  }
  flowing = false;
  await Promise.all(customers);
  const stored = await factsByCommand(database.pool);
  for (const { id, stored: claimed } of told)
    expect(stored.get(id)).toEqual(claimed ? ['PaymentReceived'] : undefined);
  expect(told.filter((one) => one.stored).length).toBeGreaterThan(100);
  expect(told.filter((one) => !one.stored).length).toBeGreaterThan(10);
  await expectSoundStories(database.pool);
  await pool.end();
});

test('an answer lost after COMMIT is found: the command is answered as stored, once', async () => {
  const wire = await openWire(database.url);
  const pool = anotherPool(wire.url);
  const ledger = ledgerOn(pool);
  const number = `n-${randomUUID()}`;
  await ledger.execute(place({ number }));
  for (let version = 2; version < 8; version++) {
    wire.loseAnswerTo('insert into facts', 'ledger_write');
    const paying = shop(number).pay(version, randomUUID());
    expect(await ledger.execute(paying)).toMatchObject({ changed: true, version });
  }
  expect(wire.lost).toBe(6);
  expect((await expectSoundStories(database.pool)).get(number)!.payments.payments).toHaveLength(7);
  await pool.end();
  wire.close();
});

test('while the database is away commands get LedgerUnavailable, and afterwards they work', async () => {
  const wire = await openWire(database.url);
  const pool = anotherPool(wire.url);
  const ledger = ledgerOn(pool);
  wire.cut = true;
  const number = `n-${randomUUID()}`;
  const refused = await Promise.allSettled(
    [place({ number }), place({ number })].map((wish) => ledger.execute(wish)),
  );
  for (const result of refused)
    expect((result as PromiseRejectedResult).reason).toBeInstanceOf(LedgerUnavailable);
  wire.cut = false;
  expect(await ledger.execute(place({ number }))).toMatchObject({ version: 1, changed: true });
  await pool.end();
  wire.close();
});

/** The network between the ledger and PostgreSQL, which can be cut and can lose an answer on its way. */
async function openWire(url: string) {
  const target = `${new URL(url).searchParams.get('host')}/.s.PGSQL.5432`;
  const wire = {
    url: '',
    cut: false,
    lost: 0,
    losing: null as string[] | null,
    /** The answer to the next message that contains one of the words arrives at nobody: the connection breaks. */
    loseAnswerTo(...words: string[]) {
      wire.losing = words;
    },
    close: () => server.close(),
  };
  const server: Server = createServer((client) => {
    if (wire.cut) return client.destroy();
    const away = connect(target);
    let losing = false;
    client.on('data', (said: Buffer) => {
      losing ||= wire.losing?.some((word) => said.includes(word)) ?? false;
      if (losing) wire.losing = null;
      away.write(said);
    });
    away.on('data', (said: Buffer) => {
      if (!losing) return client.write(said);
      // ReadyForQuery: the transaction is over, whatever we do with the news.
      if (!said.subarray(-6).equals(READY)) return;
      wire.lost += 1;
      for (const end of [client, away] satisfies Socket[]) end.destroy();
    });
    for (const [end, counterpart] of [
      [client, away],
      [away, client],
    ] as const)
      end.on('close', () => counterpart.destroy()).on('error', () => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(url);
  through.search = '';
  through.host = `127.0.0.1:${(server.address() as { port: number }).port}`;
  wire.url = through.href;
  return wire;
}

const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

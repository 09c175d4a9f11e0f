import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/lib/database.ts';
import { secretsOf } from '../../src/lib/secrets.ts';
import { customerWithEmail } from '../../src/modules/accounts/index.ts';
import { composeStory } from '../../src/modules/composition.ts';
import { openTellPerson } from '../../src/modules/notifications/personal/index.ts';
import { default_preferences, writePreferences } from '../../src/modules/notifications/preferences/index.ts';
import { readOrders } from '../../src/modules/order-view/index.ts';
import {
  askErasure,
  eraseLateArrivals,
  erasePeople,
  readErasure,
} from '../../src/modules/privacy/erasure/index.ts';
import { askExport, makeExports } from '../../src/modules/privacy/export/index.ts';
import { readPerson } from '../../src/modules/privacy/person.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { everyDeath } from '../support/killed.ts';
import { anotherPool, expectSoundStories, ledgerOn } from '../support/ledgers.ts';
import { notificationsModule } from '../support/notifications.ts';
import { place, scan, shop } from '../support/stories.ts';
import { placesOf } from './product.ts';

const asked_at_ms = Date.parse('2026-04-01T10:00:00Z');
const minute_ms = 60_000;
/** Stands in everything that people here wrote before they asked. */
const WORD = 'canaryword';

let database: TestDatabase;
let second: Database;
beforeAll(async () => {
  database = await testDatabase();
  second = anotherPool(database.url);
});
afterAll(async () => {
  await second.end();
  await database.close();
});

const query = async (text: string, values: unknown[] = []) => (await database.pool.query(text, values)).rows;

/** What a process that works has. */
function worker(pool: Database) {
  return {
    database: pool,
    ledger: ledgerOn(pool, [notificationsModule]),
    tellPerson: openTellPerson(pool, () => {}),
    orders: readOrders(pool, composeStory()),
    secrets: secretsOf([{ id: '1', secret: Buffer.alloc(32, 7) }]),
    config: { shop: { name: 'Harbour', locale: 'en', timeZone: 'UTC' }, withdrawalCountries: [] },
  } as unknown as Parameters<typeof erasePeople>[0] & Parameters<typeof makeExports>[0];
}

interface Buyer {
  name: string;
  customer: string;
  email: string;
  account: string;
}

const numbersOf = ({ name }: Buyer) => [`${name}-sent`, `${name}-off`];

/** Somebody with an account, wishes, and two orders that are over: one arrived, one was canceled. */
async function buyer(name: string): Promise<Buyer> {
  const { ledger } = worker(database.pool);
  const [customer, email] = [`${WORD}-${name}`, `${name}@${WORD}.example`];
  const account = await customerWithEmail(database.pool, email, asked_at_ms);
  const made = { name, customer, email, account };
  for (const number of numbersOf(made)) await placed(number, made, `Ann ${WORD}`);
  const [sent, off] = numbersOf(made);
  await ledger.execute(shop(sent).dispatch('p-1', { '1': 1 }, { tracking_number: null }));
  await ledger.execute(shop(sent).scans('p-1', scan('delivered', '2026-03-05T10:00:00Z')));
  await ledger.execute(shop(off).cancel({ '1': 1 }));
  await writePreferences(database.pool, `customer:${customer}`, default_preferences, asked_at_ms);
  return made;
}

async function placed(number: string, { customer, email }: Buyer, name: string, placed_at?: string) {
  const lines = [{ id: '1', quantity: 1, unit_price: 1000 }];
  const command = place({
    number,
    customer,
    payment_status: 'pending',
    lines,
    ...(placed_at && { placed_at }),
  });
  command.body.contact = { ...command.body.contact, email, name };
  await worker(database.pool).ledger.execute(command);
}

async function askToErase({ account, email }: Buyer): Promise<string> {
  const person = (await readPerson(database.pool, `account:${account}`))!;
  return askErasure(database.pool, {
    ...{ person: { ...person, email }, locale: 'en', time_zone: 'UTC', asked_by: 'person' as const },
    ...{ keep_open: true, now_ms: asked_at_ms },
  });
}

const toldOf = async (type: string, email: string) =>
  (
    await query(
      `select from personal_messages m join notifications n on n.id = m.notification_id
       where n.type = $1 and m.email = $2`,
      [type, email],
    )
  ).length;

const mailLeaves = () => query(`update deliveries set status = 'sent' where subject_key like 'erasure:%'`);

test('an erasure that dies at any of its steps is gone on with, whatever comes in meanwhile', async () => {
  const erasures: string[] = [];
  const deaths = await everyDeath(database.url, {
    before: async (step) => {
      const made = await buyer(`dies-${step}`);
      return { made, id: await askToErase(made) };
    },
    work: (pool) => erasePeople(worker(pool), asked_at_ms),
    after: async ({ made, id }) => {
      const [sent] = numbersOf(made);
      const { ledger } = worker(database.pool);
      const late = { location: WORD, description: `Handed to ${WORD}` };
      await ledger.execute(shop(sent!).scans('p-1', scan('delivered', '2026-03-05T10:05:00Z', late)));
      await placed(
        `again-${made.name}`,
        { ...made, customer: `new-${erasures.length}` },
        'Ann',
        '2026-04-01T10:01:00Z',
      );
      await erasePeople(worker(second), asked_at_ms + 6 * minute_ms);
      expect(await toldOf('erased', made.email)).toBe(1);
      erasures.push(id);
    },
  });
  expect(deaths).toBeGreaterThan(12);
  await mailLeaves();
  await erasePeople(worker(database.pool), asked_at_ms + 12 * minute_ms);
  await eraseLateArrivals(database.pool, asked_at_ms + 24 * 60 * minute_ms);
  for (const id of erasures) {
    expect(await readErasure(database.pool, id)).toMatchObject({
      done_at: '2026-04-01T10:12:00Z',
      orders: { total: 2, erased: 2 },
    });
  }
  // What they bought afterwards has its buyer; their address is that of a new order now.
  const { rows } = await database.pool.query(`select order_number, name from contacts`);
  expect(rows).toHaveLength(erasures.length);
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(['Ann']));
  await query(`update contacts set email = ''`);
  await query('delete from notifications');
  expect(await placesOf(database, WORD)).toEqual([]);
  await expectSoundStories(database.pool);
});

/** Somebody who has asked for a long export. */
async function exporting(name: string): Promise<Buyer> {
  const made = await buyer(name);
  const { account, email } = made;
  const asked = { subject: `account:${account}`, email, locale: 'en', time_zone: 'UTC' };
  await askExport(database.pool, { ...asked, now_ms: asked_at_ms });
  return made;
}

const exportsOf = async ({ account }: Buyer) =>
  (
    await query('select made_at is not null as made from exports where subject = $1', [`account:${account}`])
  ).map(({ made }) => made);

test('an export that dies at any of its steps is made by the next worker, and told of once', async () => {
  const deaths = await everyDeath(database.url, {
    before: (step) => exporting(`takes-${step}`),
    work: (pool) => makeExports(worker(pool), asked_at_ms),
    after: async (made, { died }) => {
      const [is_made] = await exportsOf(made);
      expect(await toldOf('export_ready', made.email)).toBe(is_made ? 1 : 0);
      expect(is_made || died).toBe(true);
      await makeExports(worker(second), asked_at_ms + 11 * minute_ms);
      expect(await exportsOf(made)).toEqual([true]);
      expect(await toldOf('export_ready', made.email)).toBe(1);
    },
  });
  expect(deaths).toBeGreaterThanOrEqual(4);
});

test('an export of somebody of whom nothing is known any more is not tried for ever', async () => {
  const asked = { subject: 'account:gone', email: 'gone@example.com', locale: 'en', time_zone: 'UTC' };
  await askExport(database.pool, { ...asked, now_ms: asked_at_ms });
  await makeExports(worker(database.pool), asked_at_ms);
  expect(await query(`select from exports where subject = 'account:gone'`)).toEqual([]);
});

test('an export and an erasure at once: nothing is left of it, and nobody is told of what is gone', async () => {
  for (let round = 0; round < 4; round++) {
    const made = await exporting(`both-${round}`);
    await askToErase(made);
    const work = [
      () => makeExports(worker(database.pool), asked_at_ms),
      () => erasePeople(worker(second), asked_at_ms),
    ];
    await Promise.all((round % 2 ? work : work.reverse()).map((run) => run()));
    expect(await exportsOf(made)).toEqual([]);
    expect(await toldOf('export_ready', made.email)).toBe(0);
    expect(await toldOf('erased', made.email)).toBe(1);
  }
});

test('two workers that have the same erasure in hand tell its person once, and bring nothing back after its end', async () => {
  const made = await buyer('twice');
  const id = await askToErase(made);
  const slow = worker(second);
  let overtaken = false;
  await erasePeople(
    {
      ...slow,
      // A process that slept past its lease in the middle of its work: meanwhile another one came to the end.
      tellPerson: async (said) => {
        overtaken = true;
        await query('update erasures set due_at = $2 where id = $1', [id, new Date(asked_at_ms)]);
        await erasePeople(worker(database.pool), asked_at_ms);
        await mailLeaves();
        await erasePeople(worker(database.pool), asked_at_ms + 2 * minute_ms);
        return slow.tellPerson(said);
      },
    },
    asked_at_ms,
  );
  expect(overtaken).toBe(true);
  expect((await readErasure(database.pool, id))!.done_at).toBe('2026-04-01T10:02:00Z');
  expect(await query('select from personal_messages where email = $1', [made.email])).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { fold, readFacts } from '../../src/story/index.ts';
import { until } from '../outbox/line.ts';
import { composition } from '../support/stories.ts';
import { CUSTOMER, liveThroughAnOrder, settings, WORD } from './life.ts';
import { placesOf, type RunningProduct, runProduct } from './product.ts';

let running: RunningProduct;
beforeAll(async () => {
  running = await runProduct(settings);
  await liveThroughAnOrder(running, 'A-1');
}, 60_000);
afterAll(() => running.close());

/** Where a person who did everything is found. A place less: this test no longer shows that it is erased. */
const PLACES = [
  'answers.body',
  'carrier_payloads.body',
  'contacts.customer',
  'contacts.email',
  'contacts.name',
  'contacts.ship_to',
  'customer_accounts.customer',
  'customer_accounts.email',
  'customer_accounts.name',
  'customer_challenges.value',
  'customer_passkeys.name',
  'customer_sessions.token',
  'customer_sessions.user_agent',
  'deliveries.person',
  'dev_inbox.body',
  'dev_inbox.recipient',
  'facts.data',
  'inbound_mails.body',
  'inbound_mails.envelope_sender',
  'listed_orders.customer',
  'listed_orders.email',
  'mailed_codes.email',
  'notes.text',
  'preferences.person',
  'push_devices.endpoint',
  'push_devices.person',
  'reach.person',
  'replies.body',
  'scans.description',
  'scans.location',
  'sent_messages.body',
  'stories.customer',
  'stories.state',
  'withdrawal_declarants.email',
  'withdrawal_declarants.name',
];

test('before, the person is everywhere', async () => {
  const places = await placesOf(running.database, WORD);
  expect(PLACES.filter((place) => !places.includes(place))).toEqual([]);
});

test('the export holds all they wrote and all we wrote to them, and nothing that opens anything', async () => {
  const exported = await running.api('GET', `/v1/customers/${CUSTOMER}/export`);
  const text = JSON.stringify(exported);
  for (const said of [
    'Lane 2',
    'Where is it?',
    'Dear Ann',
    'For Ann',
    'Handed to',
    'Hello, says',
    'Firefox of',
    'Phone of',
    'says so',
  ]) {
    expect(text).toContain(said);
  }
  expect(exported.orders[0].order).toMatchObject({ number: 'A-1', status: 'delivered' });
  expect(Object.keys(exported.records).sort()).toEqual(
    expect.arrayContaining(['customer_accounts', 'preferences', 'push_devices']),
  );
  expect(text).not.toContain(`token ${WORD}`);
  expect(text).not.toContain('push.invalid');
});

test('after the erasure they are nowhere, and the order still says what was sold', async () => {
  const { api, database, clock, logged } = running;
  const before = await api('GET', '/v1/orders/A-1');
  const { id } = await api('DELETE', `/v1/customers/${CUSTOMER}`);
  await until('it is done', async () => {
    clock.advance(61_000);
    await database.pool.query(`select graphile_worker.add_job('erase_people', job_key := 'erase_people')`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return (await api('GET', `/v1/erasures/${id}`)).done_at !== null;
  });
  expect(await placesOf(database, WORD)).toEqual([]);
  expect(logged.join('').toLowerCase()).not.toContain(WORD);
  expect(await placesOf(database, '48600100')).toEqual([]);

  const after = await api('GET', '/v1/orders/A-1');
  expect(after.totals).toEqual(before.totals);
  expect(after.payment).toEqual(before.payment);
  expect(after.customer).toMatchObject({ email: '', name: null, phone: null });
  expect(after.customer.id).toBeNull();
  const { rows } = await database.pool.query(
    `select state, customer from stories where order_number = 'A-1'`,
  );
  expect(rows[0].customer).toMatch(/^erased-/);
  expect(fold(composition, await readFacts(database.pool, 'A-1'))).toEqual(JSON.parse(rows[0].state));
});

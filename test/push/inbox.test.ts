import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDevInbox } from '../../src/channels/dev-inbox.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { operatorApp } from '../web/operator-app.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a push in the development inbox looks like one, whatever is in it, and leads where it would', async () => {
  const clock = fixedClock('2026-03-05T12:00:00Z');
  const link = 'https://shop.example/o/abc';
  await openDevInbox({ database: database.pool, clock }).keep({
    ...{ channel: 'push', message_id: 'push-1' },
    message: {
      ...{ to: 'Firefox', subject: 'Out for delivery: <b>', headers: { TTL: '60' }, html: '' },
      text: `The first line.\nThe <second>.\n${link}`,
    },
    about: { subject_key: 'order:1', order_number: '1', type: 'shipment_out_for_delivery' },
  });
  const { rows } = await database.pool.query('select id from dev_inbox');
  const app = operatorApp(database.pool, clock);
  const local = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
  const response = await app.request(`/dev/inbox/${rows[0].id}`, {}, local);
  expect(response.status).toBe(200);
  const page = await response.text();
  expect(page).not.toContain('<iframe');
  expect(page).toContain('Out for delivery: &lt;b&gt;');
  expect(page).toMatch(/<p[^>]*>The first line\.<\/p><p[^>]*>The &lt;second&gt;\.<\/p>/);
  expect(page).toContain(`href="${link}"`);
});

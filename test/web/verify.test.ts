import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordResults } from '../../src/modules/notifications/deliveries/index.ts';
import { proofCode } from '../../src/modules/notifications/proof/index.ts';
import { webRoutes } from '../../src/web/index.ts';
import { LOOKED_AT, type TestShop, testShop, Visitor } from '../support/shop.ts';
import { ORDER, place, shop as wishes } from '../support/stories.ts';

let shop: TestShop;
let visitor: Visitor;
/** Ids of the notifications of the order: one sent, one not yet. */
let sent: string;
let waiting: string;

beforeAll(async () => {
  shop = await testShop();
  await shop.deps.ledger.execute(place());
  await shop.deps.ledger.execute(wishes().dispatch('s-1', { 1: 1 }));
  const { rows } = await shop.database.pool.query('select id, type, subject_key from notifications');
  const idOf = (type: string): string => rows.find((row) => row.type === type).id;
  sent = idOf('order_confirmed');
  waiting = idOf('shipment_dispatched');
  await send(sent);
  const config = { ...shop.deps.config, lookupLimit: 1_000 };
  visitor = new Visitor(webRoutes({ ...shop.deps, config }));
});
afterAll(() => shop.close());

async function send(notification_id: string): Promise<void> {
  const key = { subject_key: `order:${ORDER}`, notification_id, channel: 'email' };
  const claimed = await shop.database.pool.query(
    `update deliveries set status = 'sending', attempts = 1 where notification_id = $1`,
    [notification_id],
  );
  expect(claimed.rowCount).toBe(1);
  const message = { to: 'buyer@example.com', subject: 'Confirmed', headers: {}, html: '', text: '' };
  const result = { ...key, type: 'order_confirmed', attempts: 1, status: 'sent' as const, given_back: false };
  const rest = { due_at_ms: 0, last_error: null, held_for: null, digest: null, message_id: '<1@x>', message };
  await recordResults(shop.database.pool, [{ ...result, ...rest }], Date.parse(LOOKED_AT), []);
}

async function check(text: string, locale = 'en'): Promise<string> {
  const response = await visitor.post(`/verify?locale=${locale}`, { text });
  expect(response.status).toBe(200);
  return response.text();
}

test('whoever knows an order cannot make the code of its messages', async () => {
  const known = [ORDER, 1, 'order_confirmed', 'buyer', 'customer'].join('\n');
  const made = proofCode(hash('sha256', known, 'hex').slice(0, 24));
  expect(await check(made)).not.toContain('Yes, we sent this message.');
});

describe('whoever holds a message learns whether it was ours', () => {
  test('by its code, in whatever way it is typed', async () => {
    const code = proofCode(sent);
    for (const text of [
      code,
      code.toLowerCase().replaceAll('-', ' '),
      `Check at shop/verify, code ${code}.`,
    ]) {
      const page = await check(text);
      expect(page).toContain('Yes, we sent this message.');
      expect(page).toContain('Order confirmed, sent on');
      expect(page).toContain('b***r@e***.com');
      expect(page).toContain(`ends in ${ORDER.slice(-4)}`);
    }
  });

  test('by the source of the mail', async () => {
    expect(await check(`Received: from x\nMessage-ID: <${sent}.email@harbour.example>\n\nHi`)).toContain(
      'Yes, we sent',
    );
  });

  test('in their language', async () => {
    expect(await check(proofCode(sent), 'pl')).toContain('Tak, to nasza wiadomość.');
  });

  test('and nothing a holder has no need of', async () => {
    const page = await check(proofCode(sent));
    for (const secret of ['buyer@example.com', ORDER, 'Ann']) expect(page).not.toContain(secret);
  });
});

describe('what is not ours', () => {
  test.each([
    ['a code that was never given', '0000-0000-0000'],
    ['a Message-ID that was never given', '<000000000000000000000000.email@harbour.example>'],
  ])('is said to be not: %s', async (_, text) => {
    expect(await check(text)).toContain('No, we did not send this.');
  });

  test('is also what we have planned and not sent', async () => {
    expect(await check(proofCode(waiting))).toContain('No, we did not send this.');
  });

  test('is also a mail without a code', async () => {
    expect(await check('Dear customer, confirm your card at http://shop.evil')).toContain(
      'There is no code of ours',
    );
  });

  test('is shown escaped', async () => {
    expect(await check('</textarea><script>alert(1)</script>')).not.toContain('<script>alert');
  });
});

test('a link with a code works, and who asks too often is told when to come back', async () => {
  const config = { ...shop.deps.config, lookupLimit: 2 };
  const limited = new Visitor(webRoutes({ ...shop.deps, config }));
  for (let time = 0; time < 2; time++) expect((await limited.get('/verify?code=1')).status).toBe(200);
  const refused = await limited.get('/verify?code=1');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await limited.get('/verify')).status).toBe(200);
});

test('where mail comes in, a message can be forwarded', async () => {
  const config = { ...shop.deps.config, returnDomain: 'in.harbour.example' };
  const listening = new Visitor(webRoutes({ ...shop.deps, config }));
  expect(await (await listening.get('/verify')).text()).toContain('forward it to verify@in.harbour.example');
  expect(await (await visitor.get('/verify')).text()).not.toContain('forward it');
});

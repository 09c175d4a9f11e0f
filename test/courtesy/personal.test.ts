import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  forgetPersonal,
  type PersonalNotice,
  planPersonal,
} from '../../src/modules/notifications/personal/index.ts';
import { type CourteousShop, courteousShop } from './shop.ts';

let shop: CourteousShop;
beforeEach(async () => {
  shop = await courteousShop('2026-03-02T23:00:00Z');
});
afterEach(() => shop.close());

const code = (changes: Partial<PersonalNotice> = {}): PersonalNotice => ({
  type: 'sign_in_code',
  key: 'attempt-1',
  subject_key: 'account:a-1',
  email: 'ann@shop.example',
  locale: 'en',
  time_zone: 'Europe/Warsaw',
  data: { code: '482 915', minutes: 10 },
  expires_at_ms: Date.parse('2026-03-02T23:10:00Z'),
  now_ms: shop.clock.now(),
  ...changes,
});

test('is sent once however often it is planned, at any hour, and no copy is kept', async () => {
  await shop.wish('account:a-1', { quiet_hours: { from: '22:00', to: '07:00' } });
  const plans = await Promise.all([1, 2, 3].map(() => planPersonal(shop.database.pool, code())));
  expect(plans.filter(({ planned }) => planned)).toHaveLength(1);
  await shop.run('2026-03-02T23:00:01Z', 3);
  expect(shop.mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['ann@shop.example', '482 915 is your code for Harbour Books'],
  ]);
  const { rows } = await shop.database.pool.query('select count(*)::int as kept from sent_messages');
  expect(rows).toEqual([{ kept: 0 }]);
  const [told] = await shop.told('', 'sign_in_code');
  expect(told).toMatchObject({ status: 'sent', order: null, channels: [{ to: 'a***n@s***.example' }] });
});

test('what it is written from is read once on its way out', async () => {
  await planPersonal(shop.database.pool, code());
  const [delivery] = await shop.claim('2026-03-02T23:00:01Z');
  const query = vi.spyOn(shop.database.pool, 'query');
  expect(await shop.send(delivery!)).toMatchObject({ kind: 'sent' });
  const read = query.mock.calls.filter(([asked]) => (asked as { name?: string }).name === 'personal_read');
  expect(read).toHaveLength(1);
});

test('is not sent when it is worth nothing any more, and what it said is gone', async () => {
  await planPersonal(shop.database.pool, code());
  await shop.run('2026-03-02T23:10:00Z');
  expect(shop.mails).toEqual([]);
  expect(await shop.told('', 'sign_in_code')).toMatchObject([{ status: 'suppressed', reason: 'overtaken' }]);
  expect(await forgetPersonal(shop.database.pool, Date.parse('2026-03-02T23:10:00Z'))).toBe(1);
});

test('one that was erased before it left is not sent', async () => {
  const { id } = await planPersonal(shop.database.pool, code());
  await shop.database.pool.query('delete from personal_messages where notification_id = $1', [id]);
  await shop.run('2026-03-02T23:00:01Z');
  expect(await shop.told('', 'sign_in_code')).toMatchObject([{ status: 'suppressed', reason: 'erased' }]);
});

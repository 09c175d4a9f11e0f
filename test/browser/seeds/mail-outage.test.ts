import { expect, test } from 'vitest';
import { Person } from '../../support/person.ts';
import { seedStage } from './open.ts';

const stage = seedStage();

/** The shop whose mail server was away, and whose buyers asked whether their orders had been taken at all. */
test('a guest in Polish sees the order while the mail server is away, and gets one confirmation when it is back', async () => {
  const { browser, shop } = stage;
  const number = 'ALT/2020/117';
  const email = 'jan@czytelnik.example';
  await shop.mail.goDown();
  await shop.post('/v1/orders', {
    ...{ number, placed_at: new Date().toISOString(), currency: 'PLN', locale: 'pl' },
    time_zone: 'Europe/Warsaw',
    customer: { email, name: 'Jan Czytelnik' },
    ship_to: {
      ...{ name: 'Jan Czytelnik', line1: 'Długa 1', city: 'Gdańsk', postal_code: '80-001', country: 'PL' },
    },
    ...{ delivery_option: 'standard', shipping_price: 1299, tax: 0, discount: 0 },
    payment: { method: 'cash_on_delivery', status: 'pending' },
    lines: [
      { id: '1', sku: 'k-1', title: 'Księga pierwsza', quantity: 1, unit_price: 4990, seller: 'altenberg' },
    ],
  });

  const jan = await Person.withPhone(browser, { locale: 'pl-PL', javaScriptEnabled: false });
  jan.begin();
  await jan.page.goto(`${shop.url}/status`);
  await jan.fill(jan.page.getByLabel('Numer zamówienia'), ` #${number} `);
  await jan.fill(jan.page.getByLabel('Adres e-mail'), email);
  await jan.touch(jan.page.getByRole('button', { name: 'Pokaż zamówienie' }));
  await jan.page.waitForURL('**/orders/**');
  expect(await jan.reads()).toMatch(/W trakcie realizacji/);
  expect(await jan.reads()).toContain('Księga pierwsza');
  expect(await jan.page.locator('html').getAttribute('lang')).toBe('pl');
  expect(jan.clicks).toBe(1);

  await shop.post(`/v1/orders/${encodeURIComponent(number)}/shipments`, {
    ...{ id: 'p-1', lines: [{ line: '1', quantity: 1 }], carrier: 'inpost' },
    ...{ tracking_number: '612345678901234567890123', dispatched_at: new Date().toISOString() },
  });
  await jan.page.reload();
  expect(await jan.reads()).toContain('612345678901234567890123');
  expect(shop.letters(email)).toEqual([]);

  await shop.mail.comeBack();
  await shop.letter(email, /wysłan|drodze/i);
  const ids = shop.letters(email).map(({ message_id }) => message_id);
  expect(ids.length).toBeGreaterThanOrEqual(2);
  expect(new Set(ids).size).toBe(ids.length);
  await jan.close();
});

import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_TYPES, exampleMessages } from '../../src/channels/examples.ts';
import { measure } from '../../src/channels/sms/segments.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { LOCALES } from '../../src/lib/words.ts';
import type { OverrideProblem } from '../../src/overrides/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { seen } from '../support/seen.ts';
import { operatorApp } from './operator-app.ts';

let database: TestDatabase;
const problem: OverrideProblem = {
  file: 'templates/order_confirmed.liquid',
  key: null,
  reason: 'does not show {{ headline }} (order_confirmed in en)',
};

/** As it is, and where the shop's folder has a problem. */
let app: Hono;
let troubled: Hono;

beforeAll(async () => {
  database = await testDatabase();
  const clock = fixedClock('2026-07-18T12:00:00Z');
  app = operatorApp(database.pool, clock);
  troubled = operatorApp(database.pool, clock, [problem]);
});
afterAll(() => database.close());

function ask(path: string, { from = '127.0.0.1', of = app } = {}) {
  return of.request(`http://localhost:3000${path}`, {}, { incoming: { socket: { remoteAddress: from } } });
}

const spaced = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();

describe.each(LOCALES)('in %s', (locale) => {
  test.each(EXAMPLE_TYPES.map(({ name }) => name))('%s is shown on every channel', async (type) => {
    const address = `/operator/notifications/${type}/${locale}`;
    const answer = await ask(address);
    expect(answer.status).toBe(200);
    const page = spaced(seen(await answer.text()));
    const { email, sms, push } = exampleMessages(type, locale);
    for (const said of [email.subject, email.text, sms, push?.title, push?.body]) {
      if (said) expect(page).toContain(spaced(said));
      expect(said ?? '').not.toMatch(/\{\{|\{%|undefined|null|NaN|\[object|Invalid Date/);
    }
    if (sms) expect(page).toContain(`${measure(sms).length} characters used`);

    const mail = await ask(`${address}/html`);
    expect(mail.headers.get('Content-Security-Policy')).toMatch(/^sandbox (?!.*allow-(scripts|same-origin))/);
    expect(await mail.text()).toContain(`<html lang="${locale}"`);
  });
});

test('the first of them is a redirect away, in the language of the page', async () => {
  const answer = await ask('/operator/notifications?locale=ru');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe('/operator/notifications/order_confirmed/ru');
});

test.each([
  'nonsense/en',
  'order_confirmed/de',
  'order_confirmed/pl-PL',
  'order_confirmed/en/text',
  '__proto__/en',
])('there is no %s', async (path) => {
  expect((await ask(`/operator/notifications/${path}`)).status).toBe(404);
});

test('strangers see none of it', async () => {
  for (const path of ['', '/order_confirmed/en', '/order_confirmed/en/html']) {
    expect((await ask(`/operator/notifications${path}`, { from: '203.0.113.9' })).status).toBe(401);
  }
});

test('what of the words and templates of the shop is not used is said here and beside what waits', async () => {
  for (const path of ['/operator/notifications/order_confirmed/en', '/operator/deliveries']) {
    const quiet = await (await ask(path)).text();
    expect(quiet).not.toContain('Your own words and templates');
    const page = seen(await (await ask(path, { of: troubled })).text());
    expect(page).toContain('1 of them is not used');
    expect(page).toContain(`${problem.file} ${problem.reason}`);
  }
});

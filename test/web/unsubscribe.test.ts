import { afterAll, beforeAll, expect, test } from 'vitest';
import { unsubscribePath } from '../../src/channels/email/unsubscribe.ts';
import { readPreferences } from '../../src/modules/notifications/preferences/index.ts';
import { webRoutes } from '../../src/web/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
});
afterAll(() => shop.close());

const pathOf = (person: string, type = 'feedback_requested') =>
  unsubscribePath(shop.deps.secrets, { person, type });
const wishesOf = async (person: string) => (await readPreferences(shop.database.pool, person)).types;

/** A mail server: no cookie, no origin, nothing a browser says of itself. */
const click = (path: string, body: string | ArrayBuffer = 'List-Unsubscribe=One-Click', headers = {}) =>
  webRoutes(shop.deps).request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });

test('one click ends this type for this reader, as often as it comes', async () => {
  for (let times = 0; times < 3; times++) {
    const answer = await click(pathOf('customer:c-1'));
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await wishesOf('customer:c-1')).toEqual({ feedback_requested: { email: 'off' } });
  }
  expect(await wishesOf('customer:c-2')).toEqual({});
});

test('clicks at the same moment are as one', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map(() => click(pathOf('order:A-1'))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await wishesOf('order:A-1')).toEqual({ feedback_requested: { email: 'off' } });
});

test('as multipart too', async () => {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  const request = new Request('http://tidings.test/', { method: 'POST', body: form });
  const body = await request.arrayBuffer();
  const answer = await click(pathOf('customer:c-3'), body, {
    'content-type': request.headers.get('content-type')!,
  });
  expect(answer.status).toBe(200);
  expect(await wishesOf('customer:c-3')).toEqual({ feedback_requested: { email: 'off' } });
});

test('looking at the page changes nothing; its button does, without scripts and cookies', async () => {
  const visitor = new Visitor(webRoutes(shop.deps));
  const path = pathOf('customer:c-4');
  const page = await (await visitor.get(path)).text();
  expect(page).toContain('Stop these e-mails?');
  expect(await wishesOf('customer:c-4')).toEqual({});
  const [, name, value] = /<input type="hidden" name="([^"]+)" value="([^"]+)">/.exec(page)!;
  const done = await visitor.post(path, { [name!]: value! });
  expect(await done.text()).toContain('These e-mails are stopped');
  expect(await wishesOf('customer:c-4')).toEqual({ feedback_requested: { email: 'off' } });
  const head = await webRoutes(shop.deps).request(pathOf('customer:c-5'), { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(await wishesOf('customer:c-5')).toEqual({});
});

test.each(['', 'List-Unsubscribe=', 'List-Unsubscribe=Two-Clicks', 'a=b', 'List-Unsubscribe=One-Click&a=b'])(
  'a post of %j is not the click',
  async (body) => {
    expect((await click(pathOf('customer:c-6'), body)).status).toBe(403);
    expect(await wishesOf('customer:c-6')).toEqual({});
  },
);

test('a link that is not ours changes nothing, and says no more than that', async () => {
  const path = pathOf('customer:c-7');
  for (const other of [
    `${path}x`,
    '/unsubscribe/1.abc.def',
    '/unsubscribe/%00',
    path.replace('/1.', '/2.'),
  ]) {
    expect((await click(other)).status).toBe(404);
    expect((await webRoutes(shop.deps).request(other)).status).toBe(404);
  }
  expect(await wishesOf('customer:c-7')).toEqual({});
});

test('what a buyer must be told cannot be ended', async () => {
  const answer = await click(pathOf('customer:c-8', 'order_canceled'));
  expect(await answer.text()).toContain('These e-mails still come');
  expect(await wishesOf('customer:c-8')).toEqual({});
});

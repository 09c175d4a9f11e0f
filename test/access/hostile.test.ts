import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webRoutes } from '../../src/web/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { ORDER, place } from '../support/stories.ts';
import { PAGES } from './pages.ts';

/** What nobody's browser sends by itself, percent-encoded: in every place of a path, and as every field of a query. */
const in_addresses = [
  'a%00b',
  '%ED%A0%80',
  '%0d%0aSet-Cookie:a=b',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '%2F',
];
const in_forms = [
  '\u0000',
  '\ud800',
  '<script>alert(1)</script>',
  "'{x, plural,",
  'a\r\nBcc: x@y.example',
  '-1e999',
];
const asked = [
  'locale',
  'q',
  'back',
  'line',
  'number',
  'code',
  'token',
  'after',
  'quantity',
  'status',
  'answer',
];
const typed = [
  ...[
    'name',
    'email',
    'phone',
    'message',
    'number',
    'line1',
    'city',
    'postal_code',
    'back',
    'locale',
    'line',
  ],
  ...[
    'quantity',
    'reason',
    'text',
    'time_zone',
    'endpoint',
    'p256dh',
    'auth',
    'ticket',
    'code',
    'form',
    'session',
  ],
  ...['passkey', 'declaration', 'shape', 'step', 'cost', 'answer', 'preset', 'from', 'until'],
];
/** They would end what the others need. */
const last = /sign-out|leave|erase|sessions\/end/;
const routes = Object.keys(PAGES)
  .map((route) => route.split(' ') as [method: string, path: string])
  .filter(([, path]) => !/^\/(operator|dev)\b/.test(path));

let shop: TestShop;
let visitor: Visitor;
const unforeseen: unknown[] = [];

beforeAll(async () => {
  shop = await testShop();
  const config = { ...shop.deps.config, lookupLimit: 100_000 };
  shop.app = webRoutes({ ...shop.deps, config, onError: (error) => unforeseen.push(error) });
  await shop.deps.ledger.execute(place({ locale: 'en' }));
  visitor = new Visitor(shop.app);
  await shop.signIn(visitor, { email: 'buyer@example.com' });
  await visitor.post(shop.link(ORDER), {});
});
afterAll(() => shop.close());

/** What an answer gives away, or shows that nobody thought of. */
async function wrongWith(answer: Response): Promise<string[]> {
  const { status, headers } = answer;
  const page = await answer.text();
  const html = headers.get('content-type')?.includes('html') ?? false;
  const wrong: [string, boolean][] = [
    [`status ${status}`, status >= 500],
    ['a script of theirs', page.includes('<script>alert(1)')],
    ['leads to another site', /^(https?:)?\/\//.test(headers.get('location') ?? '')],
    ['a header of theirs', headers.getSetCookie().some((cookie) => cookie.startsWith('a=b'))],
    ['may be cached', html && headers.get('cache-control') !== 'no-store'],
    ['may be framed', html && !headers.get('content-security-policy')?.includes("frame-ancestors 'none'")],
    ['says where from', html && headers.get('referrer-policy') !== 'no-referrer'],
  ];
  return wrong.filter(([, is]) => is).map(([what]) => what);
}

describe('whatever a page is asked, it answers as a page of ours', () => {
  test.each(routes.filter(([method]) => method === 'GET').map(([, path]) => path))('GET %s', async (path) => {
    for (const hostile of in_addresses) {
      // Behind an order there are names of their own; the order is then the visitor's.
      const number = /:(case|topic|id)/.test(path) ? ORDER : hostile;
      const address = path.replace(':number', number).replace(/:\w+/g, hostile);
      const query = asked.map((name) => `${name}=${hostile}`).join('&');
      for (const url of [address, `${address}?${query}`]) {
        expect([url, await wrongWith(await visitor.get(url))]).toEqual([url, []]);
      }
    }
  });

  test.each(routes.filter(([method, path]) => method === 'POST' && !last.test(path)).map(([, path]) => path))(
    'POST %s',
    async (path) => {
      const url = path.replace(':number', ORDER).replace(/:\w+/g, 'address');
      const fields = Visitor.fields(await (await visitor.get(url)).text());
      for (const hostile of in_forms) {
        const form = { ...Object.fromEntries(typed.map((name) => [name, hostile])), ...fields };
        expect([hostile, await wrongWith(await visitor.post(url, form))]).toEqual([hostile, []]);
      }
      const huge = await visitor.post(url, { ...fields, text: 'x'.repeat(300 * 1024) });
      expect([huge.status < 500, await wrongWith(huge)]).toEqual([true, []]);
    },
  );

  test('and nobody has to be told of a mistake', () => {
    expect(unforeseen).toEqual([]);
  });
});

test('a form that is too long is too long, and changes nothing', async () => {
  const answer = await visitor.post('/account/name', { name: 'x'.repeat(64 * 1024) });
  expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('too much at once')]);
});

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningProduct, runProduct } from '../privacy/product.ts';
import { Visitor } from '../support/shop.ts';
import { type Ask, ask, openDigest } from './asking.ts';
import { PAGES, type Whose } from './pages.ts';
import { type Asker, type People, people } from './people.ts';
import { askFor, form, type Operating, operationsOf } from './requests.ts';
import { liveAsVictim, NUMBER, type Victim, WORD } from './victim.ts';

/**
 * Nobody reads or changes what is another's: every address there is, asked by every wrong person, with the very ids
 * of what the victim has. In no answer stands a word of the victim, and no row that names them changes.
 */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let running: RunningProduct;
let victim: Victim;
let all: People;
let digest: Awaited<ReturnType<typeof openDigest>>;

beforeAll(async () => {
  running = await runProduct({
    ROLE: 'web',
    LOOKUP_LIMIT: '1000000',
    LISTING_URL: 'https://shop.example/{sku}',
  });
  // better-auth reads the system's clock: ours must show the same.
  running.clock.set(Date.now());
  victim = await liveAsVictim(running);
  all = await people(running);
  digest = await openDigest(running);
});
afterAll(() => running?.close());

/** Every page and file, without what only stands in front of others. */
function pages(): string[] {
  const shown = running.product.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*') && !path.startsWith('/v1/'))
    .map(({ method, path }) => `${method} ${path}`);
  return [...new Set(shown)];
}

const asked = (route: string): Ask => askFor(route, { victim, forged_link: all.forged_link });

async function operations(): Promise<Operating[]> {
  const { text } = await ask(running, all.wrong[0]!, { method: 'GET', path: '/openapi.json' });
  return operationsOf(JSON.parse(text), victim);
}

/** How many writes are tried between two looks at what the victim has: a look costs as much as a few of them. */
const writes_between_looks = 10;

/** Everything that went wrong on one walk: which address, and what. */
async function walk(who: Asker, asks: readonly Asked[]): Promise<string[]> {
  const wrong: string[] = [];
  let before = await digest();
  let tried: string[] = [];
  const look = async () => {
    const after = await digest();
    const changed = changedIn(before, after);
    if (changed.length > 0) wrong.push(`${changed.join()} changed by one of ${tried.join('; ')}`);
    before = after;
    tried = [];
  };
  for (const { of, wish, may_answer } of asks) {
    const { status, leaks } = await ask(running, who, await withTheirToken(who, wish));
    if (status >= 500) wrong.push(`${of}: ${status}`);
    if (who.may_read === 'nothing' && leaks.length > 0) wrong.push(`${of} tells: ${leaks.join(' | ')}`);
    if (!may_answer && status < 300) wrong.push(`${of}: ${status}`);
    if (wish.method !== 'GET') tried.push(`${of} (${status})`);
    if (tried.length === writes_between_looks) await look();
  }
  await look();
  return wrong;
}

interface Asked {
  of: string;
  wish: Ask;
  /** An answer of its own is right, as long as nothing of the victim's is in it. */
  may_answer: boolean;
}

/** Whoever may read a page has the token in its form: it must not be that alone which keeps them from sending it. */
async function withTheirToken(who: Asker, wish: Ask): Promise<Ask> {
  if (who.may_read === 'nothing' || !(wish.body instanceof URLSearchParams)) return wish;
  const { text } = await ask(running, who, { method: 'GET', path: wish.path });
  for (const [name, value] of Object.entries(Visitor.fields(text))) wish.body.set(name, value);
  return wish;
}

function changedIn(before: Record<string, string>, after: Record<string, string>): string[] {
  const tables = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...tables].filter((table) => before[table] !== after[table]);
}

/** Whose pages a wrong person gets no answer from but the way to the door. */
const CLOSED: readonly Whose[] = ['order', 'desk', 'operator'];

const WRONG = [
  ...['nobody', 'a guest of another order', 'a guest proven for another order', 'another customer'],
  ...['an ended session of the victim', 'the owner of another seller', 'the key of another seller'],
];
const READERS = ['a viewer at the desk of the seller', 'a viewer of the operator'];

test('every page says whose it is', () => {
  expect(pages().sort()).toEqual(Object.keys(PAGES).sort());
});

test('the people of the walk are those it names', () => {
  expect(all.wrong.map(({ name }) => name)).toEqual(WRONG);
  expect(all.readers.map(({ name }) => name)).toEqual(READERS);
});

describe('every page', () => {
  test.each(WRONG)('tells and does nothing to %s', async (name) => {
    const who = all.wrong.find((asker) => asker.name === name)!;
    const asks = pages().map((route) => {
      const whose = PAGES[route]!;
      const own_desk =
        whose === 'desk' && name === 'the owner of another seller' && !/:(case|id)/.test(route);
      return {
        of: route,
        wish: asked(route),
        may_answer: !CLOSED.includes(whose) || own_desk || isDoor(route),
      };
    });
    expect(await walk(who, asks)).toEqual([]);
  });

  test.each(READERS)('lets %s read, and change nothing', async (name) => {
    const who = all.readers.find((asker) => asker.name === name)!;
    const theirs = pages().filter((route) => PAGES[route] === who.may_read);
    const asks = theirs.map((route) => ({
      of: route,
      wish: asked(route),
      may_answer: route.startsWith('GET '),
    }));
    expect(asks.length).toBeGreaterThan(2);
    expect(await walk(who, asks)).toEqual([]);
  });

  test('answers those it belongs to: the walk asked for what is there', async () => {
    const missed: string[] = [];
    for (const route of pages()) {
      const whose = PAGES[route]!;
      if (!route.startsWith('GET ') || whose === 'open' || whose === 'link' || isDoor(route)) continue;
      const { status, location } = await ask(running, all.right[rightOne(route, whose)], asked(route));
      if (status !== 200 && !(LEADS_ON.includes(route) && status === 303)) {
        missed.push(`${route}: ${status} ${location ?? ''}`);
      }
    }
    expect(missed).toEqual([]);
  });

  test('shows the victim to the victim: a leak would be seen', async () => {
    for (const [whose, path] of [
      ['order', `/orders/${NUMBER}`],
      ['order', `/orders/${NUMBER}/withdrawals/${victim.withdrawal}`],
      ['own', '/account'],
      ['desk', `/desk/requests/${victim.case}`],
      ['desk', '/desk/people'],
      ['desk', `/desk/people/${victim.staff.desk.person}/remove`],
      ['operator', '/operator/people'],
      ['operator', '/operator/withdrawals'],
    ] as const) {
      const { text } = await ask(running, all.right[whose], { method: 'GET', path });
      expect(text, path).toContain(WORD);
    }
  });
});

/** Pages that lead those they belong to on to another one. */
const LEADS_ON: readonly string[] = [
  ...[
    'GET /operator',
    'GET /operator/notifications',
    'GET /start',
    'GET /orders/:number/change',
    'GET /desk/confirm',
    'GET /operator/confirm',
  ],
];

/** Of pages that everybody has, those behind a desk are of its people. */
function rightOne(route: string, whose: Exclude<Whose, 'open' | 'link'>): keyof People['right'] {
  if (route.includes(' /desk/') || route.includes('/staff/')) return 'desk';
  return route.includes(' /operator/') ? 'operator' : whose;
}

/** The doors themselves answer whoever knocks. */
function isDoor(route: string): boolean {
  return route.includes('/identify');
}

describe('every operation of the API', () => {
  test.each(['nobody', 'a guest of another order', 'another customer', 'the key of another seller'])(
    'tells and does nothing of the victim to %s',
    async (name) => {
      const who = all.wrong.find((asker) => asker.name === name)!;
      const asks = (await operations()).map(({ of, open, wish }) => ({
        of,
        wish,
        may_answer: open || who.key !== null,
      }));
      expect(asks.length).toBeGreaterThan(50);
      expect(await walk(who, asks)).toEqual([]);
    },
  );

  test('answers its administrator: the walk asked for what is there', async () => {
    const missed: string[] = [];
    for (const { of, wish } of await operations()) {
      if (wish.method !== 'GET') continue;
      const { status } = await ask(running, all.administrator, wish);
      if (status !== 200 && !ABSENT.includes(of)) missed.push(`${of}: ${status}`);
    }
    expect(missed).toEqual([]);
  });
});

/** What the victim has not: nobody's erasure was asked for, no listing, no pickup point, no gateway of texts. */
const ABSENT: readonly string[] = [
  'get /v1/erasures/{id}',
  'get /v1/listings/{sku}',
  'get /v1/pickup-points/{id}',
  'get /v1/channels/sms/{provider}/reports',
];

test('a change of anything of the victim would be seen', async () => {
  const before = await digest();
  const { wish } = (await operations()).find(({ of }) => of === 'post /v1/orders/{number}/handoffs')!;
  wish.body = JSON.stringify({ at: '2026-03-02T10:00:00Z', note: null });
  expect((await ask(running, all.administrator, wish)).status).toBe(201);
  expect(changedIn(before, await digest())).toEqual(expect.arrayContaining(['facts', 'stories']));
});

test('a link that has grown old, or is not ours, opens nothing', async () => {
  const nobody = all.wrong[0]!;
  for (const [path, status] of [
    [all.expired_link, 410],
    [all.forged_link, 404],
  ] as const) {
    for (const method of ['GET', 'POST']) {
      const answer = await ask(running, nobody, {
        method,
        path,
        ...(method === 'POST' ? { body: form(victim) } : {}),
      });
      expect({
        path,
        method,
        status: answer.status,
        leaks: answer.leaks.filter((leak) => leak.includes(WORD)),
      }).toEqual({
        ...{ path, method, status, leaks: [] },
      });
    }
  }
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { loadConfig } from '../../src/config.ts';
import { type FixedClock, fixedClock } from '../../src/lib/clock.ts';
import type { Database } from '../../src/lib/database.ts';
import { secretsOf } from '../../src/lib/secrets.ts';
import { openTallies } from '../../src/lib/tallies.ts';
import { customerOfShop, customerWithEmail, openAccounts } from '../../src/modules/accounts/index.ts';
import { openAddresses } from '../../src/modules/addresses/index.ts';
import { readConversations } from '../../src/modules/cases/conversation.ts';
import { composeStory } from '../../src/modules/composition.ts';
import { readReplies } from '../../src/modules/correspondence/index.ts';
import { readMessages } from '../../src/modules/notifications/deliveries/index.ts';
import { openTellPerson } from '../../src/modules/notifications/personal/index.ts';
import { mute } from '../../src/modules/notifications/preferences/index.ts';
import { prove } from '../../src/modules/notifications/proof/index.ts';
import { readOrders, readPromises, viewOrder } from '../../src/modules/order-view/index.ts';
import { signLink } from '../../src/modules/order-view/links.ts';
import { LookupLimits } from '../../src/modules/order-view/lookup.ts';
import { countriesWithRight } from '../../src/modules/withdrawals/right.ts';
import { type WebDeps, webRoutes } from '../../src/web/index.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { ledgerOn } from './ledgers.ts';
import { notificationsModule } from './notifications.ts';

/** When a buyer looks, unless a test moves the clock. */
export const LOOKED_AT = '2026-03-05T12:00:00Z';

/** A public key of RFC 8291, 5: browsers subscribe to it, nobody sends with it. */
const PUSH_KEY = 'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8';

/** The buyer's pages on the real ledger and a database of their own. */
export interface TestShop {
  app: Hono;
  deps: WebDeps;
  database: TestDatabase;
  clock: FixedClock;
  /** The path of a mail's link to an order, written now. */
  link(number: string, access_epoch?: number): string;
  /** Signs a buyer in, who is known by this address and, when the shop says so, by its own id. */
  signIn(visitor: Visitor, buyer: { email: string; customer?: string }): Promise<void>;
  close(): Promise<void>;
}

export async function testShop(changes: Partial<WebDeps> = {}): Promise<TestShop> {
  const database = await testDatabase();
  const clock = fixedClock(LOOKED_AT);
  const loaded = loadConfig({
    SHOP_NAME: 'Harbour Books',
    MAIL_FROM: 'Harbour <orders@harbour.example>',
    EMBED_ORIGINS: 'https://shop.example',
  });
  if (!('config' in loaded)) throw new Error(loaded.mistakes.join('\n'));
  const secrets = secretsOf([{ id: '1', secret: Buffer.alloc(32, 7) }]);
  const { public_url = 'http://tidings.test' } = changes;
  const deps: WebDeps = {
    ...storedIn(database.pool),
    viewOrder: (stored, viewing) => viewOrder(stored, { ...viewing, returns: [] }),
    push: { database: database.pool, public_key: PUSH_KEY, mayCall: () => true },
    returns: countriesWithRight(),
    ideas: { database: database.pool, listing_url: 'https://harbour.example/books/{sku}' },
    mute: (wish) => mute(database.pool, wish, clock.now()),
    prove: (text) => prove(database.pool, text),
    channels: ['email', 'sms', 'push'],
    lookups: new LookupLimits(1_000, openTallies(database.pool, secrets.current)),
    accounts: openAccounts({ database: database.pool, clock, secrets, public_url, shop: 'Harbour Books' }),
    secrets,
    config: loaded.config,
    public_url,
    clock,
    ...changes,
  };
  return {
    app: webRoutes(deps),
    deps,
    database,
    clock,
    link: (number, access_epoch = 1) => signLink(deps.secrets, { number, access_epoch }, clock.now()),
    signIn: async (visitor, { email, customer }) => {
      const now_ms = clock.now();
      const account = customer
        ? await customerOfShop(database.pool, { customer, email, name: '' }, now_ms)
        : await customerWithEmail(database.pool, email, now_ms);
      visitor.keep(await deps.accounts.begin('customer', account, 'mailed_code', new Headers()));
    },
    close: () => database.close(),
  };
}

/** What the pages read and write by a pool of connections. */
function storedIn(pool: Database) {
  return {
    ledger: ledgerOn(pool, [notificationsModule]),
    reader: readOrders(pool, composeStory()),
    messages: readMessages(pool),
    conversation: readConversations(pool),
    promises: readPromises(pool),
    echoes: { standing: openAddresses(pool).standing, replies: readReplies(pool) },
    tellPerson: openTellPerson(pool, () => {}),
    database: pool,
  };
}

/** The same shop in another process, which has connections of its own. */
export function anotherProcess({ deps }: TestShop, pool: Database): Hono {
  const { clock, secrets, public_url } = deps;
  const accounts = openAccounts({ database: pool, clock, secrets, public_url, shop: 'Harbour Books' });
  return webRoutes({ ...deps, ...storedIn(pool), accounts });
}

/** A browser without scripts: follows nothing by itself, keeps cookies. */
export class Visitor {
  readonly #app: Hono;
  readonly #cookies = new Map<string, string>();
  headers: Record<string, string> = {};

  constructor(app: Hono) {
    this.#app = app;
  }

  /** The same browser at another process. */
  at(app: Hono): Visitor {
    const visitor = new Visitor(app);
    for (const [name, value] of this.#cookies) visitor.#cookies.set(name, value);
    return visitor;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#keep(await this.#app.request(path, { headers: this.#headers(headers) }));
  }

  async post(
    path: string,
    form: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = new URLSearchParams(form);
    return this.#keep(
      await this.#app.request(path, { method: 'POST', body, headers: this.#headers(headers) }),
    );
  }

  /** The hidden fields of the form on a page. */
  static fields(html: string): Record<string, string> {
    const hidden = html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g);
    return Object.fromEntries([...hidden].map(([, name, value]) => [name, value]));
  }

  #headers(headers: Record<string, string>): Record<string, string> {
    return { cookie: this.cookie, 'sec-fetch-site': 'same-origin', ...this.headers, ...headers };
  }

  #keep(response: Response): Response {
    this.keep(response.headers.getSetCookie());
    return response;
  }

  /** Takes cookies as a browser would. */
  keep(set_cookies: readonly string[]): void {
    for (const cookie of set_cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (/; Max-Age=0(;|$)/i.test(cookie)) this.#cookies.delete(name!);
      else this.#cookies.set(name!, value!);
    }
  }
}

/** Serves an application on a free port, for a real browser. */
export async function serveShop(app: Pick<Hono, 'fetch'>): Promise<{ url: string; close(): Promise<void> }> {
  const server: Server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

import type { Context } from 'hono';
import { addressGroup, clientAddress } from '../lib/client-address.ts';
import type { Html } from '../lib/html.ts';
import { openTallies, type Tallies } from '../lib/tallies.ts';
import { wordsFor } from '../lib/words.ts';
import { may, type Realm, type SignedIn } from '../modules/accounts/index.ts';
import type { WebDeps } from './deps.ts';
import { type Assets, openAssets } from './http/assets.ts';
import { compress, pickEncoding } from './http/compress.ts';
import { PAGE_HEADERS } from './http/headers.ts';
import { chooseLocale } from './http/locale.ts';
import {
  cookieName,
  cookieValue,
  endedCookie,
  isFromOurPage,
  openSessions,
  type Session,
  sessionCookie,
} from './http/session.ts';
import type { Page } from './page.ts';

/** What a request knows once it has been read: who asks, in which language, and at which moment. */
export interface Visit {
  session: Session | null;
  now_ms: number;
  /** `?locale=`, when it names a language of ours or not. */
  asked_locale: string | undefined;
  /** What the answer will carry beside the headers of every page. */
  headers: Record<string, string>;
  /** `Set-Cookie` of who signs in or out, beside the session's own in `headers`. */
  cookies: readonly string[];
}

interface Sending {
  status?: number;
  /** The page has a form token. */
  secret?: boolean;
}

export type Answer = Response | Promise<Response>;

/** The installation as its pages see it: dependencies, own addresses, files. */
export class Site {
  readonly deps: WebDeps;
  readonly assets: Assets;
  readonly base: string;
  /** What all processes count together. */
  readonly tallies: Tallies;
  /** The host buyers see in the address of every page of ours. */
  readonly host: string;
  readonly #origin: string;
  readonly secure: boolean;
  readonly #readSession: ReturnType<typeof openSessions>;
  readonly #people = new WeakMap<Context, Promise<SignedIn | null>>();
  /** Requests that are known to be a customer's. */
  readonly #customers = new WeakSet<Context>();
  /** Those that are known to be of somebody behind a desk. */
  readonly #staff = new WeakMap<Context, SignedIn>();

  constructor(deps: WebDeps) {
    const { origin, host, protocol, pathname } = new URL(deps.public_url);
    this.deps = deps;
    this.tallies = openTallies(deps.database, deps.secrets.current);
    this.host = host;
    this.#origin = origin;
    this.base = pathname.replace(/\/$/, '');
    this.secure = protocol === 'https:';
    this.#readSession = openSessions(deps.secrets);
    this.assets = openAssets(this.base);
  }

  /** Reads the cookie and the clock. */
  visit(context: Context): Visit {
    const now_ms = this.deps.clock.now();
    const cookie = cookieValue(context.req.header('cookie'), cookieName(this.secure, this.base));
    const session = this.#readSession(cookie, now_ms);
    return { session, now_ms, asked_locale: context.req.query('locale'), headers: {}, cookies: [] };
  }

  /**
   * Who has signed in at this page's door: a seller or an operator behind the desks, a customer everywhere else. Null:
   * nobody, or somebody who was invited and has no second way to show who they are yet. Read once for a request, and
   * never when the browser has no such cookie.
   */
  async account(context: Context): Promise<SignedIn | null> {
    const person = await this.person(context);
    if (!person?.complete) return null;
    if (person.kind === 'customer') this.#customers.add(context);
    return person;
  }

  /** The same, with those who are still to finish coming in. */
  person(context: Context): Promise<SignedIn | null> {
    let person = this.#people.get(context);
    if (!person) {
      person = this.#whoIs(context);
      this.#people.set(context, person);
    }
    return person;
  }

  async #whoIs(context: Context): Promise<SignedIn | null> {
    const realm = realmOf(context.req.path);
    const person = await this.deps.accounts.whoIs(realm, context.req.header('cookie'));
    if (person?.complete && realm === 'staff') this.#staff.set(context, person);
    return person;
  }

  /** The fields of a posted form. One that cannot be read has none, and is answered like an empty one. */
  form(context: Context): Promise<Record<string, unknown>> {
    return context.req.parseBody().catch(() => ({}));
  }

  /** The frame of a page in the language this visitor reads. Says which one in `Content-Language`. */
  page(context: Context, visit: Visit, order_locale: string | null = null): Page {
    const locale = chooseLocale({
      link: visit.asked_locale,
      session: visit.session?.locale,
      order: order_locale,
      browser: context.req.header('accept-language'),
      shop: this.deps.config.shop.locale,
    });
    visit.headers['Content-Language'] = locale;
    const { assets, base } = this;
    return {
      words: wordsFor(locale),
      shop: this.deps.config.shop.name,
      base,
      assets,
      address: addressOf(context, base),
      zone: this.#zoneOf(context, visit),
      desk: placesOf(this.#staff.get(context)),
    };
  }

  /** Pages that are a customer's own have asked who is here before they are made. */
  #zoneOf(context: Context, { session }: Visit): Page['zone'] {
    if (this.#customers.has(context)) return 'customer';
    return session && session.orders.length > 1 ? 'guest' : null;
  }

  /** The browser has this session from now on, and so has the rest of this request. */
  keepSession(visit: Visit, session: Session): void {
    visit.session = session;
    visit.headers['Set-Cookie'] = sessionCookie(this.deps.secrets, session, this.secure, this.base);
  }

  endSession(visit: Visit): void {
    visit.headers['Set-Cookie'] = endedCookie(this.secure, this.base);
  }

  /** A language chosen by a link is remembered for the pages after it. */
  keepLocale(visit: Visit, page: Page): void {
    const { session, asked_locale } = visit;
    if (!session || !asked_locale || session.locale === page.words.locale) return;
    this.keepSession(visit, { ...session, locale: page.words.locale });
  }

  /**
   * Sends a page, compressed as the browser likes it. One with a form token is sent as it is: compressed beside text
   * a stranger can choose, its length would tell the token bit by bit (BREACH).
   *
   * A plain object of headers goes to the socket as it is; `Headers` and middleware made a page 40 % slower.
   */
  send(context: Context, visit: Visit, html: Html, { status = 200, secret = false }: Sending = {}): Answer {
    const text = html.toString();
    const encoding = secret ? null : pickEncoding(context.req.header('accept-encoding'));
    if (!encoding) return new Response(text, { status, headers: headersOf(visit) });
    const headers = headersOf(visit, { 'Content-Encoding': encoding });
    return compress(text, encoding).then((body) => new Response(body, { status, headers }));
  }

  /** Answers a script of ours. Like a page with a form token it is never compressed: it may hold one. */
  json(visit: Visit, body: object, status = 200): Response {
    const headers = headersOf(visit, { 'Content-Type': 'application/json' });
    return new Response(JSON.stringify(body), { status, headers });
  }

  /** Sends the reader on, by GET. */
  redirect(visit: Visit, location: string): Response {
    return new Response(null, { status: 303, headers: headersOf(visit, { Location: location }) });
  }

  /** The page they have is the page there is. */
  notModified(visit: Visit): Response {
    return new Response(null, { status: 304, headers: headersOf(visit) });
  }

  /** What look-ups are counted by. */
  addressGroup(context: Context): string {
    const connection: string = context.env?.incoming?.socket?.remoteAddress ?? 'unknown';
    const forwarded = context.req.header('x-forwarded-for');
    return addressGroup(clientAddress(connection, forwarded, this.deps.config.trustProxy));
  }

  isFromOurPage(context: Context): boolean {
    return isFromOurPage(context, this.#origin);
  }
}

/** Everything an answer carries; as a plain object wherever one will do. */
function headersOf(visit: Visit, more: Record<string, string> = {}): Record<string, string> | Headers {
  const plain = { ...PAGE_HEADERS, ...visit.headers, ...more };
  if (visit.cookies.length === 0) return plain;
  const headers = new Headers(plain);
  for (const cookie of visit.cookies) headers.append('Set-Cookie', cookie);
  return headers;
}

function placesOf(person: SignedIn | undefined): Page['desk'] {
  if (!person) return null;
  const name = person.kind === 'operator' ? 'operator' : 'desk';
  return { name, people: may(person, 'people'), account: true };
}

/** Whose door a path is behind. */
function realmOf(path: string): Realm {
  return /^\/(desk|operator|dev)(\/|$)/.test(path) ? 'staff' : 'customer';
}

/** This page's own address without `locale` and without what happened just now.  */
function addressOf(context: Context, base: string): string {
  const url = new URL(context.req.url);
  for (const name of ['locale', 'canceled', 'changed', 'fragment']) url.searchParams.delete(name);
  return base + url.pathname + url.search;
}

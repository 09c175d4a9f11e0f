import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { addressGroup, clientAddress } from '../lib/client-address.ts';
import type { Html } from '../lib/html.ts';
import { wordsFor } from '../lib/words.ts';
import type { WebDeps } from './deps.ts';
import { type Assets, openAssets } from './http/assets.ts';
import { chooseLocale } from './http/locale.ts';
import { cookieName, isFromOurPage, readSession, type Session, sessionCookie } from './http/session.ts';
import type { Page } from './page.ts';

/** What a request knows once it has been read: who asks, in which language, and at which moment. */
export interface Visit {
  session: Session | null;
  now_ms: number;
  /** `?locale=`, when it names a language of ours or not. */
  asked_locale: string | undefined;
}

/** The installation as its pages see it: dependencies, own addresses, files. */
export class Site {
  readonly deps: WebDeps;
  readonly assets: Assets;
  readonly base: string;
  /** The host buyers see in the address of every page of ours. */
  readonly host: string;
  readonly #origin: string;
  readonly #secure: boolean;

  constructor(deps: WebDeps) {
    const { origin, host, protocol, pathname } = new URL(deps.public_url);
    this.deps = deps;
    this.host = host;
    this.#origin = origin;
    this.base = pathname.replace(/\/$/, '');
    this.#secure = protocol === 'https:';
    this.assets = openAssets(this.base);
  }

  /** Reads the cookie and the clock. */
  visit(context: Context): Visit {
    const now_ms = this.deps.clock.now();
    const cookie = getCookie(context, cookieName(this.#secure, this.base));
    const session = readSession(this.deps.secrets, cookie, now_ms);
    return { session, now_ms, asked_locale: context.req.query('locale') };
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
    context.header('Content-Language', locale);
    const { assets, base } = this;
    return {
      words: wordsFor(locale),
      shop: this.deps.config.shop.name,
      base,
      assets,
      address: addressOf(context, base),
    };
  }

  keepSession(context: Context, session: Session): void {
    const cookie = sessionCookie(this.deps.secrets, session, this.#secure, this.base);
    context.header('Set-Cookie', cookie, { append: true });
  }

  /** A language chosen by a link is remembered for the pages after it. */
  keepLocale(context: Context, { session, asked_locale }: Visit, page: Page): void {
    if (!session || !asked_locale || session.locale === page.words.locale) return;
    this.keepSession(context, { ...session, locale: page.words.locale });
  }

  /** Sends a page. */
  send(context: Context, html: Html, status: 200 | 403 | 404 | 409 | 410 | 429 | 500 | 503 = 200): Response {
    return context.html(String(html), status);
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

/** This page's own address without `locale` and without what happened just now.  */
function addressOf(context: Context, base: string): string {
  const url = new URL(context.req.url);
  for (const name of ['locale', 'canceled', 'fragment']) url.searchParams.delete(name);
  return base + url.pathname + url.search;
}

import type { Context, MiddlewareHandler } from 'hono';
import type { Config } from '../../config.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../lib/database.ts';
import { wordsFor } from '../../lib/words.ts';
import type { OrderReader } from '../../modules/order-view/index.ts';
import type { State } from '../../modules/state.ts';
import type { Overrides } from '../../overrides/index.ts';
import type { Ledger } from '../../story/index.ts';
import { problemPage } from '../components/problem.ts';
import type { Assets } from '../http/assets.ts';
import { chooseLocale } from '../http/locale.ts';
import type { Page } from '../page.ts';
import { type OperatorAccess, operatorOnly, placesIn } from './access.ts';

/** What the operator's pages stand on. */
export interface OperatorDeps {
  database: Database;
  clock: Clock;
  keys: OperatorAccess['keys'];
  accounts: OperatorAccess['accounts'];
  /** Whoever sits at this machine need not sign in. */
  local: boolean;
  config: Pick<Config, 'shop' | 'trustProxy' | 'publicUrl'>;
  /** Ways to reach people here. */
  channels: readonly string[];
  /** The shop's own words and templates: what is used of them and what is not. */
  overrides: Pick<Overrides, 'problems' | 'used'>;
  /** For declarations a person finds the order of. */
  ledger: Pick<Ledger<State>, 'execute'>;
  orders: Pick<OrderReader, 'read'>;
  /** Countries whose buyers may withdraw. */
  returns: readonly string[] | 'all';
  assets: Assets;
  /** Path of PUBLIC_URL without its last slash. */
  base: string;
  /** Something is to be sent. */
  wake(): void;
}

/** Lets operators in to their pages, and nobody else. */
export function operatorGuard(deps: OperatorDeps): MiddlewareHandler {
  return operatorOnly({
    ...deps,
    trust_proxy: deps.config.trustProxy,
    refuse: (context, problem) => context.html(String(problemPage(pageFor(deps, context), problem)), 403),
  });
}

/** The frame of one answer: its language is chosen by the link, the browser, the shop. */
export function pageFor(deps: OperatorDeps, context: Context): Page {
  const url = new URL(context.req.url);
  const locale = chooseLocale({
    link: url.searchParams.get('locale'),
    session: null,
    order: null,
    browser: context.req.header('accept-language'),
    shop: deps.config.shop.locale,
  });
  url.searchParams.delete('locale');
  const { base, assets, config } = deps;
  return {
    words: wordsFor(locale, config.shop.locale),
    shop: config.shop.name,
    base,
    assets,
    address: base + url.pathname + url.search,
    zone: null,
    desk: placesIn(context),
  };
}

import { hash } from 'node:crypto';
import type { Context } from 'hono';
import { untilStep } from '../../lib/even-time.ts';
import { RateLimiter } from '../../lib/rate-limit.ts';
import type { Tallies, Tally } from '../../lib/tallies.ts';
import {
  code_minutes,
  issueCode,
  newTicket,
  normalizeEmail,
  redeemCode,
  spacedCode,
} from '../../modules/accounts/index.ts';
import { isKnownBuyer } from '../../modules/buyers/index.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';
import { knownBrowser } from './known-browser.ts';

/** Well above what planning a mail takes, so that nobody sees by the time whether one was. */
const answer_step_ms = 100;
const minute_ms = 60_000;
const day_ms = 86_400_000;

/** As many codes as somebody with a slow mailbox asks for; no network alone can use up what an address may be sent. */
const of_network = { what: 'codes of a network for an address', limit: 4, window_ms: 10 * minute_ms };
const of_address = { what: 'codes of an address', limit: 9, window_ms: 10 * minute_ms };
const of_address_daily = { what: 'codes of an address in a day', limit: 40, window_ms: day_ms };
const of_browser = { what: 'codes of a known browser', limit: 5, window_ms: 10 * minute_ms };
/** More in a day asks nobody for themselves: somebody else guesses. Then codes are longer than can be guessed. */
const of_calm_day = { what: 'short codes of an address in a day', limit: 10, window_ms: day_ms };
const digits = { calm: 6, guessed: 9 };

export interface CodeWish {
  /** What the code opens; one made for something else does not. */
  purpose: string;
  email: string;
  /** `known`: mailed only where an account or an order has this address. `always`: we know whose it is. */
  to: 'known' | 'always' | 'nobody';
}

/**
 * Mails a code, unless this address was sent too many. @returns the ticket it is typed in with; the same answer, at the
 * same time, for all
 */
export async function mailCode(
  { site, context, page }: { site: Site; context: Context; page: Page },
  wish: CodeWish,
  now_ms: number,
): Promise<string> {
  const began_ms = performance.now();
  const email = normalizeEmail(wish.email);
  const ticket = (await mayBeMailed(site, context, { ...wish, email }, now_ms))
    ? await issueAndMail(site, page, { ...wish, email }, now_ms)
    : newTicket();
  await untilStep(began_ms, answer_step_ms);
  return ticket;
}

async function mayBeMailed(
  site: Site,
  context: Context,
  { email, to }: CodeWish,
  now_ms: number,
): Promise<boolean> {
  const known = to === 'known' ? await isKnownBuyer(site.deps.database, email) : to === 'always';
  const browser = knownBrowser(site, context).countedBy(email);
  const tallies: Tally[] =
    browser === null
      ? [
          { ...of_network, of: `${site.addressGroup(context)} ${email}` },
          { ...of_address, of: email },
          { ...of_address_daily, of: email },
        ]
      : [{ ...of_browser, of: browser }];
  if (await site.tallies.full(tallies, now_ms)) return false;
  await site.tallies.add(tallies, now_ms);
  return known;
}

async function issueAndMail(site: Site, page: Page, { purpose, email }: CodeWish, now_ms: number) {
  const { database, secrets, tellPerson, config } = site.deps;
  const today = [{ ...of_calm_day, of: email }];
  const length = (await site.tallies.full(today, now_ms)) ? digits.guessed : digits.calm;
  await site.tallies.add(today, now_ms);
  const issued = await issueCode({ database, secrets }, { purpose, email, digits: length }, now_ms);
  // Of the code too: whoever asked for it holds the ticket, and must not know what proves our mail to its reader.
  const key = hash('sha256', `${issued.ticket} ${issued.code}`, 'hex').slice(0, 24);
  await tellPerson({
    ...{ type: 'sign_in_code', key, subject_key: `letter:${key}`, email, now_ms },
    ...{ locale: page.words.locale, time_zone: config.shop.timeZone },
    data: { code: spacedCode(issued.code), minutes: code_minutes },
    expires_at_ms: issued.expires_at_ms,
  });
  return issued.ticket;
}

/** The address that was proven; null: a wrong code, an old one, a used one. */
export function checkCode(
  { deps }: Site,
  typed: { ticket: string; code: string; purpose: string },
  now_ms: number,
): Promise<string | null> {
  return redeemCode(deps, typed, now_ms);
}

/**
 * How often one network may ask for codes, and how often it may try them: each as often as it may look orders up. What
 * was asked and what was wrong is counted by all processes together.
 */
export class CodeLimits {
  readonly #tallies: Tallies;
  readonly #allowance: { limit: number; window_ms: number };
  readonly #asked: RateLimiter;
  readonly #tried: RateLimiter;

  constructor({ deps, tallies }: Site) {
    this.#tallies = tallies;
    this.#allowance = { limit: deps.config.lookupLimit, window_ms: minute_ms };
    this.#asked = new RateLimiter(this.#allowance);
    this.#tried = new RateLimiter(this.#allowance);
  }

  /** Counts a code that is asked for. Null: go ahead. */
  async ask(address_group: string, now_ms: number): Promise<{ retry_after_s: number } | null> {
    const asked = [{ ...this.#allowance, what: 'codes of a network', of: address_group }];
    const refused = this.#asked.take(address_group, now_ms) ?? (await this.#tallies.full(asked, now_ms));
    if (!refused) await this.#tallies.add(asked, now_ms);
    return refused;
  }

  /** Null: one may be tried. */
  async try(address_group: string, now_ms: number): Promise<{ retry_after_s: number } | null> {
    const here = this.#tried.take(address_group, now_ms);
    return here ?? this.#tallies.full(this.#failures(address_group), now_ms);
  }

  /** It was wrong. */
  failed(address_group: string, now_ms: number): Promise<void> {
    return this.#tallies.add(this.#failures(address_group), now_ms);
  }

  #failures(address_group: string): Tally[] {
    return [{ ...this.#allowance, what: 'wrong codes of a network', of: address_group }];
  }
}

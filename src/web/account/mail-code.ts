import { hash } from 'node:crypto';
import { untilStep } from '../../lib/even-time.ts';
import { RateLimiter } from '../../lib/rate-limit.ts';
import {
  code_minutes,
  isKnownBuyer,
  issueCode,
  normalizeEmail,
  redeemCode,
  spacedCode,
} from '../../modules/accounts/index.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';

/** Well above what planning a mail takes, so that nobody sees by the time whether one was. */
const answer_step_ms = 100;
const minute_ms = 60_000;

export interface CodeWish {
  /** What the code opens; one made for something else does not. */
  purpose: string;
  email: string;
  /** `known`: mailed only where an account or an order has this address. `always`: we know whose it is. */
  to: 'known' | 'always' | 'nobody';
}

/** Mails a code of six digits. @returns the ticket it is typed in with; the same answer, at the same time, for all */
export async function mailCode(site: Site, page: Page, wish: CodeWish, now_ms: number): Promise<string> {
  const began_ms = performance.now();
  const { database, secrets, tellPerson, config } = site.deps;
  const email = normalizeEmail(wish.email);
  const known = wish.to === 'known' ? await isKnownBuyer(database, email) : wish.to === 'always';
  const issued = await issueCode({ database, secrets }, { purpose: wish.purpose, email }, now_ms);
  if (known && issued.code !== null) {
    const key = hash('sha256', issued.ticket, 'hex').slice(0, 24);
    await tellPerson({
      ...{ type: 'sign_in_code', key, subject_key: `letter:${key}`, email, now_ms },
      ...{ locale: page.words.locale, time_zone: config.shop.timeZone },
      data: { code: spacedCode(issued.code), minutes: code_minutes },
      expires_at_ms: issued.expires_at_ms,
    });
  }
  await untilStep(began_ms, answer_step_ms);
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

/** How often one network may ask for codes, and how often it may try them: each as often as it may look orders up. */
export class CodeLimits {
  readonly #asked: RateLimiter;
  readonly #tried: RateLimiter;

  constructor(limit: number) {
    this.#asked = new RateLimiter({ limit, window_ms: minute_ms });
    this.#tried = new RateLimiter({ limit, window_ms: minute_ms });
  }

  ask(address_group: string, now_ms: number): { retry_after_s: number } | null {
    return this.#asked.take(address_group, now_ms);
  }

  try(address_group: string, now_ms: number): { retry_after_s: number } | null {
    return this.#tried.take(address_group, now_ms);
  }
}

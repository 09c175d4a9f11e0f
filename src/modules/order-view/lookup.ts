import { normalizeEmail } from '../../lib/email.ts';
import { untilStep } from '../../lib/even-time.ts';
import { RateLimiter } from '../../lib/rate-limit.ts';
import { equalTexts } from '../../lib/signed.ts';
import type { Tallies } from '../../lib/tallies.ts';

/** What a guest says: the number and the e-mail address of the order. */
export interface Lookup {
  number: string;
  email: string;
}

/** What a look-up needs of a stored order. */
interface Findable {
  contact: { customer: { email: string | null } } | null;
}

/**
 * Reading an order takes longer when there is one. So a look-up that finds nothing is answered on the next full
 * multiple of this after it began, well above what reading takes: its time says nothing about the order.
 */
const miss_answer_ms = 100;
const minute_ms = 60_000;
/** Compared with when there is no order, or its contact was erased. */
const nobody = 'no body';

/**
 * The order with this number and this e-mail address, or null: for a wrong number, a wrong address and no order
 * at all alike, in the same time. Count it with `LookupLimits` first.
 */
export async function lookUp<Order extends Findable>(
  reader: { read(number: string): Promise<Order | null> },
  lookup: Lookup,
): Promise<Order | null> {
  const began_ms = performance.now();
  const stored = await reader.read(lookup.number);
  const email = stored?.contact?.customer.email;
  // Compared in any case; what stands for nobody is then no way in.
  const equal = equalTexts(normalizeEmail(email ?? nobody), normalizeEmail(lookup.email));
  if (equal && email) return stored;
  await untilStep(began_ms, miss_answer_ms);
  return null;
}

/**
 * Order numbers are pasted from mails: `#114-3941689 ` means `114-3941689`. What cannot be seen goes with the spaces:
 * of it PostgreSQL refuses NUL, and a read is shared, so that one visitor's would fail for all who look meanwhile.
 */
export function normalizeNumber(number: string): string {
  return number.replace(/[\s\p{C}]+/gu, '').replace(/^#+/, '');
}

/**
 * How often somebody may look an order up: `limit` times a minute from one address, and as often for one order
 * number from everywhere. One for the whole process, so that pages and API count together; those that find nothing are
 * counted by all processes together.
 */
export class LookupLimits {
  readonly #limit: number;
  readonly #tallies: Tallies | null;
  readonly #addresses: RateLimiter;
  readonly #numbers: RateLimiter;

  constructor(limit: number, tallies: Tallies | null = null) {
    this.#limit = limit;
    this.#tallies = tallies;
    this.#addresses = new RateLimiter({ limit, window_ms: minute_ms });
    this.#numbers = new RateLimiter({ limit, window_ms: minute_ms });
  }

  /**
   * Counts a look-up; null: go ahead. An order that does not exist is counted like one that does.
   * @param address_group see `addressGroup` in lib/client-address.ts
   */
  async take(
    address_group: string,
    number: string,
    now_ms: number,
  ): Promise<{ retry_after_s: number } | null> {
    const here = this.#addresses.take(address_group, now_ms) ?? this.#numbers.take(cut(number), now_ms);
    return here ?? (await this.#tallies?.full(this.#misses(address_group, number), now_ms)) ?? null;
  }

  /** It found nothing: other processes are to know. */
  async missed(address_group: string, number: string, now_ms: number): Promise<void> {
    await this.#tallies?.add(this.#misses(address_group, number), now_ms);
  }

  #misses(address_group: string, number: string) {
    const allowance = { limit: this.#limit, window_ms: minute_ms };
    return [
      { what: 'look-ups of a network', of: address_group, ...allowance },
      { what: 'look-ups of an order', of: cut(number), ...allowance },
    ];
  }
}

/** No number is longer. */
function cut(number: string): string {
  return number.slice(0, 64);
}

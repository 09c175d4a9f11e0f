import { hash } from 'node:crypto';
import type { Context } from 'hono';
import { dateInZone } from '../../lib/dates.ts';
import { ownsOrder } from '../../modules/buyers/index.ts';
import type { StoredOrder } from '../../modules/order-view/index.ts';
import { opens } from '../http/session.ts';
import type { Page } from '../page.ts';
import type { Site, Visit } from '../site.ts';
import type { Beside } from './beside.ts';
import { type Pulse, type PulseOfOrder, readPulses, sentMark, writtenMark } from './pulse.ts';

/** What of an order its page's language and day hang on; it never changes. */
interface Frame {
  locale: string;
  time_zone: string;
}

/** About 1 MB. A page whose order is not here is made anew once, and then it is. */
const frames_max = 10_000;

/** Says whether an open page is still the page there is, mostly without reading the order. */
export class Freshness {
  readonly #site: Site;
  /** Null: there is no such order. */
  readonly #pulseOf: (order_number: string) => Promise<PulseOfOrder | null>;
  readonly #frames = new Map<string, Frame>();

  constructor(site: Site) {
    this.#site = site;
    this.#pulseOf = readPulses(site.deps.database);
  }

  /** The `ETag` of a page that is shown. */
  of(
    { number, version, state }: StoredOrder,
    { messages, echoes }: Beside,
    page: Page,
    now_ms: number,
  ): string {
    const { locale, time_zone } = state.order!;
    if (this.#frames.size >= frames_max) this.#frames.clear();
    this.#frames.set(number, { locale, time_zone });
    const pulse = { version, sent: sentMark(messages), written: writtenMark(echoes.replies) };
    return etagOf(pulse, echoes.unreachable, { page, time_zone, now_ms });
  }

  /** The `ETag` the browser has, when it is still that of the page; null: read the order and see. */
  async unchanged(context: Context, visit: Visit, number: string): Promise<string | null> {
    const asked = context.req.header('if-none-match');
    const frame = this.#frames.get(number);
    if (!asked || !frame || !visit.session || visit.asked_locale !== undefined) return null;
    const { deps } = this.#site;
    const pulse = await this.#pulseOf(number);
    if (!pulse || !(await this.#mayRead(context, visit, number, pulse))) return null;
    const { email } = pulse.contact.customer;
    const standing = email ? await deps.echoes.standing(email) : null;
    const page = this.#site.page(context, visit, frame.locale);
    const { time_zone } = frame;
    const etag = etagOf(pulse, standing?.stopped != null, { page, time_zone, now_ms: visit.now_ms });
    return etag === asked ? etag : null;
  }

  async #mayRead(
    context: Context,
    { session }: Visit,
    number: string,
    pulse: PulseOfOrder,
  ): Promise<boolean> {
    if (session && opens(session, { number, access_epoch: pulse.access_epoch })) return true;
    return ownsOrder(await this.#site.account(context), pulse);
  }
}

/** All that the page depends on: the story, what was sent and came back, the language, our own files, the day. */
function etagOf(
  { version, sent, written }: Pulse,
  unreachable: boolean,
  { page, time_zone, now_ms }: { page: Page; time_zone: string; now_ms: number },
): string {
  const { words, assets } = page;
  const day = dateInZone(now_ms, time_zone);
  const parts = [version, sent, written, unreachable, words.locale, assets.fingerprint, day];
  return `W/"${hash('sha1', parts.join('|'), 'base64url')}"`;
}

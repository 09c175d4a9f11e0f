import type { Database } from '../../lib/database.ts';
import { wordsFor } from '../../lib/words.ts';
import { type Phones, phoneNumber, type Wish } from '../../modules/phones/index.ts';
import type { Gateway, InboundText, TextReport } from './gateway.ts';
import { wishOf } from './keywords.ts';
import { noteFailure } from './report.ts';
import { lightest } from './text.ts';

/** Takes in what a gateway tells us. Whatever is told twice changes nothing the second time. */
export interface Reception {
  /** @returns what to answer its sender; null: nothing */
  take(message: InboundText, now_ms: number): Promise<{ wish: Wish | null; reply: string | null }>;
  note(report: TextReport, now_ms: number): Promise<void>;
}

export interface ReceptionOptions {
  database: Database;
  phones: Phones;
  gateway: Gateway;
  /** Those of this installation, in the order in which they stand in for each other. */
  channels: readonly string[];
  shop: { name: string; locale: string };
  /** Where the status page is reached from, no trailing slash. */
  public_url: string;
}

const replies: Readonly<Record<Wish, string>> = { stop: 'stopped', start: 'started', help: 'help' };

export function openReception(options: ReceptionOptions): Reception {
  const { database, phones, gateway, shop, public_url } = options;
  return {
    async take({ id, from, text }, now_ms) {
      const wish = wishOf(text);
      const number = phoneNumber(from, null);
      // Another shop's robot, a short code, a wrong number: none is answered, or two robots would never end.
      if (wish === null || number === null) return { wish: null, reply: null };
      const locale = await phones.wrote(number, { id, wish, now_ms });
      if (gateway.replies_itself.includes(text.trim().toUpperCase())) return { wish, reply: null };
      const words = wordsFor(locale, shop.locale);
      const address = `${public_url}/status`;
      const reply = words.say(`text.${replies[wish]}`, { shop: shop.name, address });
      return { wish, reply: lightest(reply) };
    },
    async note({ message_id, kind, error, to, objection }, now_ms) {
      if (kind !== 'failed') return;
      const failure = { message_id, error: error ?? 'undelivered', now_ms };
      const failed = await noteFailure(database, failure, options.channels);
      const number = failed && to !== null ? phoneNumber(to, null) : null;
      if (number !== null && objection) await phones.objects(number, objection, now_ms);
    },
  };
}

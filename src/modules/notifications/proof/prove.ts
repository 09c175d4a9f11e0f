import { instant } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';
import { readSentMessage } from '../deliveries/index.ts';
import { maskAddress } from '../deliveries/mask.ts';
import { candidates_max, proofsIn } from './code.ts';

/** A message that was really sent, as far as anybody who holds its code may know. */
export interface Proof {
  type: string;
  channel: string;
  /** The language it was written in, as far as the notification knows. */
  locale: string;
  /** RFC 3339 UTC. */
  sent_at: string;
  /** Masked; null: what was sent is no longer kept. */
  to: string | null;
  /** The last characters of the order's number; null: it was about no order. */
  order_end: string | null;
}

const order_end_length = 4;
const proofs_max = 10;

/**
 * What of a pasted text, or of the parts of a mail, is ours: the newest first, at most ten. `unreadable`: there is
 * neither a code nor a Message-ID in it.
 */
export async function prove(
  database: Database,
  text: string | readonly string[],
): Promise<Proof[] | 'unreadable'> {
  const prefixes = [...new Set([text].flat().flatMap(proofsIn))].slice(0, candidates_max);
  if (prefixes.length === 0) return 'unreadable';
  const { rows } = await database.query({
    name: 'prove',
    // `g` comes after every hexadecimal digit: a range of the index on `id`, whatever the collation of the texts.
    text: `select n.subject_key, n.id as notification_id, d.channel, n.type, n.order_number, d.sent_at,
             coalesce(s.locale, n.locale) as locale
           from unnest($1::text[]) as p(prefix)
           join notifications n on n.id >= p.prefix collate "C" and n.id < (p.prefix || 'g') collate "C"
           join deliveries d on d.subject_key = n.subject_key and d.notification_id = n.id and d.status = 'sent'
           left join sellers s on n.audience = 'seller' and s.id = n.recipient
           order by d.sent_at desc limit ${proofs_max}`,
    values: [prefixes],
  });
  return Promise.all(
    rows.map(async ({ type, order_number, sent_at, locale, ...key }) => {
      const message = await readSentMessage(database, key);
      return {
        ...{ type, channel: key.channel, locale, sent_at: instant(sent_at.getTime()) },
        to: message && maskAddress(message.to),
        order_end: order_number?.slice(-order_end_length) ?? null,
      };
    }),
  );
}

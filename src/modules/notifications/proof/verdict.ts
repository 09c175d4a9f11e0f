import type { Words } from '../../../lib/words.ts';
import { messageTitle } from '../telling/title.ts';
import type { Proof } from './prove.ts';

/** What is known of a message somebody asks about: what we sent of it, or that there is no code in it. */
export type Answer = readonly Proof[] | 'unreadable';

/** What who asks is told, by page and by mail in the same words. Plain text. */
export interface Verdict {
  ours: boolean;
  /** "Yes, we sent this message." */
  said: string;
  /** What we sent, a sentence for each; none when it is not ours. */
  proofs: string[];
  /** What to do. */
  hint: string;
}

interface Place {
  /** Where orders are looked up. */
  host: string;
  /** IANA: of the shop, for nobody knows where the reader is. */
  time_zone: string;
}

export function verdictOn(answer: Answer, words: Words, { host, time_zone }: Place): Verdict {
  if (answer === 'unreadable') {
    return {
      ours: false,
      said: words.say('proof.unreadable'),
      proofs: [],
      hint: words.say('proof.unreadable_hint'),
    };
  }
  if (answer.length === 0) {
    return {
      ours: false,
      said: words.say('proof.not_ours'),
      proofs: [],
      hint: words.say('proof.not_ours_hint', { host }),
    };
  }
  return {
    ours: true,
    said: words.say('proof.ours', { count: answer.length }),
    proofs: answer.map((proof) => sentence(proof, words, time_zone)),
    hint: words.say('proof.compare'),
  };
}

/** "Shipped, sent 17 July 2008, 10:00 by e-mail to a***n@e***.com, about the order that ends in 8232." */
function sentence({ type, channel, sent_at, to, order_end }: Proof, words: Words, time_zone: string): string {
  return words.say('proof.sent', {
    message: messageTitle(words, type),
    at: words.instant(sent_at, time_zone, 'long'),
    channel: words.say(`page.channel.${channel}`),
    known: to === null ? 'no' : 'yes',
    to: to ?? '',
    order: order_end ?? '',
    about: order_end === null ? 'nothing' : 'order',
  });
}

import type { Database } from '../../lib/database.ts';
import { readMail } from '../../lib/mime/index.ts';
import { wordsFor } from '../../lib/words.ts';
import type { Notification } from '../../modules/notifications/deliveries/index.ts';
import type { Message, Shop } from '../../modules/notifications/index.ts';
import {
  answer_type,
  letterOfSubject,
  prove,
  type Verdict,
  verdictOn,
} from '../../modules/notifications/proof/index.ts';
import { evidenceIn, readKeptMail } from './inbound/index.ts';
import type { WrittenMail } from './index.ts';
import { plainLetter, threadOf } from './render/index.ts';
import type { Writer } from './writer.ts';

export interface AnswerWriterOptions {
  database: Database;
  shop: Shop;
  /** IANA, the shop's. */
  time_zone: string;
  /** The shop's. */
  locale: string;
}

/**
 * A writer that also answers who asks whether a message is ours. Nothing of what they sent is in the answer, so nobody
 * can have us send their words or links to somebody else, and it is a short text, no page.
 */
export function withAnswers(write: Writer, options: AnswerWriterOptions): Writer {
  const { database, shop, time_zone } = options;
  return async (notification) =>
    notification.type === answer_type ? writeAnswer(notification) : write(notification);

  async function writeAnswer({ id, subject_key, locale }: Notification): Promise<WrittenMail> {
    const letter = await readKeptMail(database, letterOfSubject(subject_key)!);
    const words = wordsFor(locale, options.locale);
    const mail = letter && readMail(letter.raw);
    const answer = mail ? await prove(database, evidenceIn(mail)) : [];
    const verdict = verdictOn(answer, words, { host: new URL(shop.public_url).host, time_zone });
    const message = messageOf(verdict, words.say('proof.title'), words.say('proof.asked'));
    const { subject } = message;
    const told = { audience: 'buyer' as const, message, words, shop, links: null, order: null };
    return {
      ...{ subject, html: '', text: plainLetter(id, told), unreturned: true },
      headers: { 'Auto-Submitted': 'auto-replied', ...(mail && threadWith(mail.header.first('message-id'))) },
      message_id: threadOf(id, subject_key, shop.mail_from).message_id,
      to: letter?.envelope_sender ?? null,
    };
  }
}

function messageOf({ ours, said, proofs, hint }: Verdict, subject: string, asked: string): Message {
  return {
    ...{ subject, label: subject, headline: said, tone: ours ? 'good' : 'late' },
    sentences: [...proofs, hint, asked],
    sections: [],
  };
}

/** Beside the letter in its writer's mail program, if its id is one: any other would be words of theirs. */
function threadWith(message_id: string): Record<string, string> {
  const id = /^\s*(<[\w.!#$%&'*+/=?^`{|}~-]{1,120}@[\w.-]{1,120}>)\s*$/.exec(message_id)?.[1];
  return id === undefined ? {} : { 'In-Reply-To': id, References: id };
}

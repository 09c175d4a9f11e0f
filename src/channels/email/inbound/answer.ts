import type { Clock } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';
import type { Log } from '../../../lib/log.ts';
import type { MailPart } from '../../../lib/mime/index.ts';
import type { Addresses } from '../../../modules/addresses/index.ts';
import { planAnswer, prove } from '../../../modules/notifications/proof/index.ts';
import { mailbox } from '../mime/mailbox.ts';
import { mayBeAnswered } from './answerable.ts';
import { evidenceIn } from './evidence.ts';
import type { InboundMail } from './inbox.ts';
import { type OurAddresses, recipientOf } from './recipient.ts';

export interface AnswerDeps {
  database: Database;
  addresses: Addresses;
  ours: OurAddresses;
  clock: Clock;
  log: Log;
  /** The shop's language: of who asks about nothing of ours. */
  locale: string;
  wake(): void;
}

/** Sees to it that who forwarded a message to `verify@` is told whether it is ours. Done again it changes nothing. */
export async function answerLetter(deps: AnswerDeps, stored: InboundMail, mail: MailPart): Promise<void> {
  const { database, addresses, clock, log, wake } = deps;
  if (recipientOf(deps.ours, stored.recipient)?.use !== 'verify') return;
  const to = writerOf(deps.ours, stored.envelope_sender, mail);
  if (to === null) return;
  const answer = await prove(database, evidenceIn(mail));
  // Who got a message of ours reads its language.
  const locale = (answer !== 'unreadable' && answer[0]?.locale) || deps.locale;
  const writer = await addresses.digest(Buffer.from(to.toLowerCase()));
  const plan = { letter_id: stored.id, writer: writerId(writer), locale, now_ms: clock.now() };
  const planned = await planAnswer(database, plan);
  if (planned === 'planned') wake();
  if (planned === 'too_many') log.warn({ mail: stored.id }, 'Too many ask whether a message is ours');
}

/**
 * Who may be answered, by an address that both the envelope and the letter name; null: nobody. Nothing proves that
 * they wrote it, but what only pretends to come from somebody mostly differs in one of the two.
 */
function writerOf(ours: OurAddresses, envelope_sender: string, mail: MailPart): string | null {
  if (!mayBeAnswered(mail, envelope_sender)) return null;
  const to = mailbox(envelope_sender);
  const from = mail.header.all('from');
  if (!to || from.length !== 1) return null;
  const named = /^[^<>]*<([^<>]*)>\s*$/.exec(from[0]!)?.[1] ?? from[0]!;
  if (mailbox(named)?.address.toLowerCase() !== to.address.toLowerCase()) return null;
  return isOurs(ours, to.address) ? null : to.address;
}

/** An answer to ourselves would be a question again. */
function isOurs(ours: OurAddresses, address: string): boolean {
  return address.toLowerCase().endsWith(`@${ours.domain}`) || recipientOf(ours, address) !== null;
}

/** 96 bits of the address's keyed hash: enough to count by. */
function writerId(digest: Buffer): string {
  return `address:${digest.toString('hex').slice(0, 24)}`;
}

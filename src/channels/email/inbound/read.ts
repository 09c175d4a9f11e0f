import type { Clock } from '../../../lib/clock.ts';
import type { Database } from '../../../lib/database.ts';
import type { Log } from '../../../lib/log.ts';
import { type MailPart, readMail } from '../../../lib/mime/index.ts';
import type { Secrets } from '../../../lib/secrets.ts';
import type { Addresses } from '../../../modules/addresses/index.ts';
import { keepReply, type MailedAnswer } from '../../../modules/correspondence/index.ts';
import { type Mailed, readMailed, returnDelivery } from '../../../modules/notifications/deliveries/index.ts';
import { mute } from '../../../modules/notifications/preferences/index.ts';
import { classifyMail, type Returned, type ReturnedRecipient } from '../returned/classify.ts';
import { returnAddressIn } from '../returned/return-path.ts';
import { unsubscriptionIn } from '../unsubscribe.ts';
import { answerLetter } from './answer.ts';
import { mayBeAnswered } from './answerable.ts';
import { type Finding, type InboundMail, markMailHandled, readUnhandledMail } from './inbox.ts';
import { letterOf } from './letter.ts';
import type { InboundMetrics } from './metrics.ts';
import { type OurAddresses, recipientOf } from './recipient.ts';

export interface ReaderDeps {
  database: Database;
  addresses: Addresses;
  secrets: Secrets;
  ours: OurAddresses;
  clock: Clock;
  log: Log;
  metrics: InboundMetrics;
  /** Puts an answer to a message about a case into that case. @returns false when there is none that is open */
  intoCase(answer: MailedAnswer): Promise<boolean>;
  /** Those of this installation, in the order in which they stand in for each other. */
  channels: readonly string[];
  /** The shop's language. */
  locale: string;
  /** Something may be to be sent: what bounced goes by the next channel. */
  wake(): void;
}

/**
 * Reads a stored mail and does what follows from it. Whatever is done may be done again: a crash in between leaves the
 * mail unread.
 * @returns false when its time has not come: what it answers is still being recorded as sent
 */
export async function readInboundMail(deps: ReaderDeps, id: string): Promise<boolean> {
  const { database, clock, log, metrics } = deps;
  const stored = await readUnhandledMail(database, id);
  if (!stored) return true;
  const mail = readMail(stored.raw);
  const returned = classifyMail(mail, stored.envelope_sender);
  const recipient = recipientOf(deps.ours, stored.recipient);
  const token = recipient && 'notification_id' in recipient ? recipient : tokenInside(deps.secrets, returned);
  const mailed = token && (await readMailed(database, token.notification_id));
  // A mail server may refuse faster than we write down that it took the message.
  if (mailed?.status === 'sending') return false;
  const finding = await act(deps, { stored, mail, returned, mailed, to_person: recipient?.use !== 'bounce' });
  await markMailHandled(database, id, finding, clock.now());
  metrics.read(finding.kind);
  const { kind, reason, status } = finding;
  log.info({ mail: id, kind, reason, status, matched: finding.subject_key !== null }, 'A mail came in');
  return true;
}

interface Arrived {
  stored: InboundMail;
  mail: MailPart;
  returned: Returned;
  /** The delivery it answers, by a code only we can have written. */
  mailed: Mailed | null;
  /** Its recipient is none that only mail systems know. */
  to_person: boolean;
}

/** What was sent back of ours holds the addresses we gave it. */
function tokenInside(secrets: Secrets, { original }: Returned) {
  if (!original) return null;
  const fields = ['return-path', 'reply-to', 'errors-to', 'x-envelope-from'].flatMap((name) =>
    original.header.all(name),
  );
  return returnAddressIn(secrets, `${fields.join('\n')}\n${original.text}`);
}

async function act(deps: ReaderDeps, arrived: Arrived): Promise<Finding> {
  const { returned, mailed } = arrived;
  const found = {
    subject_key: mailed?.subject_key ?? null,
    notification_id: mailed?.notification_id ?? null,
  };
  const worst = returned.recipients.find(({ kind }) => kind === returned.kind) ?? null;
  const finding = {
    kind: returned.kind,
    reason: worst?.reason ?? null,
    status: worst?.status ?? null,
    ...found,
  };
  switch (returned.kind) {
    case 'hard_bounce':
    case 'soft_bounce':
      if (mailed && worst?.final) await bounced(deps, mailed, worst, Date.parse(arrived.stored.received_at));
      return finding;
    case 'complaint':
      if (mailed?.to && !no_complaint.has(returned.complaint ?? '')) {
        await deps.addresses.cameBack(mailed.to, {
          kind: 'complaint',
          at_ms: Date.parse(arrived.stored.received_at),
        });
      }
      return { ...finding, reason: returned.complaint };
    case 'auto_reply':
      return finding;
    case 'not_a_bounce': {
      const wish = unsubscriptionIn(deps.secrets, arrived.mail.header.first('subject'));
      if (wish) {
        await mute(deps.database, { ...wish, channel: 'email' }, deps.clock.now());
        return { ...finding, reason: 'unsubscribed' };
      }
      // A report that all went well is nothing anybody has to read.
      if (returned.recipients.length > 0) return finding;
      await answerLetter(deps, arrived.stored, arrived.mail);
      return { ...finding, ...(await keepLetter(deps, arrived)) };
    }
  }
}

/** Reports of the same form that no reader sent: a check that failed, a mail that was taken for spam wrongly. */
const no_complaint = new Set(['auth-failure', 'not-spam', 'virus']);

async function bounced(
  deps: ReaderDeps,
  mailed: Mailed,
  worst: ReturnedRecipient,
  at_ms: number,
): Promise<void> {
  const { database, addresses, clock, channels, wake } = deps;
  const { subject_key, notification_id, to } = mailed;
  const reason = worst.reason ?? 'unknown';
  const kind = worst.kind === 'hard_bounce' ? worst.kind : 'soft_bounce';
  if (to !== null) await addresses.cameBack(to, { kind, at_ms, reason, status: worst.status });
  const why = `bounced: ${worst.status ?? reason}`;
  const key = { subject_key, notification_id, channel: 'email' };
  if (await returnDelivery(database, { ...key, reason: why, now_ms: clock.now() }, channels)) wake();
}

/**
 * Keeps what a person wrote. Whose it is says the address it was sent to, which only our mail holds; or, when it came to
 * our sender's address, the mail it answers, if it comes from where that went. Not when the order went to another mailbox
 * since. Anything else is for the operator alone: nobody may write on a stranger's order.
 */
async function keepLetter(deps: ReaderDeps, { stored, mail, mailed, to_person }: Arrived) {
  const { database, intoCase } = deps;
  const answered = mailed ?? (await answeredBy(database, mail));
  const letter = letterOf(mail);
  const by_person = to_person && mayBeAnswered(mail, stored.envelope_sender);
  const certain =
    mailed !== null || (answered !== null && addressIn(letter.from) === answered.to?.toLowerCase());
  const subject_key = by_person && certain && answered && !answered.moved ? answered.subject_key : '';
  const notification_id = answered?.notification_id ?? null;
  const found = { subject_key: answered?.subject_key ?? null, notification_id };
  // With attachments it is kept as a letter too: a case has no room for them yet.
  if (subject_key !== '' && notification_id !== null) {
    const { id, received_at } = stored;
    const in_case = await intoCase({ id, notification_id, text: letter.text, received_at });
    if (in_case && letter.attachments.length === 0) return { ...found, reason: 'in_case' };
  }
  await keepReply(database, {
    id: stored.id,
    subject_key,
    notification_id,
    received_at: stored.received_at,
    letter,
  });
  return found;
}

/** The message of ours it names as the one it answers. Anybody can write that. */
async function answeredBy(database: Database, { header }: MailPart): Promise<Mailed | null> {
  const named = `${header.first('in-reply-to')} ${header.first('references')}`;
  const ids = [...named.matchAll(/<([0-9a-f]{24})\.email(?:\.resend-\d{1,4})?@/g)].map((match) => match[1]!);
  return ids[0] === undefined ? null : readMailed(database, ids[0]);
}

function addressIn(from: string): string {
  return (/<([^<>]*)>\s*$/.exec(from)?.[1] ?? from).trim().toLowerCase();
}

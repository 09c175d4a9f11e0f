import { enhancedStatusIn, isVague, reasonOfStatus } from './enhanced-status.ts';
import { type BounceReason, isHard } from './kind.ts';
import { sayingIn, wordsOf } from './phrases/index.ts';
import type { Step } from './smtp-step.ts';

/** Why one recipient did not get a mail. */
export interface Verdict {
  reason: BounceReason;
  /** RFC 3463; null when nobody said one. */
  status: string | null;
}

/**
 * Judges one recipient: what the last mail system said in words, then its code. Words first, because a code is often
 * a formality: 5.1.1 stands beside "mailbox full", 5.7.1 beside everything.
 *
 * @param told.status as reported by the mail system that gave up, '' when it was not
 * @param told.said the answer it got, in the words of the other side
 * @param told.step what the other side answered to; null when nobody says
 */
export function judge(told: Told): Verdict {
  const said = ironPort.exec(told.said)?.[1] ?? told.said;
  const inside = enhancedStatusIn(said);
  const vague = told.status === '' || isVague(told.status);
  const status = vague ? (inside ?? told.status) : told.status;
  return { reason: reasonOf({ ...told, said, status }), status: status || null };
}

/** IronPort puts a heading of its own over every answer of the other side, which it quotes. */
const ironPort = /^\s*[45]\.\d\.\d - [a-z ]{1,60} \d{3}[- ]'([^']{1,1000})/i;

/** What is known of a refusal. */
export interface Told {
  status: string;
  said: string;
  step: Step | null;
  /** Reported in the fields of RFC 3464, and not only told in the middle of an explanation. */
  reported: boolean;
}

function reasonOf(told: Told): BounceReason {
  const words = wordsOf(told.said);
  const saying = sayingIn(words);
  // Whatever is said in answer to MAIL FROM is said of us.
  if (told.step === 'sender' && (saying === null || isHard(saying.reason))) return 'sender_refused';
  const by_code = told.status === '' ? null : reasonOfStatus(told.status);
  const said =
    saying?.plain === false && by_code !== null && ofOurMail.has(by_code) ? by_code : saying?.reason;
  if (said !== 'no_such_mailbox') return said ?? by_code ?? 'unknown';
  if (concernsRecipient(words, by_code, told)) return said;
  return told.step === 'message' || by_code === 'refused_after_reading'
    ? 'refused_after_reading'
    : 'perhaps_no_such_mailbox';
}

/** "Recipient rejected" under a code of security, content, size or quota means what the code says. */
const ofOurMail: ReadonlySet<BounceReason> = new Set([
  'sender_refused',
  'content_refused',
  'too_large',
  'too_many',
  'mailbox_full',
  'mailbox_disabled',
]);

/** Yahoo's and Tencent's, whose servers say it after the message too: no filter would know. */
const noAccount = /user doesn't have an? \S{1,80} account|^550 mailbox not found/;

/** A reply of SMTP without a code that says more. */
const bareReply = /(?<![\d.])5\d\d(?![\d.])/;

/**
 * "No such user" stops an address for good, so it must be the recipient's server that said it of the recipient: by a
 * code of RFC 3463, in answer to RCPT TO, in a report, or in a mail system's own words. Once the mail has been read it
 * is the word of a filter that wants to be left alone (Japanese mobile carriers answer so), and the mailbox is there; a
 * bare `550` in the middle of an explanation may be that too.
 */
function concernsRecipient(
  words: string,
  by_code: BounceReason | null,
  { step, status, reported }: Told,
): boolean {
  const of_mailbox = by_code === 'mailbox_disabled' || (by_code !== null && isHard(by_code));
  if (by_code === 'sender_refused') return false;
  if (step === 'recipient' || of_mailbox || noAccount.test(words)) return true;
  if (step === 'message' || by_code === 'refused_after_reading') return false;
  // Who reports 5.0.0 beside it was not told it as an answer about the address.
  if (reported && status !== '') return !/\.0\.0$/.test(status);
  return reported || !bareReply.test(words);
}

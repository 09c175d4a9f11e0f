import { type MailPart, readMail } from '../../../lib/mime/index.ts';
import { readAmazonNotice } from './amazon-notice.ts';
import { isAutoReply } from './auto-reply.ts';
import { complaintIn } from './complaint.ts';
import { type BounceReason, isHard, type ReturnedKind } from './kind.ts';
import { type SystemSigns, systemSignsOf } from './mail-system.ts';
import { judge, type Verdict } from './reason.ts';
import { type Report, readReport } from './report.ts';
import { repliesIn } from './smtp-replies.ts';
import { stepIn } from './smtp-step.ts';
import { judgeWords, readWords } from './told-in-words.ts';

/** What came back for one recipient. */
export interface ReturnedRecipient {
  /** As the mail system wrote it; '' when it named nobody. */
  address: string;
  kind: ReturnedKind;
  reason: BounceReason | null;
  /** RFC 3463; null when nobody said one. */
  status: string | null;
  /** False: the mail system is still trying. */
  final: boolean;
}

/** A mail that came to us, judged. */
export interface Returned {
  /** Of the worst recipient. */
  kind: ReturnedKind;
  recipients: readonly ReturnedRecipient[];
  /** Of a complaint: `abuse`, `opt-out`, ... */
  complaint: string | null;
  /** The mail it is about, as far as it came back: where to look for what leads to our delivery. */
  original: Report['original'];
}

/**
 * Judges a mail that came to us: machine-readable reports first (RFC 5965, RFC 3464), then what mail systems say in
 * words, then whether a program answered for a person. Pure; throws for no input.
 *
 * @param envelope_sender of the SMTP session ('' for `<>`); null when it is not known: the field Return-Path then
 */
export function classify(raw: Uint8Array, envelope_sender: string | null = null): Returned {
  return classifyMail(readMail(raw), envelope_sender);
}

/** The same of a mail that has been read. */
export function classifyMail(mail: MailPart, envelope_sender: string | null = null): Returned {
  const report = readReport(mail);
  const notice = readAmazonNotice(report.said);
  const returned = { recipients: [], complaint: null, original: report.original };
  const complaint = notice?.type === 'complaint' ? 'abuse' : complaintIn(mail);
  if (complaint !== null) return { ...returned, kind: 'complaint', complaint };
  if (notice?.type === 'delivery') return { ...returned, kind: 'not_a_bounce' };
  const signs = systemSignsOf(mail.header, envelope_sender);
  const recipients = bouncesIn(mail, notice ? { ...report, ...notice } : report, signs);
  const inside = reportInside(mail, recipients);
  if (inside) return classifyMail(inside, '');
  if (recipients.length > 0) return { ...returned, kind: worst(recipients), recipients };
  // What a mail system wrote and nobody can read is for a person to look at.
  const kind = isAutoReply(mail.header) && !signs.from_system ? 'auto_reply' : 'not_a_bounce';
  return { ...returned, kind };
}

/** A bounce that was bounced on: the outer mail system says nothing, the inner one is quoted whole. */
function reportInside(mail: MailPart, recipients: readonly ReturnedRecipient[]): MailPart | null {
  if (recipients.some(({ reason }) => reason !== 'unknown')) return null;
  const inside = mail.parts.find(({ content_type }) => content_type.type === 'message/rfc822')?.parts[0];
  return inside && /^multipart\/report/.test(inside.content_type.type) ? inside : null;
}

function worst(recipients: readonly ReturnedRecipient[]): ReturnedKind {
  for (const kind of ['hard_bounce', 'soft_bounce'] as const) {
    if (recipients.some((recipient) => recipient.kind === kind)) return kind;
  }
  return 'not_a_bounce';
}

function bouncesIn(mail: MailPart, report: Report, signs: SystemSigns): ReturnedRecipient[] {
  if (report.recipients.length > 0) {
    return report.recipients.map((reported) => {
      const { address, action } = reported;
      if (['delivered', 'relayed', 'expanded'].includes(action)) {
        return { address, kind: 'not_a_bounce', reason: null, status: reported.status || null, final: true };
      }
      const verdict = judgeReported(reported, report);
      return bounce(address, verdict, action !== 'delayed');
    });
  }
  return toldInWords(mail, report, signs);
}

/** The other side's own words; where they say nothing, the explanation for people. */
function judgeReported(reported: Report['recipients'][number], { said, recipients }: Report): Verdict {
  const { status, diagnostic } = reported;
  // What is said in words of several recipients cannot be told apart.
  const several = recipients.length > 1;
  const step = stepIn(diagnostic) ?? (several ? null : stepIn(said));
  const verdict = judge({ status, said: diagnostic, step, reported: true });
  if (verdict.reason !== 'unknown' || several) return verdict;
  return judgeWords(said, { status: verdict.status ?? '', reported: true });
}

function bounce(address: string, { reason, status }: Verdict, final: boolean): ReturnedRecipient {
  return { address, kind: isHard(reason) ? 'hard_bounce' : 'soft_bounce', reason, status, final };
}

const stillTrying =
  /warning message only|has been delayed|not yet been delivered|will be retried|still trying|temporary failure report|will keep trying|do not need to re-?send|is delayed/i;

/** A mail system that explains itself to people only. */
function toldInWords(mail: MailPart, { said }: Report, signs: SystemSigns): ReturnedRecipient[] {
  const explains = signs.subject && (signs.null_sender || signs.by_program);
  if (!signs.declared && !signs.from_system && !explains) return [];
  const told = readWords(said);
  // It calls itself an answer, and quotes nobody: what it knows is a guess of its own (RFC 3834, section 5).
  const answers = /^auto-replied/i.test(mail.header.first('auto-submitted'));
  if (answers && !signs.declared && repliesIn(said).length === 0) return [];
  const known = told.some(({ verdict }) => verdict.reason !== 'unknown');
  // A person called Postmaster writes too: without any word of a failure it is not taken for one.
  if (!known && !signs.declared && !signs.subject) return [];
  const final = !stillTrying.test(said);
  const [failed = ''] = mail.header.first('x-failed-recipients').split(',');
  return told.map(({ address, verdict }) => bounce(address || failed.trim(), verdict, final));
}

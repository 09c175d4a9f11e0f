import { decodeWords, type MailPart, partsOf } from '../../../lib/mime/index.ts';

/**
 * Whether a mail says that its reader does not want ours: a feedback report (RFC 5965), a look-alike of the feedback
 * loops that are older than it, or the request to end a subscription that some mail programs send as a mail.
 * @returns what is complained of (`abuse`, `fraud`, `opt-out`, ...), or null
 */
export function complaintIn(mail: MailPart): string | null {
  for (const part of partsOf(mail)) {
    if (part.content_type.type === 'message/feedback-report') return feedbackType(part.text) ?? 'abuse';
  }
  return declaredComplaint(mail) ?? loopOfMicrosoft(mail) ?? unsubscribeRequest(mail);
}

function feedbackType(text: string): string | null {
  return /^[ \t]*feedback-type[ \t]*:[ \t]*([a-z-]{1,30})/im.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** The type is declared at the top, and the report lost its own, or its place, on the way. */
function declaredComplaint(mail: MailPart): string | null {
  const declared = /feedback-report/i.test(mail.header.first('content-type'));
  for (const part of partsOf(mail)) {
    const type = feedbackType(part.text);
    if (type !== null && (declared || /^[ \t]*(version|user-agent)[ \t]*:/im.test(part.text))) return type;
  }
  return declared ? 'abuse' : null;
}

/** Outlook.com's junk mail reporting: no report, only the mail inside one of theirs. */
function loopOfMicrosoft({ header, parts }: MailPart): string | null {
  const from = header.first('from');
  const subject = decodeWords(header.first('subject'));
  const about = /^\s*complaint about message from\b/i.test(subject);
  const loop = /\bstaff@(hotmail|outlook|live|msn)\.com\b/i.test(from);
  return about && (loop || parts.length > 0) ? 'abuse' : null;
}

/** What Apple Mail sends for its reader who pressed "Unsubscribe". */
function unsubscribeRequest(mail: MailPart): string | null {
  const subject = decodeWords(mail.header.first('subject')).trim();
  if (!/^unsubscribe\b/i.test(subject)) return null;
  const first = [...partsOf(mail)].find(({ text }) => text.trim() !== '')?.text ?? '';
  const automatic = /^auto/i.test(mail.header.first('auto-submitted'));
  return automatic || /sent this (e-?mail|message) to unsubscribe|^\s*unsubscribe\s*$/i.test(first)
    ? 'opt-out'
    : null;
}

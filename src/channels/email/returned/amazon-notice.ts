import type { ReportedRecipient } from './delivery-status.ts';

/** What Amazon SES tells through SNS, when somebody has that sent on as a mail: JSON, and a word on how to end it. */
export interface AmazonNotice {
  type: 'bounce' | 'complaint' | 'delivery';
  recipients: readonly ReportedRecipient[];
}

const recipients_max = 50;

/**
 * Reads the notice in a text, or answers null.
 * https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
 */
export function readAmazonNotice(text: string): AmazonNotice | null {
  const json = /^[ \t]{0,20}(\{.*"(?:notificationType|eventType)".*\})[ \t]{0,20}$/m.exec(text)?.[1];
  const notice = json === undefined ? null : parse(json);
  if (!notice) return null;
  const type = String(notice.notificationType ?? notice.eventType).toLowerCase();
  if (type !== 'bounce' && type !== 'complaint' && type !== 'delivery') return null;
  return { type, recipients: type === 'bounce' ? bounced(recordOf(notice.bounce)) : [] };
}

function bounced(bounce: Record<string, unknown>): ReportedRecipient[] {
  const all = Array.isArray(bounce.bouncedRecipients)
    ? bounce.bouncedRecipients.slice(0, recipients_max)
    : [];
  return all.map(recordOf).map((recipient) => ({
    address: textOf(recipient.emailAddress),
    action: textOf(recipient.action) || 'failed',
    status: textOf(recipient.status),
    diagnostic:
      textOf(recipient.diagnosticCode).replace(/^[\w-]{1,20}\s*;\s*/, '') || textOf(bounce.bounceSubType),
  }));
}

function parse(json: string): Record<string, unknown> | null {
  try {
    return recordOf(JSON.parse(json));
  } catch {
    return null;
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 2_000) : '';
}

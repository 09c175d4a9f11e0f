import { type BounceReason, isHard } from './kind.ts';

/** `5.1.1`, not an address of the Internet and not a version number. */
const pattern = /(?<![\d.])([245])\.(\d{1,2})\.(\d{1,3})(?![\d]|\.\d)/;

/** The first enhanced status code (RFC 3463) in a text, or null. */
export function enhancedStatusIn(text: string): string | null {
  const found = pattern.exec(text);
  return found && `${found[1]}.${found[2]}.${found[3]}`;
}

/** Whether a code says no more than that it failed: `5.0.0`, and `5.5.0` or `5.7.1`, which stand for anything. */
export function isVague(status: string): boolean {
  return /^.\.0\.0$|^.\.5\.0$|^.\.7\.1$|^.\.3\.0$|^.\.[24]\.0$/.test(status);
}

/** RFC 3463 section 3, and the registry of IANA made from it: subject and detail, whatever the class. */
const reasons: Readonly<Record<string, BounceReason>> = {
  '1.0': 'no_such_mailbox',
  '1.1': 'no_such_mailbox',
  '1.2': 'no_such_domain',
  '1.3': 'no_such_mailbox',
  '1.4': 'refused_after_reading',
  '1.6': 'moved',
  '1.7': 'sender_refused',
  '1.8': 'sender_refused',
  '1.9': 'sender_refused',
  '1.10': 'accepts_no_mail',
  // Microsoft's: the sender has sent enough for today.
  '1.90': 'too_many',
  '2.0': 'refused_after_reading',
  '2.1': 'mailbox_disabled',
  '2.2': 'mailbox_full',
  '2.3': 'too_large',
  '2.4': 'refused_after_reading',
  '3.1': 'server_error',
  '3.2': 'accepts_no_mail',
  '3.4': 'too_large',
  '4.1': 'unreachable',
  '4.2': 'unreachable',
  '4.3': 'unreachable',
  '4.4': 'no_such_domain',
  '4.5': 'too_many',
  '4.6': 'unreachable',
  '4.7': 'unreachable',
  '7.13': 'mailbox_disabled',
};

const subjects: Readonly<Record<string, BounceReason>> = {
  // Registered are those above; what Microsoft adds (5.1.20, 5.1.351) is about the address too.
  '1': 'no_such_mailbox',
  '3': 'server_error',
  '4': 'unreachable',
  '5': 'server_error',
  '6': 'content_refused',
  '7': 'sender_refused',
};

/**
 * What a code says by itself; null when that is nothing (`5.0.0`). Of an address it is believed only when it is final:
 * 4.1.1 is also what a server says that could not ask.
 */
export function reasonOfStatus(status: string): BounceReason | null {
  const [class_, subject = '', detail = ''] = status.split('.');
  const reason = reasons[`${subject}.${detail}`] ?? subjects[subject] ?? null;
  return reason !== null && class_ !== '5' && isHard(reason) ? 'unreachable' : reason;
}

import type { MailPart } from '../../../lib/mime/index.ts';
import { isAutoReply } from '../returned/auto-reply.ts';
import { systemSignsOf } from '../returned/mail-system.ts';

/**
 * Whether a program of ours may answer a mail by itself (RFC 3834, section 2; RFC 5321, section 4.5.5): never what has
 * no sender, what a program or a list sent, or what looks like it. Two robots would answer each other for ever.
 */
export function mayBeAnswered(mail: MailPart, envelope_sender: string): boolean {
  const { header } = mail;
  if (envelope_sender === '' || isAutoReply(header)) return false;
  const signs = systemSignsOf(header, envelope_sender);
  if (signs.from_system || signs.by_program || signs.declared) return false;
  if (/\b(no-?reply|do-?not-?reply)\b/i.test(`${envelope_sender} ${header.first('from')}`)) return false;
  const listed = ['list-id', 'list-post', 'list-unsubscribe', 'mailing-list', 'feedback-id', 'x-loop'];
  if (listed.some((name) => header.first(name) !== '')) return false;
  if (/\b(bulk|list|junk|auto[_-]?reply)\b/i.test(header.first('precedence'))) return false;
  return !/\b(all|dr|autoreply|oof)\b/i.test(header.first('x-auto-response-suppress'));
}

import { hash } from 'node:crypto';
import { textHeader, tokenHeader } from './headers.ts';
import type { Mailbox } from './mailbox.ts';
import { base64Lines, quotedPrintable } from './quoted-printable.ts';

/** What a message is made of. */
export interface Composition {
  from: Mailbox;
  to: Mailbox;
  subject: string;
  /** '': the mail is its text alone. */
  html: string;
  text: string;
  /** Further headers, whose values are tokens: ids, links. */
  headers: Record<string, string>;
  /** With its angle brackets. */
  message_id: string;
  date_ms: number;
}

/** A message as it travels, in two parts: a signature is made of both and put before them. */
export interface ComposedMail {
  /** Folded, without an end of line. */
  headers: string[];
  /** ASCII, lines of at most 76 characters that end in CRLF. */
  body: string;
}

/**
 * Writes a mail of two alternatives, text and HTML, or of a text alone.
 *
 * Ours and not nodemailer's, which takes twenty times as long; see docs/decisions/0018-writing-and-signing-mail.md. A
 * property test reads what comes out with mailparser.
 */
export function composeMail(mail: Composition): ComposedMail {
  const { headers, body } = mail.html === '' ? textPart('text/plain', mail.text) : alternatives(mail);
  return {
    headers: [
      tokenHeader('From', mail.from.header),
      tokenHeader('To', mail.to.header),
      textHeader('Subject', mail.subject),
      tokenHeader('Message-ID', mail.message_id),
      `Date: ${mailDate(mail.date_ms)}`,
      ...Object.entries(mail.headers).map(([name, value]) => tokenHeader(name, value)),
      'MIME-Version: 1.0',
      ...headers,
    ],
    body: `${body}\r\n`,
  };
}

function alternatives({ message_id, text, html }: Composition): ComposedMail {
  // Neither encoding can make `=_`, so no text can end a part.
  const boundary = `=_${hash('sha256', message_id, 'hex').slice(0, 24)}`;
  const parts = [textPart('text/plain', text), textPart('text/html', html)].map(
    ({ headers, body }) => `--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n${body}\r\n`,
  );
  return {
    headers: [`Content-Type: multipart/alternative; boundary="${boundary}"`],
    body: `${parts.join('')}--${boundary}--`,
  };
}

/**
 * Legible where most letters are Latin, else base64. Each letter beyond ASCII takes at least one octet more than ASCII
 * would: where that is a tenth of all octets, base64 is the shorter one.
 */
function textPart(type: string, text: string): ComposedMail {
  const octets = Buffer.byteLength(text);
  const base64 = 10 * (octets - text.length) > octets;
  return {
    headers: [
      `Content-Type: ${type}; charset=utf-8`,
      `Content-Transfer-Encoding: ${base64 ? 'base64' : 'quoted-printable'}`,
    ],
    body: base64 ? base64Lines(text) : quotedPrintable(text),
  };
}

/** `Fri, 02 Jan 2026 00:00:00 +0000`: RFC 5322 wants a number where HTTP says GMT. */
function mailDate(at_ms: number): string {
  return new Date(at_ms).toUTCString().replace('GMT', '+0000');
}

import { decodeWords, type MailPart, partsOf } from '../../../lib/mime/index.ts';
import { oneLine } from '../../../lib/one-line.ts';
import type { Letter } from '../../../modules/correspondence/index.ts';

const line_length_max = 200;
const text_length_max = 20_000;
const attachments_max = 20;

/** What a person wrote in a mail: their own words apart from what they quote of ours. */
export function letterOf(mail: MailPart): Letter {
  const parts = [...partsOf(mail)];
  const readable = (type: string) =>
    parts.find((part) => part.content_type.type === type && part.text.trim() !== '' && !isAttached(part));
  // Without a type it is plain text (RFC 2045, section 5.2).
  const body = readable('text/plain') ?? readable('text/html') ?? readable('');
  const { text, quoted } = divideLetter((body?.text ?? '').replaceAll('\0', ''));
  const attached = parts.filter((part) => part !== mail && (isAttached(part) || isPicture(part)));
  return {
    from: oneLine(decodeWords(mail.header.first('from')), line_length_max),
    subject: oneLine(decodeWords(mail.header.first('subject')), line_length_max),
    text: text.slice(0, text_length_max).toWellFormed(),
    quoted: quoted.slice(0, text_length_max).toWellFormed(),
    attachments: attached.slice(0, attachments_max).map((part) => ({
      name: oneLine(nameOf(part), line_length_max),
      type: part.content_type.type,
    })),
  };
}

function isAttached({ header }: MailPart): boolean {
  return /^\s*attachment\b/i.test(header.first('content-disposition'));
}

function isPicture({ content_type }: MailPart): boolean {
  return /^(image|video|audio|application)\//.test(content_type.type);
}

function nameOf({ header, content_type }: MailPart): string {
  const name = /filename\s*=\s*(?:"([^"]{1,300})"|([^\s;"]{1,300}))/i.exec(
    header.first('content-disposition'),
  );
  return decodeWords(name?.[1] ?? name?.[2] ?? content_type.parameter('name'));
}

/** "On 2 March Ann wrote:", with its date, in the languages our buyers' mail programs are set up in. */
const attribution =
  /^(?=.*\d)(?=.{3}).{0,200}?(?:(?<!\p{L})(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|napisał\(a\)|napisała?|pisze|schreef|skrev|napsal\(a\)|пишет|написал\(?а?\)?)(?!\p{L})|写道|寫道).{0,100}?[:：]\s*$/iu;
const divider =
  /^(-{2,}|_{5,}|\*{5,})?\s*(original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|wiadomość oryginalna|исходное сообщение|原始邮件|原始郵件)\s*-*\s*$/iu;
const outlook = /^(from|von|de|da|od|от|发件人|寄件者)\s?[:：]\s?.{3,}/iu;
const outlookNext =
  /^(sent|date|gesendet|envoyé|enviado|inviato|wysłano|data|отправлено|дата|发送时间|寄件日期|to|an|do)\s?[:：]/iu;

/** The writer's words, and from the first sign of a quotation on what they quote. */
export function divideLetter(text: string): { text: string; quoted: string } {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  // From here on there are quoted lines alone.
  const only_quoted = 1 + lines.findLastIndex((line) => !/^\s*(>|$)/.test(line));
  const begin = lines.findIndex((line, index) => {
    return (index >= only_quoted && line.trimStart().startsWith('>')) || beginsQuotation(lines, index);
  });
  if (begin < 0) return { text: text.trim(), quoted: '' };
  const words = lines.slice(0, begin).join('\n').trim();
  const quoted = lines.slice(begin).join('\n').trim();
  // Who writes only below or between what they quote is shown whole.
  return words === '' ? { text: text.trim(), quoted: '' } : { text: words, quoted };
}

function beginsQuotation(lines: readonly string[], index: number): boolean {
  const line = (lines[index] ?? '').trim();
  if (line.length > 400) return false;
  const next = (lines[index + 1] ?? '').trim().slice(0, 400);
  if (divider.test(line) || /^_{20,}$/.test(line)) return true;
  if (
    attribution.test(line) ||
    (line !== '' && /^(on|am|le|w dniu|dnia)\b/i.test(line) && attribution.test(`${line} ${next}`))
  ) {
    return true;
  }
  return outlook.test(line) && outlookNext.test(next);
}

import { decodeWords, type Header } from '../../../lib/mime/index.ts';

/** How programs that answer for people begin their subject, in the languages they are set up in. */
const subject = new RegExp(
  [
    '^(auto(matic)?[- ]?(reply|response|answer)|auto:|autoreply|autoresponse|out of (the )?office|ooo\\b|vacation|on vacation|away from|i am away|holiday)',
    '^(automatische antwort|abwesenheit|réponse automatique|absence|respuesta automática|fuera de la oficina)',
    '^(risposta automatica|resposta automática|odpowiedź automatyczna|autoodpowiedź|nieobecność|poza biurem)',
    '^(автоответ|автоматический ответ|automatisch antwoord|automatiskt svar|自动回复|自動回覆|自動返信|자동 회신)',
  ].join('|'),
  'iu',
);

/**
 * Whether a program wrote this by itself: RFC 3834 says how it should tell, and the fields in use before it still are.
 * A mailing list or a newsletter is no answer.
 */
export function isAutoReply(header: Header): boolean {
  const submitted = /^[a-z-]+/i.exec(header.first('auto-submitted'))?.[0].toLowerCase() ?? '';
  if (submitted !== '' && submitted !== 'no') return true;
  const names = ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-autoresponse', 'x-vacation'];
  if (names.some((name) => header.first(name) !== '')) return true;
  if (/\b(all|oof|autoreply)\b/i.test(header.first('x-auto-response-suppress')) && saysSo(header))
    return true;
  if (/^auto[_-]?reply/i.test(header.first('precedence'))) return true;
  return saysSo(header);
}

function saysSo(header: Header): boolean {
  return subject.test(decodeWords(header.first('subject')).trim());
}

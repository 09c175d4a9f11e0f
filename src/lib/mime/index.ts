export { decodeWords } from './decode.ts';
export { type ContentType, contentTypeOf, type Header, readHeaderText } from './headers.ts';
export { textOfHtml } from './html-text.ts';
export { type MailPart, partsOf, readMail } from './read-mail.ts';

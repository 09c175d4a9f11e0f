/** A link may open a new page, which is then an ordinary one. No scripts, no forms, no origin. */
export const frame_sandbox = 'allow-popups allow-popups-to-escape-sandbox';

/** For the page that holds the frame: everything as on other pages, and a frame of our own. */
export const frame_policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' https: data:",
  "form-action 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For the mail in the frame: what a mail program would allow. Shown alone, it is sandboxed all the same. */
export const mail_policy = [
  `sandbox ${frame_sandbox}`,
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src https: http: data:',
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Links leave the frame: into it they would lead to pages that refuse to be framed. */
export function mailForFrame(mail_html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(mail_html)
    ? mail_html.replace(/<head[^>]*>/i, (head) => head + base)
    : base + mail_html;
}

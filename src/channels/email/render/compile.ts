import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../../../templates/mail.mjml', import.meta.url));

/** What the renderer reads: the layout as HTML, with Liquid left in it. */
export const compiledTemplate = fileURLToPath(
  new URL('../../../../templates/compiled/mail.liquid', import.meta.url),
);

/**
 * Compiles templates/mail.mjml and its parts into HTML.
 *
 * Not done while mails are sent: loading MJML takes 0.7 s and 90 MB, so its output is kept in the repository and
 * a test compares it with its sources.
 */
export async function compileTemplate(): Promise<string> {
  const { default: mjml } = await import('mjml');
  const { html, errors } = await mjml(readFileSync(source, 'utf8'), {
    filePath: source,
    ignoreIncludes: false,
    validationLevel: 'strict',
    keepComments: false,
    fonts: {},
  });
  if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join('\n'));
  // Where a mail is a page of its own (our inbox, "view in browser") an article alone leaves it without a main part.
  const page = html.replace('role="article"', 'role="main"');
  // Indentation is a third of the output, and every mail would carry it.
  return page.replace(/\n\s+/g, '\n').replace(/^\s*\n/gm, '');
}

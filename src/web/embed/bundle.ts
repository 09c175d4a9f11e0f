import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, ownTexts } from '../../lib/words.ts';

/** What the form says, by its name in the element; the rest comes with the order. */
const FORM: Record<string, string> = {
  title: 'page.status.title',
  number: 'page.status.number',
  email: 'page.status.email',
  submit: 'page.status.submit',
  not_found: 'page.status.not_found',
  too_many: 'page.status.too_many',
  wait: 'embed.wait',
  another: 'embed.another',
  expired: 'embed.expired',
  failed: 'embed.failed',
};

/** The element as shops load it. */
export interface Bundle {
  text: string;
  /** For `integrity`: a browser runs nothing else (Subresource Integrity). */
  integrity: string;
}

/**
 * The script of `<tidings-order-status>`: its source with the form's words of every language, without its comments. It
 * is the same on every installation of one version, whatever the shop says in its own way, so that its hash can be
 * documented.
 */
export function bundleElement(): Bundle {
  const source = readFileSync(join(import.meta.dirname, 'element.js'), 'utf8');
  const text = withoutComments(source).replace(
    'const WORDS = {};',
    `const WORDS = ${JSON.stringify(words())};`,
  );
  const hash = createHash('sha384').update(text).digest('base64');
  return { text, integrity: `sha384-${hash}` };
}

function words() {
  return Object.fromEntries(
    LOCALES.map((locale) => {
      const texts = ownTexts(locale);
      return [locale, Object.fromEntries(Object.entries(FORM).map(([name, key]) => [name, texts.get(key)!]))];
    }),
  );
}

/** Whole lines only: nothing else of the source begins like one. */
function withoutComments(source: string): string {
  const lines = source.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !/^(\/\/|\/\*\*|\* |\*\/)/.test(line)).join('\n');
}

import { describe, expect, test } from 'vitest';
import { seen } from '../../../../test/support/seen.ts';
import { LOCALES } from '../../../lib/words.ts';
import { renderDigestExample } from './digest-example.ts';
import { exampleLinks } from './examples.ts';

describe.each(LOCALES)('a digest in %s', (locale) => {
  const email = renderDigestExample(locale);

  test('says of each order what happened, with one way to it', () => {
    for (const number of ['114-3941689-8772232', '114-6180339-8874989']) expect(email.text).toContain(number);
    expect(email.text.split(exampleLinks.order)).toHaveLength(3);
    expect(email.html.split(`href="${exampleLinks.order}"`)).toHaveLength(3);
  });

  test('leaves nothing unsaid or unfilled, and names no single order at its head', () => {
    for (const part of [email.subject, email.html, email.text]) {
      expect(part).not.toMatch(/\{\{|\{%|undefined|null|NaN|\[object|Invalid Date|(mail|digest)\.\w+/);
    }
    expect(email.text.split('\n').slice(0, 2)).toEqual(['Harbour Books', '']);
    expect(email.html).not.toContain('<span class="muted"></span>');
  });

  test('says the same as page and as text, on 78 columns', () => {
    const page = seen(email.html);
    for (const line of email.text.split('\n')) {
      if (!line.startsWith('https://')) expect(line.length).toBeLessThanOrEqual(78);
      const words = line.replace(/^\* |^[-=]+$|:$/g, '').trim();
      if (words === '' || words.startsWith('https://')) continue;
      for (const piece of words.split(/ {2,}/)) expect(page).toContain(piece.replace(/[\s\u00a0]+/g, ' '));
    }
  });

  test('is a conversation of its own', () => {
    expect(email.thread.references).toMatch(/^<order-[0-9a-f]{24}@harbour.example>$/);
    expect(email.thread.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' });
  });
});

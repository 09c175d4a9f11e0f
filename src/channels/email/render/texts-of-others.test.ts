import { describe, expect, test } from 'vitest';
import { seen } from '../../../../test/support/seen.ts';
import { LOCALES } from '../../../lib/words.ts';
import { exampleContact } from '../../../modules/notifications/example.ts';
import { placed } from '../../../modules/notifications/example-facts.ts';
import { renderStory } from './examples.ts';

/** The size from which Gmail cuts a mail off, which also hides the footer. */
const gmail_clips_bytes = 102_000;

/** JSON that says the same to a program; its escaping has a test of its own. */
const jsonLd = /<script type="application\/ld\+json">[^<]*<\/script>/;

describe('texts of others', () => {
  const hostile = {
    script: '<script>alert(1)</script>',
    attribute: '" onmouseover="alert(1)',
    liquid: '{{ shop }}{% raw %}',
    icu: "{name} '{' # <b>",
    header: 'A\r\nBcc: everyone@example.com\r\n\r\nHello',
    direction: 'invoice\u202efdp.exe',
    hebrew: 'ספר אחד',
    endless: 'a'.repeat(10_000),
    line_separator: 'A\u2028B\u0085C',
    zero_width: 'A\u200b\u2060B\u00ad',
    emoji: '👩\u200d💻📚'.repeat(60),
    stacked: `Z${'\u0351'.repeat(500)}`,
    icu_plural: '{0, plural, other {#}}',
    half_a_tag: '<a href="https://evil.example" ',
    entity: '&lt;script&gt;&#60;b&#62;',
  };

  test.each(Object.entries(hostile))('%s', (_name, text) => {
    const lines = [{ ...bookOne(), title: text, image_url: 'javascript:alert(1)' }];
    const customer = { ...exampleContact.customer, name: text };
    const ship_to = { ...exampleContact.ship_to, name: text, line1: text, city: text, region: text };
    for (const locale of LOCALES) {
      const email = renderStory('order_confirmed', [placed({ lines })], {
        locale,
        contact: { customer, ship_to },
      });
      expect(email.subject).toMatch(/^[^\p{Cc}\u2028\u2029\u202e]{5,160}$/u);
      expect(email.html.replace(jsonLd, '')).not.toMatch(/<script|<b>|" onmouseover|javascript:/);
      expect(email.html).not.toMatch(/\u202e/);
      // One line of theirs is one line of ours: a name cannot write a sentence of the shop.
      expect(email.text).not.toMatch(/^(Bcc|Hello)/m);
      expect(Buffer.byteLength(email.html)).toBeLessThan(gmail_clips_bytes);
    }
  });

  test('a name from right to left keeps to itself', () => {
    const lines = [{ ...bookOne(), title: hostile.hebrew }];
    expect(renderStory('order_confirmed', [placed({ lines })]).subject).toBe(
      'Order confirmed: \u2068ספר אחד\u2069',
    );
  });

  test('a title of which nothing can be seen is called by its number in the shop', () => {
    const lines = [{ ...bookOne(), title: '\u200b\u2060\ufeff', sku: 'B-17' }];
    expect(renderStory('order_confirmed', [placed({ lines })]).subject).toBe('Order confirmed: B-17');
  });

  test('no character is torn', () => {
    const lines = [{ ...bookOne(), title: hostile.emoji }];
    for (const { subject, html, text } of [renderStory('order_confirmed', [placed({ lines })])]) {
      expect([subject, html, text].every((part) => part.isWellFormed())).toBe(true);
    }
  });

  test('an unknown language reads English, an unknown region of one of ours reads that', () => {
    expect(renderStory('order_confirmed', [placed()], { locale: 'tlh' }).html).toContain('<html lang="en"');
    expect(renderStory('order_confirmed', [placed()], { locale: 'ru-KZ' }).html).toContain('<html lang="ru"');
    expect(renderStory('order_confirmed', [placed()], { locale: '{{' }).html).toContain('<html lang="en"');
  });

  test('what looks like a template is text', () => {
    const lines = [{ ...bookOne(), title: hostile.liquid }];
    expect(seen(renderStory('order_confirmed', [placed({ lines })]).html)).toContain('{{ shop }}{% raw %}');
  });

  test('an order of a thousand lines fits into a mail', () => {
    const lines = Array.from({ length: 1000 }, (_, index) => ({
      ...bookOne(),
      id: `${index}`,
      title: 'ż'.repeat(500),
    }));
    const { html, text } = renderStory('order_confirmed', [placed({ lines })], { locale: 'pl' });
    expect(Buffer.byteLength(html)).toBeLessThan(gmail_clips_bytes);
    expect(text).toContain('I jeszcze 960 produktów');
  });

  test('an erased buyer leaves no gap', () => {
    const customer = { id: null, email: '', name: null, phone: null };
    const nowhere = { name: null, line1: null, line2: null, city: null, region: null, postal_code: null };
    const ship_to = { ...nowhere, country: 'US', pickup_point: null };
    const { text } = renderStory('order_confirmed', [placed()], { contact: { customer, ship_to } });
    expect(text).toContain('Thank you for your order.');
    expect(text).not.toContain('Going to');
  });
});

function bookOne() {
  const placedFact = placed();
  if (placedFact.type !== 'OrderPlaced') throw new Error('not placed');
  return placedFact.data.lines[0]!;
}

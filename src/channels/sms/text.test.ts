import { describe, expect, test } from 'vitest';
import { oneLine } from '../../lib/one-line.ts';
import { offeredLocales } from '../../lib/words.ts';
import type { FactData } from '../../modules/facts.ts';
import { dispatched, placed, scanned } from '../../modules/notifications/example-facts.ts';
import { NOTIFICATION_TYPES, tell, typeNamed } from '../../modules/notifications/index.ts';
import type { ExampleFact } from '../../modules/notifications/type.ts';
import type { PlacedLine } from '../../modules/orders/facts.ts';
import { tellStory } from '../email/render/examples.ts';
import { clean } from './clean.ts';
import { measure } from './segments.ts';
import { segments_max, writeText } from './text.ts';

const link = 'https://shop.example/o/1.3s1wCqFEyPXv5lB1o9GDfjxJDrC5yYpZ8VQz2nQf0aXk';
const links = { order: link, cancel: () => link, delay: () => link, withdraw: link };

interface Wanted {
  locale?: string;
  facts?: readonly ExampleFact[];
  title?: string;
  shop?: string;
  ending?: string | null;
  address?: string;
}

function expectToFit(text: string): void {
  const { alphabet, segments } = measure(text);
  expect(segments).toBeLessThanOrEqual(segments_max[alphabet]);
}

/** A type's example as a text; `title` names everything that was ordered. */
function textOf(type: string, wanted: Wanted = {}): string {
  const { locale = 'en', facts = typeNamed(type).example, title, ending = null } = wanted;
  const { notification, told } = tellStory(type, facts, { locale });
  const named = (length_max: number) => ({
    ...told.order!,
    lines: told.order!.lines.map((line) => ({ ...line, title: oneLine(title ?? line.title, length_max) })),
  });
  const shop = { ...told.shop, name: wanted.shop ?? 'Altenberg' };
  const inShort = (length_max: number) => tell(notification, { ...told, order: named(length_max) });
  const address = wanted.address ? { ...links, order: wanted.address } : links;
  return writeText({ words: told.words, shop, links: address, inShort }, ending);
}

describe.each(offeredLocales())('in %s', (locale) => {
  test.each(NOTIFICATION_TYPES.filter(({ also }) => also.includes('sms')).map(({ name }) => name))(
    '%s fits and ends with its link',
    (type) => {
      const text = textOf(type, { locale });
      expectToFit(text);
      expect(text).toMatch(/^(Altenberg: |【Altenberg】)/);
      expect(text.endsWith(` ${link}`)).toBe(true);
      expect(text).not.toMatch(/\p{Cc}|\.\.\.\.|\.\.\s|undefined|null/u);
    },
  );
});

const out_for_delivery = 'shipment_out_for_delivery';

test('English news of a title of ordinary length is one segment', () => {
  const text = textOf(out_for_delivery, { title: 'Second book' });
  expect(text).toBe(`Altenberg: Out for delivery Tuesday 22 July: Second book. ${link}`);
  expect(measure(text)).toMatchObject({ alphabet: 'gsm', segments: 1 });
});

test('Polish loses its marks only where they cost a segment', () => {
  const text = textOf(out_for_delivery, { locale: 'pl', title: 'Gęś' });
  expect(text).toContain('Altenberg: W doreczeniu');
  expect(measure(text)).toMatchObject({ alphabet: 'gsm', segments: 1 });
  const short = textOf(out_for_delivery, { locale: 'pl', title: 'Gęś', address: 'https://x.pl/o/1' });
  expect(short).toContain('Gęś');
  expect(measure(short)).toMatchObject({ alphabet: 'ucs2', segments: 1 });
});

test('a title is shortened before a segment more is paid for it, but not beyond recognition', () => {
  const title = 'The Remarkable Adventures of a Very Patient Bookseller';
  const text = textOf(out_for_delivery, { title });
  expect(measure(text).segments).toBe(1);
  expect(text).toContain('The Remarkable Adventures');
  expect(text).not.toContain('Bookseller');
});

function bookOf(id: string): PlacedLine {
  return (placed().data as FactData['OrderPlaced']).lines.find((line) => line.id === id)!;
}

test('the money to have ready is said, and costs a segment rather than being left out', () => {
  const alone = [bookOf('1')];
  const order = placed({ lines: alone, payment_method: 'cash_on_delivery', payment_status: 'pending' });
  const facts = [order, dispatched(), scanned('out_for_delivery')];
  const { brief } = tellStory(out_for_delivery, facts).told.message;
  expect(brief).toHaveLength(1);
  const text = textOf(out_for_delivery, { facts });
  expect(text).toContain(brief![0]);
});

/** "10 September" in the letters of a text. */
function datesIn(locale: string): RegExp {
  return { en: /10 September/, pl: /10 wrze[śs]nia/, ru: /10 сентября/, 'zh-Hans': /9月10日/ }[locale]!;
}

test.each([
  ['ten thousand letters', 'a'.repeat(10_000)],
  ['ten thousand pictures', '😀'.repeat(10_000)],
  ['ten thousand Chinese letters', '书'.repeat(10_000)],
  ['a family', '👩‍👩‍👧‍👦'.repeat(100)],
  ['a heap of accents', `a${'\u0301'.repeat(5_000)}`],
  ['line ends and a header', 'Book\r\nBcc: x@y.z\r\n\r\nHello'],
  ['controls', 'Bo\u0000ok\u001b[31m\u0007'],
  ['written from the right', '\u202eexe.book\u202c ספר \u2067x\u2069'],
  ['nothing to be seen', '\u200b\u200d\u2060\ufeff\u00ad'],
  ['half a character', 'Book \ud83d'],
  ['extension characters', '[]{}€^~|\\'.repeat(50)],
])('a title of %s', (_name, title) => {
  for (const locale of offeredLocales()) {
    const text = textOf('promise_revised', { locale, title, ending: 'STOP ends texts.' });
    expectToFit(text);
    expect(text).toContain(link);
    // The news is in the dates: they are never what is cut.
    expect(text).toMatch(datesIn(locale));
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toMatch(/\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]|\u200d\s/u);
  }
});

test('an address longer than two segments is still whole', () => {
  const address = `https://${'x'.repeat(400)}.example/o/1`;
  expect(textOf(out_for_delivery, { address })).toContain(address);
});

test('a shop with an absurd name', () => {
  const text = textOf(out_for_delivery, { shop: `${'Ж'.repeat(99)}\u202e` });
  expectToFit(text);
  expect(text).toContain(link);
});

test.each([
  ['a\r\n\tb', 'a b'],
  ['\u202eabc\u202c', 'abc'],
  ['👩‍💻', '👩‍💻'],
  ['a\u200db', 'ab'],
  ['z\u0301\u0302\u0303\u0304', 'z\u0301\u0302'],
  ['\ud83d', ''],
])('%j is seen as %j', (text, seen) => expect(clean(text)).toBe(seen));

import { describe, expect, test } from 'vitest';
import { LOCALES, wordsFor } from '../../../lib/words.ts';
import type { Message } from '../message.ts';
import { digestMessage, type News } from './message.ts';

const message = (subject: string, changes: Partial<Message> = {}): Message => ({
  ...{ subject, label: 'Shipped', tone: 'good', headline: subject, sections: [], brief: [] },
  sentences: ['It left today.', 'The rest follows.'],
  ...changes,
});

const news = (order_number: string, subject: string, changes: Partial<News> = {}): News => ({
  ...{ order_number, at: '2026-03-02T11:00:00Z', time_zone: 'Europe/Warsaw' },
  ...{ message: message(subject), url: `https://tidings.test/o/${order_number}` },
  ...changes,
});

const english = wordsFor('en');
const many = (count: number, order = 'A') =>
  Array.from({ length: count }, (_, index) => news(order, `News ${index + 1}`));

test('is by order, in the order in which each was last heard of', () => {
  const { sections } = digestMessage([news('B', 'three'), news('A', 'two'), news('B', 'one')], english);
  expect(sections).toEqual([
    {
      ...{ kind: 'items', heading: 'Order B', more: null },
      items: [
        {
          ...{ title: 'three', image_url: null, detail: '2 March, 12:00', amount: null },
          note: 'It left today. The rest follows.',
          action: null,
        },
        expect.objectContaining({
          title: 'one',
          action: { label: 'See your order', url: 'https://tidings.test/o/B' },
        }),
      ],
    },
    expect.objectContaining({ heading: 'Order A' }),
  ]);
});

test('alone, a piece of news has its own subject', () => {
  expect(digestMessage([news('A', 'Shipped: a book')], english).subject).toBe('Shipped: a book');
  expect(digestMessage([...many(2), news('B', 'x')], english).subject).toBe('3 updates about 2 orders');
  expect(digestMessage(many(2), english).subject).toBe('2 updates about your order');
});

test('needs attention when one of its news does', () => {
  const late = news('B', 'late', { message: message('late', { tone: 'late' }) });
  expect(digestMessage([news('A', 'good'), late], english).tone).toBe('late');
  expect(digestMessage([news('A', 'good')], english).tone).toBe('good');
});

test('a buyer of many things gets a mail that can be read, and learns of the rest', () => {
  const [section] = digestMessage(many(9), english).sections;
  expect(section).toMatchObject({ items: { length: 6 }, more: 'and 3 earlier updates on the order’s page' });
  const orders = Array.from({ length: 20 }, (_, index) => news(`order-${index + 1}`, 'x'));
  const { sections, headline } = digestMessage(orders, english);
  expect(headline).toBe('20 updates about 20 orders');
  expect(sections).toHaveLength(13);
  expect(sections.at(-1)).toMatchObject({
    heading: 'There is also news about 8 more orders',
    lines: { length: 8, 0: 'Order order-13' },
  });
});

describe.each(LOCALES)('in %s', (locale) => {
  test.each([1, 2, 5, 12, 22])('%d pieces of news', (count) => {
    const { subject, label, headline, sentences } = digestMessage(
      Array.from({ length: count }, (_, index) => news(`A-${index}`, 'x')),
      wordsFor(locale),
    );
    for (const text of [subject, label, headline, ...sentences]) {
      expect(text).not.toMatch(/[{}]|undefined|digest\./);
      expect(text.trim()).toBe(text);
    }
    if (count > 1) expect(headline).toContain(String(count));
  });
});

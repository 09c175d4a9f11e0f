import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../lib/words.ts';
import { PERSONAL_TYPES } from '../../modules/notifications/personal/index.ts';
import { exampleMessages } from '../examples.ts';

const messages = PERSONAL_TYPES.flatMap(({ name }) => LOCALES.map((locale) => [name, locale] as const));

describe.each(messages)('%s in %s', (name, locale) => {
  const { email, sms, push } = exampleMessages(name, locale);

  test('leaves nothing unsaid or unfilled, and is about no order', () => {
    for (const part of [email.subject, email.html, email.text]) {
      expect(part).not.toMatch(/\{\{|\{%|undefined|null|NaN|\[object|Invalid Date|mail\.\w+/);
    }
    expect(email.subject).toMatch(/^[^\r\n]{8,160}$/);
    expect(email.html).not.toContain('application/ld+json');
    expect([sms, push]).toEqual([null, null]);
  });

  test('says how to tell it from a forged one', () => {
    expect(email.text.replace(/\s+/g, ' ')).toContain('orders.harbour.example/verify');
  });
});

test('a code is a personal message of its own, readable on a lock screen', () => {
  expect(exampleMessages('sign_in_code', 'en').email.subject).toBe('482 915 is your code for Harbour Books');
});

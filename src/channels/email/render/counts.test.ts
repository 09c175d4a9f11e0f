import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../lib/words.ts';
import { NOTIFICATION_TYPES } from '../../../modules/notifications/index.ts';
import type { ExampleFact } from '../../../modules/notifications/type.ts';
import { writeText } from '../../sms/text.ts';
import { renderStory, tellStory } from './examples.ts';
import { letterOf } from './render-email.ts';
import { lackOf } from './required-parts.ts';

/** CLDR's forms: Polish 1 one, 2 and 22 few, 5 many; Russian 1 one, 2 and 22 few, 5 many; and nothing at all. */
const counts = [0, 1, 2, 5, 22];

type Entry = { line?: string; id?: string };

/** The same story about as many lines. An order has at least one; what happened may concern none of it any more. */
function aboutLines(facts: readonly ExampleFact[], count: number): ExampleFact[] {
  return facts.map((fact) => {
    const data = Object.entries(fact.data).map(([name, value]) => {
      if (!Array.isArray(value) || (name !== 'lines' && name !== 'moves')) return [name, value];
      const placed = fact.type === 'OrderPlaced';
      return [name, copies(value as Entry[], placed ? Math.max(1, count) : count)];
    });
    return { ...fact, data: Object.fromEntries(data) } as ExampleFact;
  });
}

function copies(entries: Entry[], count: number): Entry[] {
  const [model] = entries;
  if (!model) return entries;
  const ids = Array.from({ length: count }, (_, index) => String(index + 1));
  return ids.map((id) => ('line' in model ? { ...model, line: id } : { ...model, id }));
}

describe.each(LOCALES)('in %s', (locale) => {
  test.each(NOTIFICATION_TYPES.map((type) => [type.name, type] as const))('%s', (name, type) => {
    for (const count of counts) {
      // A seller is told of lines of its own; a promise about nothing is not revised, and nobody is asked about nothing.
      const of_something = ['promise_revised', 'consent_needed'].includes(name) || type.audience === 'seller';
      if (count === 0 && of_something) continue;
      const facts = aboutLines(type.example, count);
      const { subject, html, text } = renderStory(name, facts, { locale });
      const { notification, told } = tellStory(name, facts, { locale });
      expect(lackOf(html, letterOf(notification.id, told))).toBeNull();
      const sms = type.also.includes('sms') ? writeText(told, null) : '';
      for (const part of [subject, html, text, sms]) {
        expect(`${count}: ${part}`).not.toMatch(
          /\{\{|\{%|undefined|null|NaN|\[object|Invalid Date|mail\.\w+/,
        );
      }
      expect(subject).toMatch(/^[^\r\n]{5,160}$/);
    }
  });
});

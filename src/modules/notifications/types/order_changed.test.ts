import { describe, expect, test } from 'vitest';
import { wordsFor } from '../../../lib/words.ts';
import type { Effects } from '../../../story/index.ts';
import { exampleOf, stateOf, storyOf } from '../example.ts';
import { orderChanged as changed, dispatched, paid, placed } from '../example-facts.ts';
import { nameExample } from '../naming.ts';
import { react } from '../react.ts';
import { tell } from '../tell.ts';
import type { ExampleFact } from '../type.ts';
import { orderChanged } from './order_changed.ts';

/** Who is told of the last fact of a story. */
function told(facts: readonly ExampleFact[]): string[] {
  const story = storyOf(facts);
  const effects: Effects = { rows: [], jobs: [] };
  react(nameExample, story.at(-1)!, stateOf(story), effects);
  const notifications = effects.rows.filter(({ set }) => set.table === 'notifications');
  return notifications.map(({ values }) => `${values.type} ${values.recipient}`);
}

describe('a change is told', () => {
  test('to the buyer, and to who is to send it', () => {
    expect(told([placed(), changed()])).toEqual(['order_changed customer', 'sale_changed s-1']);
  });

  test('of an e-mail address to the buyer alone', () => {
    const email = changed({ kinds: ['email'], surcharge: 0 });
    expect(told([placed(), email])).toEqual(['order_changed customer']);
  });

  test('to no seller who has sent it, or does not know of it yet', () => {
    const everything = [
      { line: '1', quantity: 1 },
      { line: '2', quantity: 1 },
    ];
    const phone = changed({ kinds: ['phone'], surcharge: 0 });
    expect(told([placed(), dispatched({ lines: everything }), phone])).toEqual(['order_changed customer']);
    const unpaid = placed({ payment_method: 'transfer', payment_status: 'pending' });
    expect(told([unpaid, changed()])).toEqual(['order_changed customer']);
  });
});

describe('the message to the buyer', () => {
  const messageOf = (facts: readonly ExampleFact[], note: string | null) => {
    const { notification, order } = exampleOf(orderChanged, 'en', facts);
    const shop = {
      name: 'Harbour',
      public_url: 'https://harbour.example',
      mail_from: 'desk@harbour.example',
    };
    return tell(notification, { order, words: wordsFor('en'), links: null, shop, note });
  };

  test('says what stood there before as it was covered, and what still stands to be paid', () => {
    const { subject, sentences, sections } = messageOf(
      [placed(), changed()],
      'A*** B***, 1*** M***\nb***@example.com',
    );
    expect(subject).toMatch(/^Order .+ changed: delivery address/);
    expect(sentences).toContain('The order costs $6.00 more because of it.');
    const before = sections.find((section) => section.kind === 'lines' && section.heading === 'Before');
    expect(before).toMatchObject({ lines: ['A*** B***, 1*** M***', 'b***@example.com'] });
    const figures = sections.flatMap((section) => (section.kind === 'figures' ? section.figures : []));
    expect(figures.map(({ value }) => value)).toEqual(['$6.00', '$59.97', '$6.00']);
  });

  test('of an erased note says nothing of before', () => {
    const { sections } = messageOf([placed(), changed()], null);
    expect(sections.some((section) => section.kind === 'lines' && section.heading === 'Before')).toBe(false);
  });

  test('asks for no money that has come', () => {
    const { sections } = messageOf([placed(), changed(), paid(600)], null);
    const figures = sections.flatMap((section) => (section.kind === 'figures' ? section.figures : []));
    expect(figures).toHaveLength(2);
  });
});

import type { Html } from '../../../lib/html.ts';
import type { OpenCase } from '../../../modules/cases/commands.ts';
import type { LineQuantity } from '../../../modules/orders/facts.ts';
import { type Asking, helpPath, message_length_max } from './ask-page.ts';
import { cancelConsequences, checksFirst, quantityField } from './before.ts';
import type { Fields } from './forms.ts';
import { readWish, type WishKind, wishFields } from './missed.ts';
import type { Opened } from './open.ts';
import { type Subject, TOPICS_OF_ITEMS, type Topic } from './topics.ts';
import { worthOf } from './worth.ts';

/** What somebody wants to ask about an order of theirs. */
export interface Wanted extends Opened {
  topic: Topic;
  subject: Subject;
  wish: WishKind | null;
}

/** What a topic's form has beside the words: checks, consequences, a wish. */
export function partsOf(wanted: Wanted, asking: Asking, query: Fields): { before?: Html; fields?: Html } {
  const { stored, reading, topic, subject, wish } = wanted;
  if (topic === 'not_received') return { before: checksFirst(reading) };
  if (wish) return { fields: wishFields(reading, wish) };
  if (topic !== 'cancellation') return {};
  const worth = worthOf(stored.state, subject.lines[0]!.line, Number(query.quantity));
  const [path = ''] = helpPath(reading, asking).split('?');
  return { before: cancelConsequences(reading, worth, path), fields: quantityField(worth.quantity) };
}

/** What would be asked, or in words what is missing. */
export function bodyOf(
  wanted: Wanted,
  fields: Fields,
  form_id: string,
): Omit<OpenCase['body'], 'print'> | string {
  const { topic, subject, wish } = wanted;
  const { words } = wanted.reading;
  const message = (fields.message ?? '').trim().slice(0, message_length_max);
  if (topic === 'question' && message === '') return words.say('case.ask.say_something');
  const wished = wish && readWish(wanted.reading, wish, fields);
  if (topic === 'missed_delivery' && !wished) return words.say('case.ask.wish_incomplete');
  const lines = linesOf(wanted, fields);
  if (TOPICS_OF_ITEMS.includes(topic) && lines.length === 0) return words.say('case.ask.which_none');
  const text = [wished?.text, message].filter(Boolean).join('\n\n') || words.say(`case.topic.${topic}`);
  const { seller, shipment } = subject;
  return {
    ...{ case: form_id, kind: topic, from: 'buyer', seller, lines, shipment: shipment?.id ?? null },
    ...{ wish: wished?.wish ?? null, text },
  };
}

function linesOf({ stored, topic, subject }: Wanted, fields: Fields): LineQuantity[] {
  const { lines, of } = subject;
  if (topic === 'cancellation') {
    const { line, quantity } = worthOf(stored.state, lines[0]!.line, Number(fields.quantity));
    return [{ line, quantity }];
  }
  if (TOPICS_OF_ITEMS.includes(topic)) {
    return lines.flatMap(({ line, quantity }, index) => {
      const units = Number(fields[`units-${index}`]);
      return Number.isInteger(units) && units >= 1 && units <= quantity ? [{ line, quantity: units }] : [];
    });
  }
  return 'line' in of ? lines : [];
}

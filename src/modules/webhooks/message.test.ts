import { expect, test } from 'vitest';
import type { FactType } from '../facts.ts';
import { EVENT_EXAMPLES } from './event-examples.ts';
import { body_bytes_max, bodyOf, type ToldFact } from './message.ts';

const told = (data: object): ToldFact => ({
  type: 'PromiseRevised',
  version: 7,
  at: '2026-03-02T12:00:00Z',
  recorded_at: '2026-03-02T12:00:01Z',
  actor: 'shop',
  data,
});

test('tells the fact as the story shows it', () => {
  const body = bodyOf('o-1', told({ lines: [], reason: 'reprint', delay: true }));
  expect(JSON.parse(body)).toEqual({
    type: 'promise.revised',
    timestamp: '2026-03-02T12:00:00Z',
    data: {
      order: 'o-1',
      version: 7,
      at: '2026-03-02T12:00:00Z',
      recorded_at: '2026-03-02T12:00:01Z',
      actor: 'shop',
      lines: [],
      reason: 'reprint',
      delay: true,
    },
  });
});

test.each([
  [['lines'], { lines: Array(500).fill({ title: 'x'.repeat(500) }), reason: 'reprint' }],
  [
    ['lines', 'moves'],
    { lines: Array(900).fill('y'.repeat(30)), moves: Array(800).fill('z'.repeat(30)), reason: 'reprint' },
  ],
  [['lines'], { lines: 'ą'.repeat(11_000), reason: 'reprint' }],
])('leaves out %j, which would make it too large, and says so', (omitted, data) => {
  const body = bodyOf('o-1', told(data));
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(body_bytes_max);
  const { data: shown } = JSON.parse(body);
  expect(shown).toEqual({
    ...{
      order: 'o-1',
      version: 7,
      at: '2026-03-02T12:00:00Z',
      recorded_at: '2026-03-02T12:00:01Z',
      actor: 'shop',
    },
    ...{ reason: 'reprint', omitted },
  });
});

test.each(Object.keys(EVENT_EXAMPLES) as FactType[])('keeps to itself by what we know %s again', (type) => {
  const { data } = JSON.parse(bodyOf('o-1', { ...told(EVENT_EXAMPLES[type].data), type }));
  for (const internal of ['content_hash', 'notify', 'fingerprint', 'tell', 'print']) {
    expect(data).not.toHaveProperty(internal);
  }
  expect(data).toMatchObject({ order: 'o-1', version: 7 });
});

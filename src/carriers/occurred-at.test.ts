import { expect, it } from 'vitest';
import { occurredAt } from './occurred-at.ts';

it.each([
  ['with Z', '2026-03-02T10:00:00Z', null, '2026-03-02T10:00:00Z'],
  ['with an offset', '2026-03-02T10:00:00+01:00', 'USA', '2026-03-02T09:00:00Z'],
  ['with an offset without a colon', '2026-03-02 10:00:00 -0500', null, '2026-03-02T15:00:00Z'],
  ['with a fraction', '2026-03-02T10:00:00.999Z', null, '2026-03-02T10:00:00Z'],
  ['local in Poland, winter', '2026-03-02T10:00:00', 'POL', '2026-03-02T09:00:00Z'],
  ['local in Poland, summer', '2026-07-02T10:00', 'PL', '2026-07-02T08:00:00Z'],
  ['local in the hour that does not exist', '2026-03-29T02:30:00', 'PL', '2026-03-29T01:30:00Z'],
  ['local in the hour that comes twice', '2026-10-25T02:30:00', 'PL', '2026-10-25T00:30:00Z'],
  ['local nowhere', '2026-03-02T10:00:00', null, '2026-03-02T10:00:00Z'],
  ['local in no country', '2026-03-02T10:00:00', 'Mars', '2026-03-02T10:00:00Z'],
  ['a date alone', '2026-03-02', null, '2026-03-02T12:00:00Z'],
  ['a date alone in America', '2026-03-02', 'USA', '2026-03-02T18:00:00Z'],
  ['a date alone in New Zealand', '2026-03-02', 'NZL', '2026-03-01T23:00:00Z'],
  ['a date that does not exist', '2026-02-30', null, null],
  ['no such day', '2026-02-30T10:00:00Z', null, null],
  ['no such hour', '2026-02-20T25:00:00Z', null, null],
  ['a year nobody meant', '0001-01-01T00:00:00', null, null],
  ['words', 'yesterday', null, null],
  ['seconds', '1772900000', null, null],
  ['nothing', null, 'PL', null],
])('%s', (_name, written, country, expected) => {
  expect(occurredAt(written, country)).toBe(expected);
});

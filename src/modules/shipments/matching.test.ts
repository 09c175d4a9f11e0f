import { expect, it } from 'vitest';
import { matchShipment } from './matching.ts';

const shipment = (name: string, carrier: string | null, day: string) => ({
  order: name,
  shipment: name,
  carrier,
  dispatched_at_ms: Date.parse(`2026-03-${day}T00:00:00Z`),
});

const scan = (carrier: string | null, day: string) => ({ carrier, occurred_at: `2026-03-${day}T12:00:00Z` });

const january = shipment('january', 'ups', '01');
const june = shipment('june', 'ups', '20');
const unnamed = shipment('unnamed', null, '10');
const other = shipment('other', 'dhl', '10');

it.each([
  ['the only one of the carrier', [january], scan('ups', '05'), january],
  ['one without a carrier, when it is the only one', [unnamed], scan('ups', '12'), unnamed],
  ['one without a carrier, when the others are of another', [unnamed, other], scan('ups', '12'), unnamed],
  ['one of the carrier before one without', [unnamed, january], scan('ups', '12'), january],
  ['none of two without a carrier', [unnamed, { ...unnamed, shipment: 'b' }], scan('ups', '12'), null],
  ['none of another carrier', [other], scan('ups', '12'), null],
  ['the newest dispatched before the scan', [january, june], scan('ups', '19'), january],
  ['the newest dispatched before the scan, again', [june, january], scan('ups', '21'), june],
  [
    'the first, when all were dispatched after the scan',
    [june, shipment('x', 'ups', '22')],
    scan('ups', '02'),
    june,
  ],
  ['the only one, when the scan names no carrier', [january], scan(null, '02'), january],
  [
    'the newest before, when all are of one carrier and the scan names none',
    [january, june],
    scan(null, '25'),
    june,
  ],
  [
    'none, when the scan names no carrier and several could be meant',
    [january, other],
    scan(null, '25'),
    null,
  ],
  ['none of none', [], scan('ups', '01'), null],
])('a scan finds %s', (_what, candidates, reported, found) => {
  expect(matchShipment(candidates, reported)).toBe(found);
});

import { describe, expect, it } from 'vitest';
import { movesShipment, parseFlag, parseStage, STAGE_RANK, STAGES } from './stages.ts';

describe('stages', () => {
  it('are fourteen, each named once', () => {
    expect(STAGES).toHaveLength(14);
    expect(new Set(STAGES).size).toBe(14);
  });

  it('move a shipment, except the three that are no news about the parcel', () => {
    expect(STAGES.filter((stage) => !movesShipment(stage))).toEqual(['unknown', 'not_found', 'expired']);
  });

  it('never tie with each other once they move a shipment', () => {
    const ranks = STAGES.filter(movesShipment).map((stage) => STAGE_RANK[stage]);
    expect(new Set(ranks).size).toBe(ranks.length);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(STAGE_RANK.delivered).toBe(Math.max(...ranks));
  });

  it('are read in both spellings of cancelled and in no other shape', () => {
    expect(parseStage('canceled')).toBe('cancelled');
    expect(parseStage('cancelled')).toBe('cancelled');
    for (const stage of STAGES) expect(parseStage(stage)).toBe(stage);
    for (const other of ['', 'Delivered', 'delivered ', 'toString', 'lost'])
      expect(parseStage(other)).toBeNull();
  });

  it('have three flags', () => {
    expect(['delayed', 'held', 'action_required', 'Delayed'].map(parseFlag)).toEqual([
      'delayed',
      'held',
      'action_required',
      null,
    ]);
  });
});

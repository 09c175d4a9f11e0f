import { describe, expect, test } from 'vitest';
import { afterEcho, type Echo, objectionTo, type Standing, unknown_standing } from './standing.ts';

const at = (day: number, hour = 12) => Date.UTC(2026, 2, day, hour);
const soft = (day: number, hour?: number): Echo => ({
  ...{ kind: 'soft_bounce', at_ms: at(day, hour), reason: 'mailbox_full', status: '4.2.2' },
});
const standingAfter = (...echoes: Echo[]): Standing => echoes.reduce(afterEcho, unknown_standing);

describe('what bounces for good', () => {
  const hard: Echo = { kind: 'hard_bounce', at_ms: at(2), reason: 'no_such_mailbox', status: '5.1.1' };

  test('stops every mail to the address', () => {
    const standing = standingAfter(hard);
    expect(standing.stopped).toEqual({ at_ms: at(2), reason: 'no_such_mailbox', status: '5.1.1' });
    for (const type_class of ['mandatory', 'operational', 'promotional'] as const) {
      expect(objectionTo(standing, type_class)).toBe('address_bounced');
    }
  });

  test('the first one is the one that counts', () => {
    expect(standingAfter(hard, { ...hard, at_ms: at(9), status: '5.1.2' })).toEqual(standingAfter(hard));
  });
});

describe('what could not be delivered for the moment', () => {
  test('once or on a few days stops nothing', () => {
    expect(objectionTo(standingAfter(soft(1)), 'promotional')).toBeNull();
    expect(standingAfter(soft(1), soft(2), soft(3), soft(4), soft(5)).stopped).toBeNull();
  });

  test('counts a day once, and a late report of an earlier day not at all', () => {
    expect(standingAfter(soft(3, 1), soft(3, 9), soft(3, 23), soft(2)).soft).toMatchObject({ days: 1 });
  });

  test('on five days over two weeks is a mailbox that nobody empties', () => {
    expect(standingAfter(soft(1), soft(4), soft(8), soft(12)).stopped).toBeNull();
    expect(standingAfter(soft(1), soft(4), soft(8), soft(12), soft(15)).stopped).toMatchObject({
      reason: 'mailbox_full',
    });
  });

  test('is forgotten after a month without', () => {
    const april = { ...soft(1), at_ms: Date.UTC(2026, 4, 1) } as Echo;
    expect(standingAfter(soft(1), soft(4), soft(8), soft(12), april).soft?.days).toBe(1);
  });
});

test('who complained still gets what contract or law asks for, and nothing else', () => {
  const standing = standingAfter({ kind: 'complaint', at_ms: at(1) });
  expect(objectionTo(standing, 'mandatory')).toBeNull();
  expect(objectionTo(standing, 'operational')).toBe('address_complained');
  expect(objectionTo(standing, 'promotional')).toBe('address_complained');
});

test('of an address nobody knows anything of, nothing stands in the way', () => {
  expect(objectionTo(null, 'promotional')).toBeNull();
});

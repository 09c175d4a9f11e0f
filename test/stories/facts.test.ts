import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FactType } from '../../src/modules/facts.ts';
import { type Fact, fold } from '../../src/story/index.ts';
import { composition } from '../support/stories.ts';

/**
 * Facts as they were stored, kept for ever: what was once written must fold today and in ten years. A new type of
 * fact, or a new shape of one, gets a story of its own beside the others; the ones that are there are never edited.
 * `<story>.state.json` is what the story folds to; it may change together with STATE_VERSION.
 */
const folder = join(import.meta.dirname, '../../fixtures/facts');
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const STORIES = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.state.json'));

/** The compiler refuses a list that misses a type. */
const TYPES = Object.keys({
  OrderPlaced: 1,
  OrderHandedOff: 1,
  HandlingBegun: 1,
  ShipByNeared: 1,
  PackingBegun: 1,
  InvoiceIssued: 1,
  PromiseRevised: 1,
  PaymentReceived: 1,
  RefundIssued: 1,
  RefundSettled: 1,
  RefundFailed: 1,
  ShipmentDispatched: 1,
  OrderSplit: 1,
  ShipmentChanged: 1,
  ShipmentVoided: 1,
  ShipmentCorrected: 1,
  ScanRecorded: 1,
  ShipmentDelivered: 1,
  PickupExpiryNeared: 1,
  LinesCanceled: 1,
  DecisionAsked: 1,
  DelayDecided: 1,
  DecisionClosed: 1,
  PromisePassed: 1,
  ShipmentStalled: 1,
  ForecastChanged: 1,
  OrderChanged: 1,
  CaseOpened: 1,
  CaseMessageAdded: 1,
  CaseAnswerNeared: 1,
  CaseOverdue: 1,
  CaseClosed: 1,
  WithdrawalDeclared: 1,
  BuyerErased: 1,
} satisfies Record<FactType, 1>);

describe.each(STORIES)('the stored story %s', (name) => {
  const facts: Fact[] = read(name);

  test('has every version once, in order', () => {
    expect(facts.map((fact) => fact.version)).toEqual(facts.map((_, index) => index + 1));
  });

  test('still folds to its state', () => {
    const state = fold(composition, facts);
    expect(JSON.parse(JSON.stringify(state))).toEqual(read(name.replace('.json', '.state.json')));
  });

  test('and every fact of it leaves a trace in the state', () => {
    for (const [index, fact] of facts.entries()) {
      const without = JSON.stringify(fold(composition, facts.slice(0, index)));
      const state = JSON.stringify(fold(composition, facts.slice(0, index + 1)));
      expect(state, `${fact.type} at version ${fact.version}`).not.toBe(without);
    }
  });
});

test.each(TYPES)('%s has a stored example', (type) => {
  const stored = STORIES.flatMap((name) => read(name) as Fact[]);
  expect(stored.map((fact) => fact.type)).toContain(type);
});

test('no stored fact is of a type that was dropped', () => {
  const stored = STORIES.flatMap((name) => read(name) as Fact[]);
  for (const { type } of stored) expect(TYPES).toContain(type);
});

import type { FactData } from '../facts.ts';
import type { ExampleFact } from './type.ts';

const print = 'k3JxW9sQe2LmVb7T';
const answer_due = '2008-07-18T14:00:00Z';

/** Something is asked about the first of the two books. */
export function asked(changes: Partial<FactData['CaseOpened']> = {}): ExampleFact {
  return {
    type: 'CaseOpened',
    at: '2008-07-17T14:00:00Z',
    data: {
      ...{ case: 'case-1', kind: 'wrong_item', seller: 's-1', from: 'buyer' },
      ...{ lines: [{ line: '1', quantity: 1 }], shipment: null, answer_due, print },
      ...changes,
    },
  };
}

export function said(from: 'buyer' | 'seller'): ExampleFact {
  const due = from === 'buyer' ? answer_due : null;
  return {
    type: 'CaseMessageAdded',
    at: '2008-07-17T16:00:00Z',
    data: { case: 'case-1', from, answer_due: due, print },
  };
}

export function answerNeared(): ExampleFact {
  return { type: 'CaseAnswerNeared', at: '2008-07-18T12:00:00Z', data: { case: 'case-1', answer_due } };
}

export function overdue(): ExampleFact {
  return { type: 'CaseOverdue', at: answer_due, data: { case: 'case-1', answer_due } };
}

export function settled(changes: Partial<FactData['CaseClosed']> = {}): ExampleFact {
  return {
    type: 'CaseClosed',
    at: '2008-07-18T15:00:00Z',
    data: { case: 'case-1', outcome: 'resolved', by: 'seller', cancellation: null, ...changes },
  };
}

export function packingBegun(lines = [{ line: '1', quantity: 1 }]): ExampleFact {
  return { type: 'PackingBegun', at: '2008-07-17T12:00:00Z', data: { lines } };
}

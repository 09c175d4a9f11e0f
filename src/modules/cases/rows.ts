import type { Row, RowSet } from '../../story/index.ts';
import type { Case } from './state.ts';

/** What lists of cases are found and sorted by, across orders. */
const CASES: RowSet = {
  table: 'cases',
  columns: {
    order_number: 'text',
    id: 'text',
    seller: 'text',
    kind: 'text',
    status: 'text',
    opened_at: 'timestamptz',
    answer_due: 'timestamptz',
  },
  key: ['order_number', 'id'],
  on_conflict: 'update',
};

export function caseRow(order_number: string, one: Case): Row {
  const { id, seller, kind, status, opened_at, answer_due } = one;
  return { set: CASES, values: { order_number, id, seller, kind, status, opened_at, answer_due } };
}

import type { Row, RowSet } from '../../story/index.ts';
import type { Declarant } from './commands.ts';

/** Who declared a withdrawal, beside its fact. */
const WITHDRAWAL_DECLARANTS: RowSet = {
  table: 'withdrawal_declarants',
  columns: { order_number: 'text', withdrawal: 'text', name: 'text', email: 'text' },
  key: ['order_number', 'withdrawal'],
  on_conflict: 'keep',
};

export function declarantRow(order_number: string, withdrawal: string, { name, email }: Declarant): Row {
  return { set: WITHDRAWAL_DECLARANTS, values: { order_number, withdrawal, name, email } };
}

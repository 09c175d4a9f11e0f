import type { LineQuantity } from '../orders/facts.ts';
import type { OrderState } from '../orders/state.ts';
import type { Declarant, DeclareWithdrawal } from './commands.ts';
import { type FurtherCountries, hasRight } from './right.ts';

interface Wish {
  order: Pick<OrderState, 'number' | 'country'>;
  /** UUID: the same form sent twice is the same withdrawal. */
  form_id: string;
  /** Null: everything there still is to withdraw from. */
  lines: LineQuantity[] | null;
  declarant: Declarant;
  /** When it was declared, RFC 3339 UTC. */
  at: string;
  recorded_at: string;
  actor: 'customer' | 'shop';
  countries: FurtherCountries;
}

/** A withdrawal declared on a page of ours. */
export function withdrawCommand(wish: Wish): DeclareWithdrawal {
  const { order, form_id, lines, declarant, at, recorded_at, actor, countries } = wish;
  const id = withdrawalId(form_id);
  const has_right = hasRight(order.country, countries);
  const ids = { withdrawal: id, cancellation: `${id}-canceled`, refund: `${id}-refund` };
  const body = { ...ids, lines, has_right, declarant };
  return { type: 'DeclareWithdrawal', order: order.number, body, id: form_id, at, recorded_at, actor };
}

export function withdrawalId(form_id: string): string {
  return `wdr_${form_id}`;
}

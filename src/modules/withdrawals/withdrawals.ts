import type { Command, Decision, Fact, NewFact } from '../../story/index.ts';
import { nothing, refuse, refuseInvalid } from '../../story/index.ts';
import { cancelable, decide as decideCancellation } from '../cancellations/cancellations.ts';
import type { CancelLines } from '../cancellations/commands.ts';
import type { CancellationFacts } from '../cancellations/facts.ts';
import type { FactType } from '../facts.ts';
import type { LineQuantity, Move } from '../orders/facts.ts';
import { sumByLine } from '../orders/orders.ts';
import { whyNotCounted } from '../orders/quantities.ts';
import { findLine, type Line, type OrderState } from '../orders/state.ts';
import type { State } from '../state.ts';
import { acknowledge } from './acknowledgement.ts';
import type { Declarant, DeclareWithdrawal } from './commands.ts';
import type { WithdrawalFacts } from './facts.ts';
import { isWithinPeriod, withdrawableUntil } from './period.ts';
import { declarantRow } from './rows.ts';
import { awaitedQuantity, findWithdrawal, type Withdrawal } from './state.ts';

export const WITHDRAWAL_COMMANDS = ['DeclareWithdrawal'] as const satisfies DeclareWithdrawal['type'][];

/**
 * What is still here is canceled and given back in the same commit, as if the buyer had canceled it; what is packed,
 * under way or delivered is to come back. Its time never stands against a declaration: a late one is kept as such.
 */
export function decide(state: State, command: Command): Decision {
  const { order: number, at, body } = command as DeclareWithdrawal;
  const order = state.order!;
  const before = findWithdrawal(state.withdrawals, body.withdrawal);
  if (before) return nothing(resultOf(before, order, body.declarant));
  const lines = body.lines === null ? everythingLeft(state) : sumByLine(body.lines);
  const standing = whyNotWithdraw(state, body.lines, lines);
  if (standing) return standing;
  const until = body.has_right ? withdrawableUntil(state) : null;
  const within_period = body.has_right && isWithinPeriod(state, Date.parse(at));
  const canceled = cancelHere(state, command, lines, body.withdrawal, body);
  const cancellation = canceled.length > 0 ? body.cancellation : null;
  const declared = { id: body.withdrawal, lines, declared_at: at, within_period, until, cancellation };
  return {
    facts: [{ type: 'WithdrawalDeclared', data: declared }, ...canceled],
    rows: [declarantRow(number, body.withdrawal, body.declarant)],
    result: resultOf(declared, order, body.declarant),
  };
}

function resultOf(
  withdrawal: WithdrawalFacts['WithdrawalDeclared'] | Withdrawal,
  order: OrderState,
  declarant: Declarant,
) {
  const acknowledgement = acknowledge(withdrawal, order, declarant);
  return { kind: 'withdrawal', id: withdrawal.id, acknowledgement };
}

function whyNotWithdraw(
  state: State,
  asked: readonly LineQuantity[] | null,
  lines: readonly LineQuantity[],
): ReturnType<typeof refuse> | null {
  if (asked === null) {
    return lines.length > 0 ? null : refuse('nothing_to_withdraw', 'Nothing of the order is left.');
  }
  const uncounted = whyNotCounted(asked);
  if (uncounted) return uncounted;
  for (const { line: id, quantity } of lines) {
    const line = findLine(state.order!, id);
    if (!line) return refuseInvalid('unknown_line', 'lines', `There is no line ${id}.`);
    const left = withdrawable(state, line);
    if (quantity > left) return refuse(whyNotLine(state, line, left), `Line ${id} has ${left} left.`);
  }
  return null;
}

function whyNotLine(state: State, { id, quantity }: Line, left: number): string {
  if (left > 0) return 'quantity_not_withdrawable';
  if (awaitedQuantity(state.withdrawals, id) > 0) return 'line_already_withdrawn';
  return quantity.returned > 0 ? 'line_already_returned' : 'line_already_canceled';
}

/** Units of a line the buyer still has, or is still to get, and has not withdrawn from. */
export function withdrawable({ withdrawals }: Pick<State, 'withdrawals'>, { id, quantity }: Line): number {
  const { ordered, canceled, returned } = quantity;
  return Math.max(0, ordered - canceled - returned - awaitedQuantity(withdrawals, id));
}

/** All there is to withdraw from. */
export function everythingLeft(state: Pick<State, 'order' | 'withdrawals'>): LineQuantity[] {
  return state.order!.lines.flatMap((line) => {
    const quantity = withdrawable(state, line);
    return quantity > 0 ? [{ line: line.id, quantity }] : [];
  });
}

/** Facts that may put units back where they can be canceled, or take the last of a line away. */
export const FOLLOWED = ['ShipmentVoided', 'ShipmentChanged', 'LinesCanceled'] as const satisfies FactType[];

/**
 * What was withdrawn from, and turns out to be still here, is canceled then: nobody need send it to get it back.
 * One withdrawal at a time; the others follow from that.
 */
export function follow(state: State, { version }: Fact, command: Command): NewFact[] {
  for (const { id, awaited } of state.withdrawals.declared ?? []) {
    const ids = { cancellation: `${id}-${version}`, refund: `${id}-${version}-refund` };
    const facts = cancelHere(state, command, awaited, id, ids);
    if (facts.length > 0) return facts;
  }
  return [];
}

/**
 * The facts of canceling those of the units that can be, by the rules of canceling. Marked as of this withdrawal, so
 * that its buyer is told once.
 */
function cancelHere(
  state: State,
  command: Command,
  units: readonly LineQuantity[],
  withdrawal: string,
  { cancellation, refund }: { cancellation: string; refund: string },
): NewFact[] {
  const lines = units.flatMap(({ line, quantity }) => {
    const here = Math.min(quantity, cancelable(findLine(state.order!, line)!));
    return here > 0 ? [{ line, quantity: here }] : [];
  });
  if (lines.length === 0) return [];
  const body = { cancellation, refund, lines, reason: null, by: 'customer' as const };
  const decision = decideCancellation(state, { ...command, type: 'CancelLines', body } satisfies CancelLines);
  // Only what can be canceled was asked for.
  return 'refusal' in decision ? [] : decision.facts.map((fact) => marked(fact, withdrawal));
}

function marked(fact: NewFact, withdrawal: string): NewFact {
  return fact.type === 'LinesCanceled' ? { ...fact, data: { ...(fact.data as object), withdrawal } } : fact;
}

export function evolve({ order, withdrawals }: State, fact: Fact): void {
  if (fact.type === 'WithdrawalDeclared') {
    const { lines, ...declared } = fact.data as WithdrawalFacts['WithdrawalDeclared'];
    withdrawals.declared ??= [];
    withdrawals.declared.push({
      ...declared,
      lines,
      canceled: [],
      awaited: lines.map((units) => ({ ...units })),
    });
    return;
  }
  if (withdrawals.declared === undefined) return;
  const { withdrawal, moves = [] } = fact.data as { withdrawal?: string; moves?: Move[] };
  if (fact.type === 'LinesCanceled' && withdrawal !== undefined) {
    canceledOf(
      findWithdrawal(withdrawals, withdrawal)!,
      (fact.data as CancellationFacts['LinesCanceled']).lines,
    );
  }
  for (const { line, canceled = 0, returned = 0 } of moves) {
    if (returned > 0) settle(withdrawals.declared, line, returned);
    const { quantity } = findLine(order!, line)!;
    const there = quantity.ordered - quantity.canceled - quantity.returned;
    if (canceled > 0) settle(withdrawals.declared, line, awaitedQuantity(withdrawals, line) - there);
  }
}

function canceledOf(withdrawal: Withdrawal, lines: readonly LineQuantity[]): void {
  for (const { line, quantity } of lines) settle([withdrawal], line, quantity);
  withdrawal.canceled = sumByLine([...withdrawal.canceled, ...lines]);
}

/** So many units of a line are awaited no more, of the oldest withdrawals first. */
function settle(declared: readonly Withdrawal[], line: string, quantity: number): void {
  let left = quantity;
  for (const withdrawal of declared) {
    for (const units of withdrawal.awaited) {
      if (left <= 0 || units.line !== line) continue;
      const settled = Math.min(left, units.quantity);
      units.quantity -= settled;
      left -= settled;
    }
    withdrawal.awaited = withdrawal.awaited.filter((units) => units.quantity > 0);
  }
}

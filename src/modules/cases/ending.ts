import type { Acceptance, Decision, Fact, NewFact } from '../../story/index.ts';
import { nothing, refuse } from '../../story/index.ts';
import { cancelLines } from '../cancellations/cancellations.ts';
import type { LineQuantity } from '../orders/facts.ts';
import { noteRow } from '../orders/rows.ts';
import { findLine, openQuantity } from '../orders/state.ts';
import type { State } from '../state.ts';
import type { AnswerCancellation, CloseCase } from './commands.ts';
import type { CaseFacts } from './facts.ts';
import { type Case, casesOf } from './state.ts';
import type { CaseOutcome } from './vocabulary.ts';

type Closed = CaseFacts['CaseClosed'];

/**
 * The seller agrees, and what is still there of what was asked is canceled and paid back in the same commit, packed or
 * not; or it declines, with words. The same answer again does nothing.
 */
export function answerCancellation(state: State, one: Case, command: AnswerCancellation): Decision {
  const { accept, text, cancellation, refund } = command.body;
  const outcome = accept ? 'accepted' : 'declined';
  const result = { kind: 'case', id: one.id };
  if (one.kind !== 'cancellation')
    return refuse('nothing_to_accept', 'Nothing was asked to be canceled here.');
  if (one.closed?.outcome === outcome) return nothing(result);
  if (one.closed) return refuse('case_closed', `It ended before: ${one.closed.outcome}.`);
  if (!accept) return ended(command, closed(one, outcome, 'seller'));
  const agreed = cancelLines(
    state,
    {
      ...{ order: command.order, id: command.id, at: command.at },
      body: { cancellation, refund, lines: leftOf(state, one), reason: text, by: 'customer' },
    },
    one.id,
  );
  if ('refusal' in agreed) return agreed;
  const { facts, rows = [] } = agreed;
  const { amount } = agreed.result as { amount: number };
  return {
    facts: [closed(one, outcome, 'seller', cancellation), ...facts],
    rows,
    result: { ...result, amount },
  };
}

/**
 * Either side, or the shop, says that it is settled. A seller first says something: nobody's question ends without a
 * word; and what was asked to be canceled it accepts or declines.
 */
export function closeCase(one: Case, command: CloseCase): Decision {
  const { by, text } = command.body;
  if (one.closed) return nothing({ kind: 'case', id: one.id });
  const waits = one.status === 'open';
  if (by === 'buyer') return ended(command, closed(one, waits ? 'withdrawn' : 'resolved', by));
  if (one.kind === 'cancellation') {
    return refuse('case_needs_answer', 'What was asked to be canceled is accepted or declined.');
  }
  if (waits && text === null)
    return refuse('case_not_answered', 'Its buyer waits for an answer: say something.');
  return ended(command, closed(one, 'resolved', by));
}

function ended({ order, id, body }: AnswerCancellation | CloseCase, fact: NewFact): Acceptance {
  const rows = body.text === null ? [] : [noteRow(order, id, body.text)];
  return { facts: [fact], rows, result: { kind: 'case', id: body.case } };
}

function closed(
  { id }: Case,
  outcome: CaseOutcome,
  by: Closed['by'],
  cancellation: string | null = null,
): NewFact<'CaseClosed', Closed> {
  return { type: 'CaseClosed', data: { case: id, outcome, by, cancellation } };
}

/** Of what was asked to be canceled, the units that have neither left nor been canceled meanwhile. */
export function leftOf({ order }: Pick<State, 'order'>, { lines }: Case): LineQuantity[] {
  return lines.flatMap(({ line, quantity }) => {
    const left = Math.min(quantity, openQuantity(findLine(order!, line)!));
    return left > 0 ? [{ line, quantity: left }] : [];
  });
}

export const FOLLOWED = [
  'ShipmentDispatched',
  'ShipmentChanged',
  'LinesCanceled',
  'ShipmentDelivered',
] as const;

/**
 * What ends by itself: a wish to cancel when nothing of it is left to be canceled, a missed delivery when the parcel
 * has arrived. Said when we learn it, whenever it happened.
 */
export function follow(state: State, fact: Fact): NewFact[] {
  const { recorded_at } = fact;
  return casesOf(state).flatMap((one) => {
    const outcome = one.status === 'closed' ? null : overtakenBy(state, one, fact);
    return outcome === null ? [] : [{ ...closed(one, outcome, 'system'), at: recorded_at }];
  });
}

function overtakenBy(state: State, one: Case, { type, data }: Fact): CaseOutcome | null {
  if (type === 'ShipmentDelivered') {
    const { shipment } = data as { shipment: string };
    return one.kind === 'missed_delivery' && one.shipment === shipment ? 'delivered' : null;
  }
  if (one.kind !== 'cancellation' || leftOf(state, one).length > 0) return null;
  return type === 'LinesCanceled' ? 'canceled' : 'dispatched';
}

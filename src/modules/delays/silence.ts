import type { Command, NewFact } from '../../story/index.ts';
import { cancelable, decide as decideCancellation } from '../cancellations/cancellations.ts';
import type { CancelLines } from '../cancellations/commands.ts';
import type { CancellationFacts } from '../cancellations/facts.ts';
import type { LineQuantity } from '../orders/facts.ts';
import { findLine } from '../orders/state.ts';
import type { State } from '../state.ts';
import { closed, decided } from './outcomes.ts';
import type { Answer } from './policies/policy.ts';

/**
 * What nobody answered in time, carried out: every question of the order whose date is over at `now`. Its facts happened
 * when the date ended, however late we come to it.
 */
export function silenceAt(state: State, command: Command, now: string): NewFact[] {
  const due = (state.delays?.lines ?? []).filter(({ question }) => question && question.ends_at <= now);
  if (due.length === 0) return [];
  const at = due.reduce((last, { question }) => (question!.ends_at > last ? question!.ends_at : last), '');
  const of = (answer: Answer) =>
    due.flatMap(({ line, question }) => (question!.without_answer === answer ? [line] : []));
  const unpacked = of('cancel').filter((line) => cancelable(findLine(state.order!, line)!) > 0);
  const packed = of('cancel').filter((line) => !unpacked.includes(line));
  const facts = [
    ...decided(of('wait'), 'wait', 'silence'),
    ...closed(packed, 'being_packed'),
    ...(unpacked.length > 0 ? cancelUnasked(state, command, unpacked, at) : []),
  ];
  return facts.map((fact) => ({ ...fact, at }));
}

/** Ids are made of the command's, so that deciding it again makes the same ones. */
function cancelUnasked(state: State, command: Command, lines: string[], at: string): NewFact[] {
  const body: CancelLines['body'] = {
    cancellation: `can_${command.id}`,
    refund: `ref_${command.id}`,
    lines: cancelableUnits(state, lines),
    reason: null,
    by: 'shop',
  };
  const decision = decideCancellation(state, { ...command, type: 'CancelLines', at, body });
  if ('refusal' in decision) throw new Error(`silence cannot be carried out: ${decision.refusal.code}`);
  const facts = decision.facts.map((fact) =>
    fact.type === 'LinesCanceled' ? { ...fact, data: unanswered(fact.data) } : fact,
  );
  return [...decided(lines, 'cancel', 'silence'), ...facts];
}

function unanswered(data: unknown): CancellationFacts['LinesCanceled'] {
  return { ...(data as CancellationFacts['LinesCanceled']), because: 'no_answer' };
}

/** All of each line that can still be canceled; of one that cannot, a unit, so that the refusal says why. */
export function cancelableUnits({ order }: State, lines: readonly string[]): LineQuantity[] {
  return lines.map((line) => ({ line, quantity: Math.max(1, cancelable(findLine(order!, line)!)) }));
}

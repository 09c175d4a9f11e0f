import type { DecideOnDelay } from '../../../modules/delays/commands.ts';
import { decide } from '../../../modules/delays/delays.ts';
import { type Answer, openQuestion } from '../../../modules/delays/index.ts';
import type { Question } from '../../../modules/delays/state.ts';
import type { State } from '../../../modules/state.ts';
import { consequences } from '../worth.ts';

/** The buyer's answer. `form_id` is a UUID: the same form sent twice is the same answer. */
export function decideCommand(
  order: string,
  lines: string[],
  decision: Answer,
  form_id: string,
  at: string,
): DecideOnDelay {
  const body = {
    lines,
    decision,
    by: 'customer' as const,
    cancellation: form_id,
    refund: `${form_id}-refund`,
  };
  return { type: 'DecideOnDelay', order, body, id: form_id, at, recorded_at: at, actor: 'customer' };
}

/** What each answer would mean, by the rules that will decide. */
export interface Outlook {
  questions: Question[];
  /** Minor units that would come back, and whether anything of the order is left; null: it cannot be canceled. */
  canceling: { refund: number; everything: boolean } | null;
}

/** Of lines about which nobody needs to decide: the rule that says so. */
export function outlookOf(
  state: State,
  lines: string[],
  at: string,
  form_id: string,
): Outlook | { refusal: string } {
  const questions = lines.flatMap((line) => openQuestion(state, line) ?? []);
  if (questions.length === 0) return { refusal: 'decision_not_needed' };
  const would = (decision: Answer) => decide(state, decideCommand('', lines, decision, form_id, at), 0);
  const waiting = would('wait');
  if ('refusal' in waiting) return { refusal: waiting.refusal.code };
  const canceling = would('cancel');
  return { questions, canceling: 'refusal' in canceling ? null : consequences(canceling) };
}

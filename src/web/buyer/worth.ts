import { decide } from '../../modules/cancellations/cancellations.ts';
import type { CancelLines } from '../../modules/cancellations/commands.ts';
import type { CancellationFacts } from '../../modules/cancellations/facts.ts';
import type { LineQuantity } from '../../modules/orders/facts.ts';
import type { PaymentFacts } from '../../modules/payments/facts.ts';
import type { State } from '../../modules/state.ts';
import type { Acceptance } from '../../story/index.ts';

/** A wish of the buyer. `form_id` is a UUID: the same form sent twice is the same cancellation. */
export function cancelCommand(
  order: string,
  lines: LineQuantity[],
  form_id: string,
  at: string,
): CancelLines {
  const body = {
    cancellation: form_id,
    refund: `${form_id}-refund`,
    lines,
    reason: null,
    by: 'customer' as const,
  };
  return { type: 'CancelLines', order, body, id: form_id, at, recorded_at: at, actor: 'customer' };
}

/** Minor units that would come back, by the rules that will decide; 0 also when a rule stands against it. */
export function refundFor(state: State, line: string, quantity: number): number {
  const decision = decide(state, cancelCommand('', [{ line, quantity }], '', ''));
  return 'refusal' in decision ? 0 : consequences(decision).refund;
}

/** What a cancellation means to the buyer: money back in minor units, and whether anything is left. */
export function consequences({ facts }: Acceptance): { refund: number; everything: boolean } {
  let refund = 0;
  let everything = false;
  for (const { type, data } of facts) {
    if (type === 'RefundIssued') refund = (data as PaymentFacts['RefundIssued']).amount;
    if (type === 'LinesCanceled') everything = (data as CancellationFacts['LinesCanceled']).everything;
  }
  return { refund, everything };
}

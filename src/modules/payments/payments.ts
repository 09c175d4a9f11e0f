import type { Command, Decision, Fact } from '../../story/index.ts';
import { nothing, refuse, refuseInvalid } from '../../story/index.ts';
import type { FactData } from '../facts.ts';
import type { OrderFacts } from '../orders/facts.ts';
import { sumByLine } from '../orders/orders.ts';
import { whyNotCounted } from '../orders/quantities.ts';
import { noteRow } from '../orders/rows.ts';
import { findLine } from '../orders/state.ts';
import type { State } from '../state.ts';
import type { ConcludeRefund, IssueRefund, PaymentCommand, ReceivePayment } from './commands.ts';
import type { PaymentFacts } from './facts.ts';
import { handlingBegunBy } from './payable.ts';
import { refundableFor } from './refundable.ts';
import { paidAmount, type Refund, refundedAmount } from './state.ts';

export const PAYMENT_COMMANDS = [
  'ReceivePayment',
  'IssueRefund',
  'ConcludeRefund',
] as const satisfies PaymentCommand['type'][];

export function decide(state: State, command: Command): Decision {
  const asked = command as PaymentCommand;
  switch (asked.type) {
    case 'ReceivePayment':
      return receivePayment(state, asked);
    case 'IssueRefund':
      return issueRefund(state, asked);
    case 'ConcludeRefund':
      return concludeRefund(state, asked);
  }
}

/**
 * The same (method, reference, amount) again is a repeat. Two payments may both come without a reference: only of
 * the same moment are they one. Too much or too little is accepted and shown.
 */
function receivePayment({ order, payments }: State, { id, body }: ReceivePayment): Decision {
  const repeated = payments.payments.some(
    (payment) =>
      payment.method === body.method &&
      payment.reference === body.reference &&
      payment.amount === body.amount &&
      (body.reference !== null || payment.received_at === body.received_at),
  );
  const result = { kind: 'payment', id: body.reference ?? id, amount: body.amount };
  if (repeated) return nothing(result);
  const at = body.received_at;
  const begun = handlingBegunBy({ paid: body.amount }, order!, payments, at);
  return { facts: [{ type: 'PaymentReceived', data: body, at }, ...begun], result };
}

function issueRefund(state: State, { order, id, body }: IssueRefund): Decision {
  const { payments } = state;
  const uncounted = body.lines.length > 0 ? whyNotCounted(body.lines) : null;
  if (uncounted) return uncounted;
  const lines = sumByLine(body.lines);
  for (const { line, quantity } of lines) {
    const found = findLine(state.order!, line);
    if (!found) return refuseInvalid('unknown_line', 'lines', `There is no line ${line}.`);
    if (quantity > found.quantity.ordered) return refuse('quantity_not_ordered', `Line ${line}.`);
  }
  if (body.amount > paidAmount(payments) - refundedAmount(payments)) {
    return refuse('refund_exceeds_paid', 'More than is left of what was paid.');
  }
  if (lines.length > 0 && body.amount > refundableFor(state.order!, payments, lines)) {
    return refuse('refund_exceeds_paid', 'More than was paid for these quantities.');
  }
  const { refund, amount, reference, reason } = body;
  const data = { id: refund, amount, cause: 'goodwill' as const, cancellation: null, lines, reference };
  return {
    facts: [{ type: 'RefundIssued', data }],
    rows: reason ? [noteRow(order, id, reason)] : [],
    result: { kind: 'refund', id: refund, amount: -amount },
  };
}

function concludeRefund({ payments }: State, { body }: ConcludeRefund): Decision {
  const refund = payments.refunds.find((candidate) => candidate.id === body.refund);
  if (!refund) return { refusal: { code: 'refund_not_found', kind: 'not_found' } };
  const result = { kind: 'refund', id: refund.id, amount: -refund.amount };
  if (refund.status === body.status) return nothing(result);
  if (refund.status !== 'to_execute') return refuse('refund_already_concluded', `It is ${refund.status}.`);
  const { refund: id, reference, settled_at } = body;
  if (body.status === 'failed') return { facts: [{ type: 'RefundFailed', data: { id, reference } }], result };
  return { facts: [{ type: 'RefundSettled', data: { id, reference, settled_at } }], result };
}

export function evolve({ payments }: State, fact: Fact): void {
  switch (fact.type as keyof FactData) {
    case 'OrderPlaced':
      begin(payments, fact.data as OrderFacts['OrderPlaced']);
      break;
    case 'PaymentReceived':
      payments.payments.push(fact.data as PaymentFacts['PaymentReceived']);
      break;
    case 'RefundIssued': {
      const data = fact.data as PaymentFacts['RefundIssued'];
      payments.refunds.push({ ...data, at: fact.at, status: 'to_execute', settled_at: null });
      break;
    }
    case 'RefundSettled':
      conclude(payments.refunds, fact.data as PaymentFacts['RefundSettled'], 'settled');
      break;
    case 'RefundFailed':
      conclude(payments.refunds, fact.data as PaymentFacts['RefundFailed'], 'failed');
      break;
  }
}

/** An order placed as paid was paid in the shop: its whole total, at that moment. */
function begin(payments: State['payments'], placed: OrderFacts['OrderPlaced']): void {
  payments.authorized = placed.payment_status === 'authorized';
  if (placed.payment_status !== 'paid') return;
  payments.payments.push({
    amount: placed.totals.total,
    method: placed.payment_method,
    reference: placed.payment_reference,
    received_at: placed.placed_at,
  });
}

function conclude(
  refunds: Refund[],
  data: { id: string; reference: string | null; settled_at?: string },
  status: 'settled' | 'failed',
): void {
  const refund = refunds.find((candidate) => candidate.id === data.id)!;
  refund.status = status;
  refund.reference = data.reference ?? refund.reference;
  refund.settled_at = data.settled_at ?? null;
}

import type { Decision, NewFact } from '../../story/index.ts';
import { nothing, refuse, refuseInvalid } from '../../story/index.ts';
import { whyNotCancel } from '../cancellations/cancellations.ts';
import type { LineQuantity } from '../orders/facts.ts';
import { whyNotOpen } from '../orders/quantities.ts';
import { noteRow } from '../orders/rows.ts';
import { findLine, type OrderState } from '../orders/state.ts';
import { findShipment } from '../shipments/state.ts';
import type { State } from '../state.ts';
import { answerDue, sellersDay } from './clock.ts';
import type { OpenCase } from './commands.ts';
import type { CaseFacts } from './facts.ts';
import { addMessage } from './messages.ts';
import { type Case, casesOf, findCase } from './state.ts';

/** Nobody has as many; a program gone wild would. */
export const cases_max = 100;
export const open_cases_max = 20;

type Subject = Pick<Case, 'kind' | 'seller' | 'lines' | 'shipment'>;

/**
 * A conversation begins. The same request again, while the first is open, is the first: what was said with it is added
 * there, and words that were just said are not said twice.
 */
export function openCase(state: State, command: OpenCase): Decision {
  const { body } = command;
  if (state.order!.erased) return refuse('contact_erased', 'Nobody is there to ask or to answer.');
  const subject = subjectOf(state, command);
  if ('refusal' in subject) return subject;
  const same = casesOf(state).find((one) => isSame(one, subject));
  if (same) {
    if (same.said.from === body.from && same.said.print === body.print) return nothing(resultOf(same.id));
    return addMessage(state, same, command);
  }
  // The same command again, after its case has ended: what came of it stays.
  if (findCase(state, body.case)) return nothing(resultOf(body.case));
  const standing = whyNotOpenCase(state, body, subject);
  if (standing) return standing;
  return {
    facts: [openedFact(state.order!, command, subject)],
    rows: [noteRow(command.order, command.id, body.text)],
    result: resultOf(body.case),
  };
}

export function resultOf(id: string) {
  return { kind: 'case', id };
}

function openedFact(
  order: OrderState,
  { body, at }: OpenCase,
  subject: Subject,
): NewFact<'CaseOpened', CaseFacts['CaseOpened']> {
  const { case: id, from, print, wish } = body;
  const answer_due = from === 'buyer' ? answerDue(at, sellersDay(order, subject.seller)) : null;
  const about = wish && subject.kind === 'missed_delivery' ? { wish } : {};
  return { type: 'CaseOpened', data: { case: id, ...subject, from, answer_due, ...about, print } };
}

/** What it is about, and whose: everything that is named exists, and is of one seller. */
function subjectOf(state: State, { body }: OpenCase): Subject | ReturnType<typeof refuseInvalid> {
  const order = state.order!;
  const { kind, shipment } = body;
  const sellers = new Set<string>();
  const lines: LineQuantity[] = [];
  for (const { line: id, quantity } of body.lines) {
    const line = findLine(order, id);
    if (!line) return refuseInvalid('unknown_line', 'lines', `There is no line ${id}.`);
    if (lines.some((named) => named.line === id)) {
      return refuseInvalid('line_named_twice', 'lines', `Line ${id} is named twice.`);
    }
    sellers.add(line.seller);
    lines.push({
      line: id,
      quantity: quantity ?? Math.max(1, line.quantity.ordered - line.quantity.canceled),
    });
  }
  if (shipment !== null) {
    const found = findShipment(state.shipments, shipment);
    if (!found || found.voided)
      return refuseInvalid('unknown_shipment', 'shipment', 'There is no such shipment.');
    sellers.add(found.seller);
  }
  const seller = sellerOf(order, sellers, body.seller);
  return typeof seller === 'string' ? { kind, seller, lines, shipment } : seller;
}

function sellerOf(order: OrderState, named: Set<string>, given: string | null) {
  const all = new Set(order.lines.map((line) => line.seller));
  if (given !== null && !all.has(given)) {
    return refuseInvalid('unknown_seller', 'seller', 'No line of the order is of this seller.');
  }
  const candidates = new Set([...named, ...(given === null ? [] : [given])]);
  if (candidates.size > 1) {
    return refuseInvalid('several_sellers', 'lines', 'A request goes to one seller; ask each of them.');
  }
  const [seller] = candidates.size > 0 ? candidates : all;
  if (candidates.size === 0 && all.size > 1) {
    return refuseInvalid(
      'seller_needed',
      'seller',
      'The order has several sellers: name one, or a line of it.',
    );
  }
  return seller!;
}

/** An open request of the same kind about the same things. */
function isSame(one: Case, { kind, seller, lines, shipment }: Subject): boolean {
  if (one.status === 'closed' || one.kind !== kind || one.seller !== seller) return false;
  if (one.lines.some(({ line }) => lines.some((named) => named.line === line))) return true;
  return one.lines.length === 0 && lines.length === 0 && one.shipment === shipment;
}

/** The rule that stands against beginning it, or null. */
function whyNotOpenCase(state: State, { wish }: OpenCase['body'], subject: Subject): Decision | null {
  const cases = casesOf(state);
  const open = cases.filter(({ status }) => status !== 'closed');
  if (open.length >= open_cases_max || cases.length >= cases_max) {
    return refuse('too_many_cases', 'So much is asked about this order already: go on in what is open.');
  }
  const { kind, lines, shipment } = subject;
  if (kind === 'cancellation') return whyNotAskToCancel(state.order!, lines);
  for (const { line, quantity } of lines) {
    if (quantity <= findLine(state.order!, line)!.quantity.ordered) continue;
    return refuse('quantity_not_ordered', `Line ${line} has fewer units.`);
  }
  if (kind !== 'missed_delivery') return null;
  if (shipment === null) return refuseInvalid('shipment_needed', 'shipment', 'Which parcel was missed?');
  if (findShipment(state.shipments, shipment)!.stage === 'delivered') {
    return refuse('shipment_delivered', 'It has arrived.');
  }
  return wish ? null : refuseInvalid('wish_needed', 'wish', 'Say what is to happen to the parcel.');
}

/** Only what can no longer be canceled at once is asked for: units that are being packed. */
function whyNotAskToCancel(order: OrderState, lines: readonly LineQuantity[]): Decision | null {
  if (lines.length === 0) return refuseInvalid('no_quantity', 'lines', 'Name the lines to be canceled.');
  let asked = false;
  for (const { line: id, quantity } of lines) {
    const line = findLine(order, id)!;
    const standing = whyNotOpen(line, quantity);
    if (standing) return refuse(standing);
    asked ||= whyNotCancel(line, quantity) === 'line_being_packed';
  }
  return asked
    ? null
    : refuse('can_be_canceled', 'Nothing of it is being packed: it can be canceled at once.');
}

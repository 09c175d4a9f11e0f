import type { Command, Decision, Fact, NewFact } from '../../story/index.ts';
import { nothing, refuse, refuseInvalid } from '../../story/index.ts';
import { owedAmount } from '../cancellations/cancellations.ts';
import type { ContactDetails } from '../orders/commands.ts';
import { noteRow } from '../orders/rows.ts';
import { type OrderState, openQuantity } from '../orders/state.ts';
import type { DeliveryOption } from '../orders/vocabulary.ts';
import { paidAmount, refundedAmount } from '../payments/state.ts';
import type { State } from '../state.ts';
import type { ChangeOrder } from './commands.ts';
import type { ChangeFacts } from './facts.ts';
import { kindsOf, maskedBefore } from './kinds.ts';
import { movedPromises } from './promise.ts';
import { addressRows, changedContactRow } from './rows.ts';
import { type ChangeKind, changesOf, concernsParcel } from './state.ts';
import { isOffered, surchargeOf } from './surcharge.ts';

export const CHANGE_COMMANDS = ['ChangeOrder'] as const satisfies ChangeOrder['type'][];

type OrderChanged = ChangeFacts['OrderChanged'];

/** All or nothing, and at once: an order is never in a state of being changed. */
export function decide(state: State, command: Command): Decision {
  const asked = command as ChangeOrder;
  const { body } = asked;
  const option = optionAsked(state, body);
  const kinds = kindsOf(body.before, body.after);
  if (option) kinds.push('delivery_option');
  if (kinds.length === 0) return nothing({ kind: 'change', id: body.change, amount: 0, changes: [] });
  const standing = whyNot(state, body, kinds) ?? whyNotOption(body, option) ?? whyNotAddress(body);
  if (standing) return standing;
  const surcharge = option ? surchargeOf(state, option, body.prices) : 0;
  const promises = option ? movedPromises(state.order!, option, asked.at, surcharge > 0) : [];
  if (promises === null) return refuse('promise_unknown', 'The terms of a seller are not known.');
  if (body.accepted_surcharge !== null && body.accepted_surcharge !== surcharge) {
    return refuse('surcharge_changed', `It costs ${surcharge} now.`);
  }
  const back = refundOf(state, surcharge);
  const changed: OrderChanged = {
    ...{ id: body.change, by: body.by, kinds },
    ...(option && { delivery_option: { from: state.order!.delivery_option, to: option } }),
    ...(promises.length > 0 && { promises }),
    ...{ surcharge, refund: back > 0 ? body.refund : null },
  };
  return accept(state, asked, changed, back);
}

function accept(
  state: State,
  { order, id, body }: ChangeOrder,
  changed: OrderChanged,
  back: number,
): Decision {
  const { kinds, surcharge } = changed;
  const facts: NewFact[] = [{ type: 'OrderChanged', data: changed }];
  if (back > 0) {
    const refund = { id: body.refund, amount: back, cause: 'change' as const, cancellation: null };
    facts.push({ type: 'RefundIssued', data: { ...refund, lines: [], reference: null } });
  }
  const before = maskedBefore(body.before, kinds);
  return {
    facts,
    rows: [
      ...(kinds.some((kind) => kind !== 'delivery_option') ? [changedContactRow(order, body, kinds)] : []),
      ...(kinds.includes('address') || kinds.includes('pickup_point')
        ? addressRows(state, body.before.ship_to)
        : []),
      ...(kinds.includes('email') ? body.to_old_address : []),
      ...(before ? [noteRow(order, id, before)] : []),
    ],
    result: { kind: 'change', id: body.change, amount: surcharge, refund: back, changes: kinds },
  };
}

const changed_meanwhile = { refusal: { code: 'changed_meanwhile', kind: 'stale' } } as const;

/** Another option than the one it has; null: that is not asked. */
function optionAsked({ order }: State, { delivery_option }: ChangeOrder['body']): DeliveryOption | null {
  return delivery_option === order!.delivery_option ? null : delivery_option;
}

/** The first rule that stands against it, from the largest to the smallest. */
function whyNot(state: State, { before, after, seen }: ChangeOrder['body'], kinds: readonly ChangeKind[]) {
  const parcel = kinds.some(concernsParcel) ? whyNotParcel(state.order!) : null;
  if (parcel) return refuse(parcel);
  if (after.ship_to.country !== before.ship_to.country) {
    return refuse(
      'country_cannot_change',
      'Taxes and delivery of another country are those of another order.',
    );
  }
  if (before.email === '' && kinds.some((kind) => kind !== 'delivery_option'))
    return refuse('contact_erased');
  return seen === changesOf(state).length ? null : changed_meanwhile;
}

/** The rule that stands against changing anything of what has not left; null: it can be changed. */
export function whyNotParcel(order: OrderState): string | null {
  if (order.lines.every(({ quantity }) => quantity.canceled === quantity.ordered))
    return 'order_already_canceled';
  if (order.lines.every((line) => openQuantity(line) === 0)) return 'already_dispatched';
  return order.lines.some(({ quantity }) => quantity.packed > 0) ? 'line_being_packed' : null;
}

/** What a parcel cannot arrive without. */
const NEEDED = ['name', 'line1', 'city'] as const satisfies (keyof ContactDetails['ship_to'])[];

/** An address may be placed incomplete, but no change takes a part away that is needed where nobody else hands it over. */
function whyNotAddress({ before, after }: ChangeOrder['body']) {
  if (after.ship_to.pickup_point !== null) return null;
  const taken = NEEDED.find((part) => before.ship_to[part] !== null && after.ship_to[part] === null);
  return taken === undefined
    ? null
    : refuseInvalid('address_incomplete', `ship_to.${taken}`, 'No parcel arrives without it.');
}

function whyNotOption({ before, after, prices }: ChangeOrder['body'], option: DeliveryOption | null) {
  const { pickup_point } = after.ship_to;
  if (option === null) return null;
  if (!isOffered(prices, option)) return refuse('delivery_option_not_offered');
  if (option === 'pickup_point') {
    return pickup_point
      ? null
      : refuseInvalid('pickup_point_needed', 'pickup_point', 'Say which pickup point.');
  }
  if (pickup_point) return refuseInvalid('address_needed', 'ship_to', 'Nobody is met at a pickup point.');
  return before.ship_to.pickup_point === null || after.ship_to.line1 !== null
    ? null
    : refuseInvalid('address_needed', 'ship_to', 'Say where it goes instead of the pickup point.');
}

/** Of what it costs less now, what was paid already. */
function refundOf(state: State, surcharge: number): number {
  const kept = paidAmount(state.payments) - refundedAmount(state.payments);
  return Math.max(0, Math.min(-surcharge, kept - (owedAmount(state) + surcharge)));
}

export function evolve(state: State, fact: Fact): void {
  if (fact.type !== 'OrderChanged') return;
  const { promises: _promises, ...rest } = fact.data as OrderChanged;
  state.changes = [...changesOf(state), { ...rest, at: fact.at }];
}

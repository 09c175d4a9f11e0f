import type { PickupPoint } from '../delivery/pickup-points.ts';
import type { ShipTo } from '../orders/commands.ts';
import type { DeliveryOption } from '../orders/vocabulary.ts';
import type { State } from '../state.ts';
import type { ChangeOrder } from './commands.ts';
import { changesOf } from './state.ts';

/** What somebody wants to be another. What is absent stays; null clears it. */
export interface ChangeWish {
  ship_to?: Partial<ShipTo>;
  customer?: { email?: string; name?: string | null; phone?: string | null };
  delivery_option?: DeliveryOption;
  /** One of the shop's, or the name of one where the shop keeps no list. */
  pickup_point?: PickupPoint | string;
}

/** What is read of an order before it is changed. */
interface Changing {
  state: Pick<State, 'changes'>;
  contact: { customer: { email: string; name: string | null; phone: string | null }; ship_to: ShipTo };
}

/** What whoever asks knows, beside the wish itself. */
type Asking = Omit<ChangeOrder['body'], 'before' | 'after' | 'seen' | 'delivery_option'>;

/**
 * The body of the command: the contact as it is and as it is to be. A pickup point brings its address and its way of
 * delivery with it, and another way of delivery leaves it: with its whole address, or a parcel would go to a street of
 * one town in another.
 */
export function changeAsked(
  { state, contact }: Changing,
  wish: ChangeWish,
  asking: Asking,
): ChangeOrder['body'] {
  const { ship_to, customer, delivery_option, pickup_point } = wish;
  const { email, name, phone } = contact.customer;
  const before = { email, name, phone, ship_to: contact.ship_to };
  const point = pickup_point === undefined ? {} : addressOf(pickup_point);
  const option = delivery_option ?? (pickup_point === undefined ? null : 'pickup_point');
  const goes_home = option !== null && option !== 'pickup_point';
  const left = goes_home ? (before.ship_to.pickup_point === null ? { pickup_point: null } : NOWHERE) : {};
  const after = { ...before, ...customer, ship_to: { ...before.ship_to, ...left, ...ship_to, ...point } };
  return { ...asking, before, after, seen: changesOf(state).length, delivery_option: option };
}

const NOWHERE = {
  ...{ line1: null, line2: null, city: null, region: null, postal_code: null },
  pickup_point: null,
} satisfies Partial<ShipTo>;

function addressOf(point: PickupPoint | string): Partial<ShipTo> {
  if (typeof point === 'string') return { pickup_point: point };
  const { name: pickup_point, line1, line2, city, region, postal_code, country } = point;
  return { pickup_point, line1, line2, city, region, postal_code, country };
}

import fc from 'fast-check';
import type { AnyCommand } from '../../src/modules/commands.ts';
import { DELIVERY_OPTIONS, type DeliveryOption } from '../../src/modules/orders/vocabulary.ts';
import { CONTACT, HANDLING, type place, type StoryUnderTest, scan, shop } from './stories.ts';

/**
 * Anything somebody may try with an order, sensible or not, small enough for fast-check to shrink: shipments and
 * refunds are named by their place in the story.
 */
export type Wish =
  | { kind: 'pay'; amount: number; reference: number }
  | { kind: 'refund'; amount: number; line: number | null; quantity: number }
  | { kind: 'conclude'; refund: number; status: 'settled' | 'failed' }
  | { kind: 'cancel'; line: number; quantity: number }
  | { kind: 'cancel_open' }
  | { kind: 'withdraw'; line: number | null; quantity: number }
  | { kind: 'pack'; line: number; quantity: number; minute: number }
  | { kind: 'dispatch'; line: number; quantity: number; other: number | null }
  | { kind: 'change_order'; option: DeliveryOption; accepted: number | null }
  | { kind: 'change'; shipment: number; line: number; quantity: number }
  | { kind: 'void'; shipment: number }
  | { kind: 'scan'; shipment: number; stage: 'in_transit' | 'delivered' | 'returning'; minute: number }
  | { kind: 'correct'; shipment: number; stage: 'in_transit' | 'delivered'; minute: number };

const line = fc.nat(3);
const quantity = fc.integer({ min: 1, max: 4 });
const shipment = fc.nat(3);
const minute = fc.nat(59);
const kind = <Kind extends Wish['kind']>(name: Kind) => fc.constant(name);

const often = (wish: fc.Arbitrary<Wish>) => ({ weight: 4, arbitrary: wish });
const seldom = (wish: fc.Arbitrary<Wish>) => ({ weight: 1, arbitrary: wish });

export const anyWish: fc.Arbitrary<Wish> = fc.oneof(
  seldom(fc.record({ kind: kind('pay'), amount: fc.integer({ min: 1, max: 9000 }), reference: fc.nat(3) })),
  often(
    fc.record({
      kind: kind('refund'),
      amount: fc.integer({ min: 1, max: 3000 }),
      line: fc.option<number, null>(line),
      quantity,
    }),
  ),
  often(
    fc.record({ kind: kind('conclude'), refund: fc.nat(4), status: fc.constantFrom('settled', 'failed') }),
  ),
  seldom(fc.record({ kind: kind('cancel'), line, quantity })),
  seldom(fc.record({ kind: kind('cancel_open') })),
  seldom(fc.record({ kind: kind('withdraw'), line: fc.option<number, null>(line), quantity })),
  seldom(fc.record({ kind: kind('pack'), line, quantity, minute })),
  often(fc.record({ kind: kind('dispatch'), line, quantity, other: fc.option<number, null>(line) })),
  often(
    fc.record({
      kind: kind('change_order'),
      option: fc.constantFrom(...DELIVERY_OPTIONS),
      accepted: fc.constantFrom(null, null, 600),
    }),
  ),
  often(fc.record({ kind: kind('change'), shipment, line, quantity })),
  often(fc.record({ kind: kind('void'), shipment })),
  often(
    fc.record({
      kind: kind('scan'),
      shipment,
      stage: fc.constantFrom('in_transit', 'delivered', 'returning'),
      minute,
    }),
  ),
  seldom(
    fc.record({ kind: kind('correct'), shipment, stage: fc.constantFrom('in_transit', 'delivered'), minute }),
  ),
);

/** Up to three lines (one may cost nothing), odd amounts, and every way of paying. */
export const anyOrder = fc
  .record({
    lines: fc.array(fc.record({ quantity, unit_price: fc.integer({ min: 0, max: 1999 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    shipping: fc.nat(500),
    tax: fc.nat(300),
    discount_percent: fc.nat(100),
    payment_status: fc.constantFrom('paid' as const, 'pending' as const, 'authorized' as const),
  })
  .map(({ lines, discount_percent, ...rest }): NonNullable<Parameters<typeof place>[0]> => {
    const items = lines.reduce((sum, given) => sum + given.quantity * given.unit_price, 0);
    return {
      ...rest,
      handling: HANDLING,
      discount: Math.floor((items * discount_percent) / 100),
      lines: lines.map((given, index) => ({ id: String(index), ...given })),
    };
  });

/** Tries a wish; being refused is fine. */
export function perform(order: StoryUnderTest, wish: Wish): void {
  const command = commandOf(order, wish);
  if (command) order.try(command);
}

/** Another way of delivery, and to a pickup point or back, as its contact stands after the changes before. */
function changed(order: StoryUnderTest, { option, accepted }: Extract<Wish, { kind: 'change_order' }>) {
  const { changes = [], order: placed } = order.state;
  const there = changes.length > 0 && placed!.delivery_option === 'pickup_point';
  const before = { ...CONTACT, ship_to: { ...CONTACT.ship_to, pickup_point: there ? 'BOS1' : null } };
  const ship_to =
    option === 'pickup_point'
      ? { pickup_point: 'BOS1' }
      : { pickup_point: null, line1: there ? '2 Elm St' : '1 Main St' };
  const more = { before, seen: changes.length, accepted_surcharge: accepted };
  return shop().changeOrder({ option, ship_to }, more);
}

function commandOf(order: StoryUnderTest, wish: Wish): AnyCommand | undefined {
  const to = shop();
  const { shipments } = order.state.shipments;
  // Mostly what there is: a number too large means one of them, but for one place that stays empty.
  const registered = (index: number) => `p-${index % (shipments.length + 1)}`;
  const ordered = (index: number) => String(index % (order.state.order!.lines.length + 1));
  const at = 'minute' in wish ? `2026-03-04T10:${String(wish.minute).padStart(2, '0')}:00Z` : '';
  switch (wish.kind) {
    case 'pay':
      return to.pay(wish.amount, `tr-${wish.reference}`);
    case 'refund':
      return to.refund(wish.amount, wish.line === null ? {} : { [ordered(wish.line)]: wish.quantity });
    case 'conclude': {
      const refund = order.state.payments.refunds[wish.refund];
      return refund && to.conclude(refund.id, wish.status);
    }
    case 'cancel':
      return to.cancel({ [ordered(wish.line)]: wish.quantity });
    case 'cancel_open':
      return to.cancel(everythingOpen(order));
    case 'change_order':
      return changed(order, wish);
    case 'withdraw':
      return to.withdraw(wish.line === null ? null : { [ordered(wish.line)]: wish.quantity });
    case 'pack':
      return to.pack({ [ordered(wish.line)]: wish.quantity }, at);
    case 'dispatch': {
      const other = wish.other === null ? {} : { [ordered(wish.other)]: 1 };
      return to.dispatch(`p-${shipments.length}`, {
        ...other,
        [ordered(wish.line)]: wish.quantity,
      });
    }
    case 'change':
      return to.change(registered(wish.shipment), { units: { [ordered(wish.line)]: wish.quantity } });
    case 'void':
      return to.voidShipment(registered(wish.shipment));
    case 'scan':
      return to.scans(registered(wish.shipment), scan(wish.stage, at));
    case 'correct':
      return to.correct(registered(wish.shipment), wish.stage, at);
  }
}

function everythingOpen({ state }: StoryUnderTest) {
  const open = state.order!.lines.map(({ id, quantity }) => [
    id,
    quantity.ordered - quantity.canceled - quantity.shipped,
  ]);
  return Object.fromEntries(open.filter(([, units]) => (units as number) > 0));
}

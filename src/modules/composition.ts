import type { ColumnType, StoryModule, Values } from '../story/index.ts';
import { type Composition, compose } from '../story/index.ts';
import { cancellationsModule } from './cancellations/index.ts';
import { casesModule } from './cases/index.ts';
import { changesModule } from './changes/index.ts';
import { DEFAULT_SHOP_POLICY, delaysModule, lateAt, type ShopPolicy } from './delays/index.ts';
import { orderListModule } from './order-list/index.ts';
import { latestOpenOf, statusOf } from './order-view/index.ts';
import { ordersModule } from './orders/index.ts';
import { paymentsModule } from './payments/index.ts';
import { privacyModule } from './privacy/story.ts';
import { shipmentsModule } from './shipments/index.ts';
import { initialState, type State } from './state.ts';
import { withdrawalsModule } from './withdrawals/index.ts';

/**
 * Every module that takes part in a story, upstream first. A fact is evolved by all of them in this order, so
 * a module always sees the slices above it as they are after the fact.
 */
const modulesOf = (delays: ShopPolicy): readonly StoryModule<State>[] => [
  ordersModule,
  paymentsModule,
  shipmentsModule,
  cancellationsModule,
  delaysModule(delays),
  changesModule,
  withdrawalsModule,
  casesModule,
  privacyModule,
  orderListModule,
];

/**
 * @param more modules that only react: notifications, webhooks
 * @param delays what the shop has decided about delays; only who decides commands needs it
 */
export function composeStory(
  more: readonly StoryModule<State>[] = [],
  delays: ShopPolicy = DEFAULT_SHOP_POLICY,
): Composition<State> {
  return compose([...modulesOf(delays), ...more], initialState, (state) => state.order !== null, [
    'PlaceOrder',
  ]);
}

/** What lists filter and sort orders by, beside the snapshot. */
export const STORY_COLUMNS: Record<string, ColumnType> = {
  status: 'text',
  placed_at: 'timestamptz',
  customer: 'text',
  latest_open: 'date',
  late_at: 'timestamptz',
};

export function projectStory(state: State): Values {
  const { placed_at, customer } = state.order!;
  const dates = { latest_open: latestOpenOf(state), late_at: lateAt(state) };
  return { status: statusOf(state), placed_at, customer, ...dates };
}

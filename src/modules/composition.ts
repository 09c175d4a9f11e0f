import type { ColumnType, StoryModule, Values } from '../story/index.ts';
import { type Composition, compose } from '../story/index.ts';
import { cancellationsModule } from './cancellations/index.ts';
import { casesModule } from './cases/index.ts';
import { latestOpenOf, statusOf } from './order-view/index.ts';
import { ordersModule } from './orders/index.ts';
import { paymentsModule } from './payments/index.ts';
import { shipmentsModule } from './shipments/index.ts';
import { initialState, type State } from './state.ts';
import { withdrawalsModule } from './withdrawals/index.ts';

/**
 * Every module that takes part in a story, upstream first. A fact is evolved by all of them in this order, so
 * a module always sees the slices above it as they are after the fact.
 */
const MODULES: readonly StoryModule<State>[] = [
  ordersModule,
  paymentsModule,
  shipmentsModule,
  cancellationsModule,
  withdrawalsModule,
  casesModule,
];

/** @param more modules that only react: notifications, webhooks. */
export function composeStory(more: readonly StoryModule<State>[] = []): Composition<State> {
  return compose([...MODULES, ...more], initialState, (state) => state.order !== null, ['PlaceOrder']);
}

/** What lists filter and sort orders by, beside the snapshot. */
export const STORY_COLUMNS: Record<string, ColumnType> = {
  status: 'text',
  placed_at: 'timestamptz',
  customer: 'text',
  latest_open: 'date',
};

export function projectStory(state: State): Values {
  const { placed_at, customer } = state.order!;
  return { status: statusOf(state), placed_at, customer, latest_open: latestOpenOf(state) };
}

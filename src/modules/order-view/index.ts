export { type Viewing, viewOrder } from './derive.ts';
export { type OrderReader, readOrders, type StoredOrder } from './read.ts';
export { sellersPart } from './seller-part.ts';
export { sellersState } from './seller-state.ts';
export { sellersStory } from './seller-story.ts';
export { latestOpenOf, statusOf } from './status.ts';
export { titleOf } from './title.ts';
export type * from './view.ts';
export type { WithdrawalView } from './withdrawals.ts';

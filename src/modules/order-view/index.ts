export { type Viewing, viewOrder } from './derive.ts';
export { type OrderReader, readOrders, type StoredOrder } from './read.ts';
export { latestOpenOf, statusOf } from './status.ts';
export type * from './view.ts';

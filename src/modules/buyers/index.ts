export { type Buyer, buyerOf, ownsOrder } from './buyer.ts';
export { isKnownBuyer } from './known.ts';
export { countOrders, newestOrder, ordersOf } from './orders.ts';
export { newestOwned, owned, type Whose } from './owned.ts';
export { keysOf, orderIn, peopleOf, personOf } from './people.ts';

export { type Buyer, buyerOf, ownsOrder } from './buyer.ts';
export { changeEmail, EmailTaken, putBackEmail } from './change-email.ts';
export { isKnownBuyer } from './known.ts';
export { countOrders, newestOrder, ordersOf } from './orders.ts';
export { newestOwned, owned, type Whose } from './owned.ts';
export { keysOf, orderIn, peopleOf, personOf } from './people.ts';

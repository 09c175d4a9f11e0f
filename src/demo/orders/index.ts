import type { DemoOrder } from '../order.ts';
import { asPromised, canceledAndRefunded, delivered, partlyCanceled } from './ended.ts';

export { EARLIER_ORDERS } from './earlier.ts';

import { fortyLines } from './large.ts';
import { lateOnTheWay, secondBookLate } from './late.ts';
import { atPickupPoint, attemptFailed, longNames, twoSellers } from './on-the-way.ts';
import { awaitingTransfer, cashOnDelivery, inTheWarehouse, preorder } from './waiting.ts';

/** Every order of the demonstration shop, by number. The first one is the story the shop is about. */
export const DEMO_ORDERS: readonly DemoOrder[] = [
  secondBookLate,
  lateOnTheWay,
  inTheWarehouse,
  awaitingTransfer,
  cashOnDelivery,
  preorder,
  longNames,
  atPickupPoint,
  attemptFailed,
  twoSellers,
  delivered,
  canceledAndRefunded,
  partlyCanceled,
  fortyLines,
  asPromised,
];

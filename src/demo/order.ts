import type { OrderStatus } from '../modules/orders/vocabulary.ts';
import type { Moments } from './moments.ts';
import type { Tale } from './tale.ts';

/** One order of the demonstration shop. */
export interface DemoOrder {
  number: string;
  email: string;
  /** What is to be seen there, in a few words. */
  shows: string;
  status: OrderStatus;
  time_zone: string;
  tell(tale: Tale, moments: Moments): Tale;
}

import { NOTIFICATION_TYPES, type NotificationType } from '../../modules/notifications/index.ts';

/** What buyers are told about orders: a row of the table each, in the order in which things happen. */
export function buyerTypes(): readonly NotificationType[] {
  return OF_BUYERS;
}

const OF_BUYERS = NOTIFICATION_TYPES.filter(({ audience }) => audience === 'buyer');

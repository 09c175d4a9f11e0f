import {
  listNotifications,
  type NotificationStatus,
} from '../../src/modules/notifications/deliveries/index.ts';
import type { CourteousShop } from './shop.ts';

/** The orders about which something is in a status. */
export async function whereabouts(
  shop: CourteousShop,
  status: NotificationStatus,
): Promise<(string | null)[]> {
  const page = { limit: 100, after: null, now_ms: shop.clock.now() };
  const { items } = await listNotifications(shop.database.pool, { status }, page);
  return items.map(({ order }) => order);
}

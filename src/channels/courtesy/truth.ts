import type { Clock } from '../../lib/clock.ts';
import type { Notification } from '../../modules/notifications/deliveries/index.ts';
import { type NotificationType, typeNamed } from '../../modules/notifications/index.ts';
import { type OrderReader, type OrderView, sellersPart, viewOrder } from '../../modules/order-view/index.ts';

/** What is true of the order of a message at this moment, as its reader may see it. */
export interface Truth {
  /** Null: there is no such order, or nothing of it is this reader's. */
  orderOf(notification: Notification): Promise<OrderView | null>;
}

export function openTruth({ orders, clock }: { orders: OrderReader; clock: Clock }): Truth {
  return {
    async orderOf({ order_number, audience, recipient }) {
      const stored = order_number === null ? null : await orders.read(order_number);
      const part = stored && audience === 'seller' ? sellersPart(stored, recipient) : stored;
      // Nothing is overtaken by what can be sent back.
      return part && viewOrder(part, { locale: null, now_ms: clock.now(), returns: [] });
    },
  };
}

/** Whether what happened since says more than this message would. */
export function isOvertaken(notification: Notification, order: OrderView): boolean {
  return typeNamed(notification.type).overtaken?.(notification.data as object, order) ?? false;
}

/** From when on it is too late to tell it; null: never. */
export function deadlineOf(type: NotificationType, { data }: Notification, order: OrderView): number | null {
  const deadline = type.deadline?.(data as object, order) ?? null;
  return deadline === null ? null : Date.parse(deadline);
}

import { instant } from '../../../lib/clock.ts';
import { type ChangeOrder, changeAsked } from '../../../modules/changes/index.ts';
import { readDeliveryPrices } from '../../../modules/delivery/index.ts';
import { noticeToOldAddress } from '../../../modules/notifications/personal/index.ts';
import type { StoredOrder } from '../../../modules/order-view/index.ts';
import type { Site } from '../../site.ts';
import type { Draft } from './form.ts';

interface Wishing {
  stored: StoredOrder;
  draft: Pick<Draft, 'wish'>;
  /** A UUID: the same form sent twice is the same change. */
  form_id: string;
  /** What its reader was shown that it costs; null: nothing was shown yet. */
  accepted_surcharge: number | null;
  now_ms: number;
}

/** A wish of the buyer, with all that deciding it needs. */
export async function changeCommand(
  site: Site,
  { stored, draft, form_id, accepted_surcharge, now_ms }: Wishing,
): Promise<ChangeOrder> {
  const at = instant(now_ms);
  const { wish } = draft;
  // A buyer is offered what has a price, and nothing else: without a table nothing of it is for free.
  const prices =
    wish.delivery_option || wish.pickup_point
      ? await readDeliveryPrices(site.deps.database, stored.state.order!.currency)
      : null;
  const to = wish.customer?.email ?? stored.contact.customer.email;
  const body = changeAsked(stored, wish, {
    ...{
      change: form_id,
      refund: `${form_id}-refund`,
      by: 'customer' as const,
      prices: prices ?? {},
      accepted_surcharge,
    },
    to_old_address: noticeToOldAddress(stored, { change: form_id, to, at }),
  });
  return {
    type: 'ChangeOrder',
    order: stored.number,
    id: form_id,
    at,
    recorded_at: at,
    actor: 'customer',
    body,
  };
}

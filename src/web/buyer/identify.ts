import type { Context } from 'hono';
import { ownsOrder } from '../../modules/accounts/index.ts';
import type { StoredOrder } from '../../modules/order-view/index.ts';
import { hasProvenMailbox } from '../http/session.ts';
import { orderPath } from '../page.ts';
import type { Answer, Site, Visit } from '../site.ts';

interface Identifying {
  visit: Visit;
  stored: StoredOrder;
  /** Where to go on to once they have: a path of ours, without PUBLIC_URL's own path. */
  back: string;
}

/**
 * Null: this visitor has shown that they read the order's mailbox, by coming from a mail, by typing a code from one, or
 * by being signed in as its customer. Otherwise the answer is the way to the page that mails them a code, and then
 * goes `back`. Number and e-mail alone open an order, but anybody who saw a parcel's label may know both.
 */
export async function identify(
  context: Context,
  site: Site,
  { visit, stored, back }: Identifying,
): Promise<Answer | null> {
  if (visit.session && hasProvenMailbox(visit.session, stored)) return null;
  if (ownsOrder(await site.account(context), stored)) return null;
  return site.redirect(visit, `${orderPath(site, stored.number)}/identify?back=${encodeURIComponent(back)}`);
}

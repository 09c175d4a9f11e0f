import type { Context } from 'hono';
import type { SignedIn } from '../../modules/accounts/index.ts';
import { buyerOf, newestOrder, peopleOf } from '../../modules/buyers/index.ts';
import { maskPhone } from '../../modules/notifications/deliveries/mask.ts';
import { openPreferences, type Preferences } from '../../modules/notifications/preferences/index.ts';
import { openPhones, phoneNumber } from '../../modules/phones/index.ts';
import { accountToken, isBelieved } from '../account/form-token.ts';
import { identify } from '../buyer/identify.ts';
import { askForEmail, openOrder } from '../buyer/order.ts';
import { formToken, isFormToken } from '../http/session.ts';
import { orderPath } from '../page.ts';
import type { Answer, Site, Visit } from '../site.ts';

/** Whose wishes a page shows, and how its form shows that it was ours. */
export interface Whose {
  /**
   * Those whose wishes are written: a customer of the shop, the guest of one order, or who signs in and is known by
   * the address alone, with the shop's ids of them and each of their other orders.
   */
  people: readonly string[];
  /** Where the form is sent. */
  path: string;
  /** The order it is about; null: all of theirs. */
  order: string | null;
  /** Where texts go, as it may be shown; null: nobody knows a number. */
  phone: { shown: string; stopped: boolean } | null;
  /** IANA, of an order of theirs, or the shop's: where no other is wished. */
  time_zone: string;
  locale: string | null;
  token: string;
  believes(token: string): boolean;
}

/** An order's own wishes are told apart from those of its customer only when somebody wished something for it. */
export async function readWished(
  site: Site,
  { people, order }: Whose,
  customer: string | null,
): Promise<Preferences | null> {
  const read = openPreferences(site.deps.database);
  const own = await read(people[0]!);
  return own ?? (order !== null && customer !== null ? read(`customer:${customer}`) : null);
}

const form = 'preferences';

/** Of one order: who reads its mail says how. */
export async function whoseOrder(
  context: Context,
  site: Site,
  visit: Visit,
  number: string,
): Promise<(Whose & { customer: string | null }) | Answer> {
  const stored = await openOrder(site, context, visit, number);
  if (!stored) return askForEmail(site, visit, number);
  const back = `/orders/${encodeURIComponent(number)}/preferences`;
  const unproven = await identify(context, site, { visit, stored, back });
  if (unproven) return unproven;
  const { secrets } = site.deps;
  const session = visit.session!;
  const order = stored.state.order!;
  return {
    people: [`order:${number}`],
    path: `${orderPath(site, number)}/preferences`,
    order: number,
    phone: await phoneOf(site, visit, stored.contact.customer.phone, order.country),
    time_zone: order.time_zone,
    locale: order.locale,
    token: formToken(secrets, session, `${form} ${number}`),
    believes: (token) =>
      isFormToken(secrets, session, `${form} ${number}`, token) && site.isFromOurPage(context),
    customer: order.customer,
  };
}

/** Of who has signed in. */
export async function whoseAccount(
  context: Context,
  site: Site,
  visit: Visit,
  account: SignedIn,
): Promise<Whose> {
  const { config, reader, database } = site.deps;
  const newest = await newestOrder(database, buyerOf(account));
  const stored = newest === null ? null : await reader.read(newest);
  const order = stored?.state.order;
  return {
    people: await peopleOf(database, account),
    path: `${site.base}/preferences`,
    order: null,
    phone: await phoneOf(site, visit, stored?.contact.customer.phone ?? null, order?.country ?? null),
    time_zone: order?.time_zone ?? config.shop.timeZone,
    locale: order?.locale ?? null,
    token: accountToken(site, account),
    believes: (token) => isBelieved(site, context, account, token),
  };
}

async function phoneOf(
  { deps }: Site,
  { now_ms }: Visit,
  written: string | null,
  country: string | null,
): Promise<Whose['phone']> {
  const number = written === null ? null : phoneNumber(written, country);
  if (number === null) return null;
  const { objection } = await openPhones(deps.database).standing(number, now_ms);
  return { shown: maskPhone(number), stopped: objection === 'opted_out' };
}

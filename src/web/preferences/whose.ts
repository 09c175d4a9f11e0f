import type { Context } from 'hono';
import { normalizeEmail, type SignedIn } from '../../modules/accounts/index.ts';
import { maskPhone } from '../../modules/notifications/deliveries/mask.ts';
import { openPreferences, type Preferences } from '../../modules/notifications/preferences/index.ts';
import { openPhones, phoneNumber } from '../../modules/phones/index.ts';
import { idsOfAddress } from '../../modules/privacy/person.ts';
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

/** How many orders of somebody known by the address alone get their wishes: those they may still be told about. */
const orders_max = 500;

/** Of who has signed in. */
export async function whoseAccount(
  context: Context,
  site: Site,
  visit: Visit,
  account: SignedIn,
): Promise<Whose> {
  const { config, reader } = site.deps;
  const newest = await newestOrder(site, account);
  const stored = newest === null ? null : await reader.read(newest);
  const order = stored?.state.order;
  return {
    people: account.customer === null ? await peopleOf(site, account) : [`customer:${account.customer}`],
    path: `${site.base}/preferences`,
    order: null,
    phone: await phoneOf(site, visit, stored?.contact.customer.phone ?? null, order?.country ?? null),
    time_zone: order?.time_zone ?? config.shop.timeZone,
    locale: order?.locale ?? null,
    token: accountToken(site, account),
    believes: (token) => isBelieved(site, context, account, token),
  };
}

/**
 * Messages about an order are planned for the shop's id of its buyer where it has one, else for the order: whoever is
 * known by the address alone is all of these.
 */
async function peopleOf({ deps }: Site, { id, email }: SignedIn): Promise<string[]> {
  const address = normalizeEmail(email);
  const ids = await idsOfAddress(deps.database, address);
  const { rows } = await deps.database.query(
    `select order_number from listed_orders
     where email = $1 and (customer is null or not customer = any($2))
     order by placed_at desc, order_number desc limit ${orders_max}`,
    [address, ids],
  );
  return [
    `account:${id}`,
    ...ids.map((own) => `customer:${own}`),
    ...rows.map(({ order_number }) => `order:${order_number}`),
  ];
}

async function newestOrder({ deps }: Site, { customer, email }: SignedIn): Promise<string | null> {
  const { rows } = await deps.database.query(
    `select order_number from (
       (select order_number, placed_at from listed_orders where customer = $1 order by placed_at desc limit 1)
       union all
       (select order_number, placed_at from listed_orders where email = $2 order by placed_at desc limit 1)) o
     order by placed_at desc limit 1`,
    [customer, normalizeEmail(email)],
  );
  return rows[0]?.order_number ?? null;
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

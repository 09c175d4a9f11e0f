import { z } from '@hono/zod-openapi';
import type { Config } from '../config.ts';
import { instant as instantOf } from '../lib/clock.ts';
import { type Connection, type Database, transaction } from '../lib/database.ts';
import { matchLocale } from '../lib/words.ts';
import { startOfDay } from '../lib/zone.ts';
import type { Caller } from '../modules/api-keys/index.ts';
import { planPersonal } from '../modules/notifications/personal/index.ts';
import {
  default_handling_days,
  type KnownSellers,
  type ListingStatus,
  putListingStatus,
  putSeller,
  readSellers,
  type Seller,
} from '../modules/sellers/index.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { country, email, languageTag, name, orNull, timeZone } from './fields.ts';
import { isDate, parseInstant } from './instants.ts';
import { handling_days_max } from './limits.ts';
import { invalid, notFound } from './problem.ts';
import { idPath } from './shared-schemas.ts';

const sellerBody = z
  .object({
    name,
    email: orNull(email),
    time_zone: orNull(timeZone),
    country,
    handling_days: z.int().min(0).max(handling_days_max).nullable().default(default_handling_days),
    locale: orNull(languageTag),
  })
  .openapi('SellerDescription');

const DATE = { type: 'string', format: 'date' } as const;
const INSTANT = { type: 'string', format: 'date-time' } as const;

/** A calendar date stays one until the seller, and with it the zone, is known. */
const dayOrInstant = z
  .string()
  .transform((text, context) => {
    const at = isDate(text) ? text : parseInstant(text);
    if (at !== null) return at;
    const message = 'must be a calendar date or an RFC 3339 instant with offset';
    context.issues.push({ code: 'custom', message, input: null });
    return z.NEVER;
  })
  .openapi({
    ...{ type: 'string', anyOf: [DATE, INSTANT], example: '2026-12-24' },
    description:
      "A calendar date, which begins (`from`) and ends (`until`, that day included) by the seller's clocks, or an instant",
  });

const listingStatus = z
  .object({
    status: z.enum(['active', 'inactive']),
    from: orNull(dayOrInstant),
    until: orNull(dayOrInstant),
  })
  .openapi('ListingStatus');

const seller = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    time_zone: z.string(),
    country: z.string(),
    handling_days: z.int(),
    locale: z.string(),
    listing_status: z.strictObject({
      status: z.enum(['active', 'inactive']),
      from: z.string().nullable(),
      until: z.string().nullable(),
    }),
  })
  .openapi('Seller');

const exampleSeller = {
  name: 'Second Shelf Books',
  email: 'desk@books.example',
  time_zone: 'America/New_York',
  country: 'US',
  handling_days: 2,
  locale: 'en',
};

/** @param wake something is to be sent */
export function sellerEndpoints(
  database: Database,
  known: KnownSellers,
  shop: Config['shop'],
  wake: () => void,
): Endpoint[] {
  return [describe(database, known, shop), read(database), setStatus(database, known, wake)];
}

function describe(database: Database, known: KnownSellers, shop: Config['shop']): Endpoint {
  return endpoint({
    method: 'put',
    path: '/v1/sellers/{id}',
    tag: 'Sellers and listings',
    summary: 'Describe a seller',
    access: { scope: 'orders:write', sellers: true },
    params: idPath,
    body: sellerBody,
    example: exampleSeller,
    answers: {
      200: { description: 'Described anew', schema: seller },
      201: { description: 'A new seller', schema: seller },
    },
    async handle({ params: { id }, body, caller, now_ms }) {
      refuseOthers(caller, id);
      const described = {
        ...body,
        id,
        time_zone: body.time_zone ?? shop.timeZone,
        handling_days: body.handling_days ?? default_handling_days,
        locale: matchLocale(body.locale) ?? matchLocale(shop.locale) ?? 'en',
      };
      const put = await putSeller(database, described, now_ms);
      known.forget(id);
      return { status: put.created ? 201 : 200, body: put.seller };
    },
  });
}

function read(database: Database): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/sellers/{id}',
    tag: 'Sellers and listings',
    summary: 'Read a seller',
    access: { scope: 'orders:read', sellers: true },
    params: idPath,
    answers: { 200: { description: 'The seller', schema: seller } },
    async handle({ params: { id }, caller }) {
      refuseOthers(caller, id);
      const [found] = await readSellers(database, [id]);
      if (!found) throw sellerNotFound();
      return { status: 200, body: found };
    },
  });
}

function setStatus(database: Database, known: KnownSellers, wake: () => void): Endpoint {
  return endpoint({
    method: 'put',
    path: '/v1/sellers/{id}/listing-status',
    tag: 'Sellers and listings',
    summary: "Take a seller's listings off sale for a while, or back on",
    description:
      'Inactive from `from` until `until`; null leaves that side open. Either is an instant, or a calendar date in the time zone of the seller: off sale from the beginning of the day `from` to the end of the day `until`. The answer has instants.',
    access: { scope: 'orders:write', sellers: true },
    params: idPath,
    body: listingStatus,
    example: { status: 'inactive', from: '2026-12-24', until: '2027-01-01' },
    answers: { 200: { description: 'The seller', schema: seller } },
    async handle({ params: { id }, body, caller, now_ms }) {
      refuseOthers(caller, id);
      const put = await transaction(database, async (connection) => {
        const [known] = await readSellers(connection, [id]);
        if (!known) return null;
        const put = await putListingStatus(connection, id, statusOf(body, known.time_zone), now_ms);
        if (put?.changed) await tellSeller(connection, put.seller, now_ms);
        return put;
      });
      known.forget(id);
      if (!put) throw sellerNotFound();
      if (put.changed) wake();
      return { status: 200, body: put.seller };
    },
  });
}

/** A day is the whole day where the seller is: off sale from its first moment, until its last. */
function statusOf({ status, from, until }: z.output<typeof listingStatus>, time_zone: string): ListingStatus {
  const begins = (date: string) => instantOf(startOfDay(date, time_zone));
  const limits = {
    from: from !== null && isDate(from) ? begins(from) : from,
    until: until !== null && isDate(until) ? begins(dayAfter(until)) : until,
  };
  if (limits.from !== null && limits.until !== null && limits.from >= limits.until) {
    throw invalid('until', 'is not after from');
  }
  return { status, ...limits };
}

function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

/** Once for each change; a seller without an address learns it where it was changed. */
async function tellSeller(connection: Connection, seller: Seller, now_ms: number): Promise<void> {
  const { id, email, locale, time_zone, listing_status } = seller;
  if (email === null) return;
  await planPersonal(connection, {
    ...{ type: 'listing_status_changed', key: `${id} ${listing_status.status} ${now_ms}` },
    ...{ subject_key: `seller:${id}`, email, locale, time_zone, data: listing_status, now_ms },
  });
}

/** To a seller's key there are no others. */
function refuseOthers(caller: Caller | null, id: string): void {
  if (caller!.seller !== null && caller!.seller !== id) throw sellerNotFound();
}

function sellerNotFound() {
  return notFound('seller_not_found', 'There is no such seller.');
}

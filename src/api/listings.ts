import { z } from '@hono/zod-openapi';
import type { Database } from '../lib/database.ts';
import { findListings, putListing, readListing } from '../modules/listings/index.ts';
import { AVAILABILITIES } from '../modules/orders/vocabulary.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { currency, date, id, money, note, orNull, text, url } from './fields.ts';
import { handling_days_max, search_length_max, title_length_max } from './limits.ts';
import { notFound, Problem } from './problem.ts';
import { page, pageOf, pageQuery, positionOf } from './shared-schemas.ts';

const sku = text(200);
const skuPath = z.object({ sku });

const listingBody = z
  .object({
    seller: id,
    title: text(title_length_max),
    description: orNull(note),
    price: money,
    currency,
    image_url: orNull(url),
    availability: z.enum(AVAILABILITIES),
    ships_after: orNull(date),
    handling_days: orNull(z.int().min(0).max(handling_days_max)),
  })
  .openapi('ListingDescription');

const listing = z
  .strictObject({
    sku: z.string(),
    seller: z.string(),
    title: z.string(),
    description: z.string().nullable(),
    price: z.int(),
    currency: z.string(),
    image_url: z.string().nullable(),
    availability: z.enum(AVAILABILITIES),
    ships_after: z.string().nullable(),
    handling_days: z.int().nullable(),
  })
  .openapi('Listing');

export function listingEndpoints(database: Database): Endpoint[] {
  return [describe(database), list(database), read(database)];
}

function describe(database: Database): Endpoint {
  return endpoint({
    method: 'put',
    path: '/v1/listings/{sku}',
    tag: 'Sellers and listings',
    summary: 'Describe a listing',
    access: { scope: 'orders:write', sellers: true },
    params: skuPath,
    body: listingBody,
    example: {
      seller: 's-1',
      title: 'A book',
      description: null,
      price: 1999,
      currency: 'USD',
      image_url: null,
      availability: 'preorder',
      ships_after: '2026-12-01',
    },
    answers: {
      200: { description: 'Described anew', schema: listing },
      201: { description: 'A new listing', schema: listing },
    },
    async handle({ params, body, caller, now_ms }) {
      const own = caller!.seller;
      const put =
        own !== null && body.seller !== own
          ? null
          : await putListing(database, { sku: params.sku, ...body }, own, now_ms);
      if (!put) {
        const detail = 'A key of a seller describes its own listings only.';
        throw new Problem(403, 'not_your_listing', { detail });
      }
      return { status: put.created ? 201 : 200, body: put.listing };
    },
  });
}

function list(database: Database): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/listings',
    tag: 'Sellers and listings',
    summary: 'List what can be bought',
    access: { scope: 'any', sellers: true },
    query: z.object({
      q: orNull(text(search_length_max)).openapi({ description: 'Words of the title, or a SKU' }),
      ...pageQuery.shape,
    }),
    answers: { 200: { description: 'Listings, by SKU', schema: pageOf(listing) } },
    async handle({ query: { q, limit, cursor }, now_ms }) {
      const after = cursor === null ? null : positionOf(cursor, sku);
      const found = await findListings(database, { words: q, after, limit: limit + 1, now_ms });
      return {
        status: 200,
        body: page(
          found,
          limit,
          (last) => last.sku,
          (each) => each,
        ),
      };
    },
  });
}

function read(database: Database): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/listings/{sku}',
    tag: 'Sellers and listings',
    summary: 'Read a listing, whether it can be bought or not',
    access: { scope: 'any', sellers: true },
    params: skuPath,
    answers: { 200: { description: 'The listing', schema: listing } },
    async handle({ params }) {
      const found = await readListing(database, params.sku);
      if (!found) throw notFound('listing_not_found', 'There is no such listing.');
      return { status: 200, body: found };
    },
  });
}

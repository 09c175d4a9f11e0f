import { z } from '@hono/zod-openapi';
import type { Database } from '../lib/database.ts';
import {
  type FoundPoint,
  findPickupPoints,
  type PickupPoint,
  putPickupPoint,
  readPickupPoint,
} from '../modules/delivery/index.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { country, id, name, note, orNull, text } from './fields.ts';
import { search_length_max } from './limits.ts';
import { notFound } from './problem.ts';
import { idPath, page, pageOf, pageQuery, positionOf } from './shared-schemas.ts';
import { carrierField } from './tracking-fields.ts';

const pointBody = z
  .object({
    name,
    carrier: orNull(carrierField),
    line1: name,
    line2: orNull(name),
    city: name,
    region: orNull(name),
    postal_code: orNull(text(32)),
    country,
    hours: orNull(note),
    active: z
      .boolean()
      .nullish()
      .transform((active) => active ?? true),
  })
  .openapi('PickupPointDescription');

const nullable = z.string().nullable();
const point = z
  .strictObject({
    ...{ id: z.string(), name: z.string(), carrier: nullable, line1: z.string(), line2: nullable },
    ...{ city: z.string(), region: nullable, postal_code: nullable, country: z.string(), hours: nullable },
    active: z.boolean(),
  })
  .openapi('PickupPoint');

/** Lockers and counters: the shop says which there are, and buyers choose one of them. */
export function pickupPointEndpoints(database: Database): Endpoint[] {
  return [describe(database), read(database), list(database)];
}

function describe(database: Database): Endpoint {
  return endpoint({
    method: 'put',
    path: '/v1/pickup-points/{id}',
    tag: 'Changes',
    summary: 'Describe a pickup point',
    access: { scope: 'admin', sellers: false },
    params: idPath,
    body: pointBody,
    example: {
      ...{ name: 'Locker BOS-17', carrier: 'ups', line1: '700 Atlantic Ave', line2: 'South Station' },
      ...{
        city: 'Boston',
        region: 'MA',
        postal_code: '02110',
        country: 'US',
        hours: 'Day and night',
        active: true,
      },
    },
    answers: {
      200: { description: 'Described anew', schema: point },
      201: { description: 'A new pickup point', schema: point },
    },
    async handle({ params, body, now_ms }) {
      const described: PickupPoint = { id: params.id, ...body };
      const { created } = await putPickupPoint(database, described, now_ms);
      return { status: created ? 201 : 200, body: described };
    },
  });
}

function read(database: Database): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/pickup-points/{id}',
    tag: 'Changes',
    summary: 'Read a pickup point, whether it is still used or not',
    access: { scope: 'any', sellers: true },
    params: idPath,
    answers: { 200: { description: 'The pickup point', schema: point } },
    async handle({ params }) {
      const found = await readPickupPoint(database, params.id);
      if (!found) throw notFound('pickup_point_not_found');
      return { status: 200, body: found };
    },
  });
}

const position = z.tuple([z.int().min(0).max(4), id]);

function list(database: Database): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/pickup-points',
    tag: 'Changes',
    summary: 'Find pickup points near a place',
    access: { scope: 'any', sellers: true },
    query: z.object({
      near: orNull(text(search_length_max)).openapi({
        description: 'A postal code, a town or a street, or all of it',
      }),
      country: orNull(country),
      ...pageQuery.shape,
    }),
    answers: { 200: { description: 'Those in use, nearest first', schema: pageOf(point) } },
    async handle({ query: { near, country, limit, cursor } }) {
      const after = cursor === null ? null : positionOf(cursor, position);
      const found = await findPickupPoints(database, { near, country, after, limit: limit + 1 });
      return { status: 200, body: page(found, limit, ({ rank, id }) => [rank, id], shown) };
    },
  });
}

function shown({ rank: _rank, ...found }: FoundPoint): PickupPoint {
  return found;
}

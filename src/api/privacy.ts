import { z } from '@hono/zod-openapi';
import type { Config } from '../config.ts';
import type { Database } from '../lib/database.ts';
import type { OrderReader } from '../modules/order-view/index.ts';
import { askErasure, readErasure } from '../modules/privacy/erasure/index.ts';
import { exportAsJson, readExport } from '../modules/privacy/export/index.ts';
import { REASONS } from '../modules/privacy/needed.ts';
import { type Person, readPerson } from '../modules/privacy/person.ts';
import { reachOf } from '../modules/privacy/reach.ts';
import { type Answer, type Call, type Endpoint, endpoint } from './endpoint.ts';
import { notFound } from './problem.ts';
import { idPath, localeQuery, orderPath } from './shared-schemas.ts';

const at = z.string().openapi({ format: 'date-time' });

const erasureAnswer = z
  .strictObject({
    id: z.string(),
    asked_at: at,
    done_at: at.nullable().openapi({ description: 'Null: it is under way' }),
    orders: z.strictObject({ total: z.int(), erased: z.int() }),
    kept: z
      .array(z.strictObject({ number: z.string(), reason: z.enum([...REASONS, 'sending']).nullable() }))
      .openapi({
        description:
          'Orders that are kept because they are not over: their buyer is erased as soon as they are, after 180 days in any case. `sending`: a message is leaving, a minute later. The first hundred',
      }),
  })
  .openapi('Erasure');

const keepQuery = z.object({
  keep_open: z.enum(['true', 'false']).default('false').openapi({
    description: 'Whether orders that are not over keep their buyer until they are, as when a person asks',
  }),
});

const exportAnswer = z
  .object({
    format: z.string(),
    shop: z.string(),
    made_at: at,
    about: z.object({ customer: z.string().nullable(), emails: z.array(z.string()) }),
    orders: z.array(z.object({ order: z.object({}).loose(), records: z.object({}).loose() })).openapi({
      description: 'Each as its buyer sees it, with every row kept about it, by the name of its table',
    }),
    records: z
      .object({})
      .loose()
      .openapi({ description: 'What is about no order: sign-in, wishes, letters' }),
  })
  .openapi('Export');

const tag = 'Privacy';
/** Everything about a person: no seller's key and no key for orders alone. */
const access = { scope: 'admin', sellers: false } as const;

export interface PrivacyDeps {
  database: Database;
  orders: OrderReader;
  config: Pick<Config, 'shop' | 'withdrawalCountries'>;
}

/** What is kept about a person, and its end (GDPR, Articles 15, 17 and 20). */
export function privacyEndpoints(deps: PrivacyDeps): Endpoint[] {
  return [...exports(deps), ...erasures(deps)];
}

function exports(deps: PrivacyDeps): Endpoint[] {
  const exported = { 200: { description: 'Everything that is kept about them', schema: exportAnswer } };
  return [
    endpoint({
      method: 'get',
      path: '/v1/customers/{id}/export',
      tag,
      summary: 'Everything that is kept about a customer',
      description:
        'All orders under the id, and all orders under the address they proved when they signed in.',
      access,
      params: idPath,
      query: localeQuery,
      answers: exported,
      handle: (call) => exportOf(deps, `customer:${call.params.id}`, call),
    }),
    endpoint({
      method: 'get',
      path: '/v1/orders/{number}/export',
      tag,
      summary: 'Everything that is kept about the buyer of one order',
      access,
      params: orderPath,
      query: localeQuery,
      answers: exported,
      handle: (call) => exportOf(deps, `order:${call.params.number}`, call),
    }),
  ];
}

function erasures(deps: PrivacyDeps): Endpoint[] {
  const erased = { 202: { description: 'It is under way: see /v1/erasures/{id}', schema: erasureAnswer } };
  return [
    endpoint({
      method: 'delete',
      path: '/v1/customers/{id}',
      tag,
      summary: 'Erase a customer',
      description:
        'Names, addresses, messages and everything else that says who they were goes; orders stay without it, since the law of taxes wants them. It is the shop that decides: orders that are not over are erased at once too, unless `keep_open=true` waits for them. Money that is to be paid back never waits. Asked again while it is under way it is the same erasure, and orders that were kept are looked at again at once, or kept no longer. Other systems hear of each order by `buyer.erased`.',
      access,
      params: idPath,
      query: keepQuery,
      answers: erased,
      handle: (call) => erase(deps, `customer:${call.params.id}`, call),
    }),
    endpoint({
      method: 'delete',
      path: '/v1/orders/{number}/buyer',
      tag,
      summary: 'Erase the buyer of one order',
      description:
        'For guests: whoever bought this order is erased from it, and from it alone, at once unless `keep_open=true` waits until it is over.',
      access,
      params: orderPath,
      query: keepQuery,
      answers: erased,
      handle: (call) => erase(deps, `order:${call.params.number}`, call),
    }),
    endpoint({
      method: 'get',
      path: '/v1/erasures/{id}',
      tag,
      summary: 'How far an erasure is',
      access,
      params: idPath,
      answers: { 200: { description: 'How far it is', schema: erasureAnswer } },
      async handle({ params }) {
        const erasure = await readErasure(deps.database, params.id);
        if (!erasure) throw notFound('erasure_not_found');
        return { status: 200, body: erasure };
      },
    }),
  ];
}

async function exportOf(
  deps: PrivacyDeps,
  subject: string,
  { query, now_ms }: Pick<Call, 'now_ms'> & { query: { locale: string | null } },
): Promise<Answer> {
  const person = await known(deps.database, subject);
  const { shop, withdrawalCountries: returns } = deps.config;
  const parts = readExport(deps, person, { locale: query.locale, now_ms, returns });
  const text = exportAsJson(parts, { shop: shop.name, person, now_ms });
  return { status: 200, body: ReadableStream.from(text).pipeThrough(new TextEncoderStream()) };
}

async function erase(
  deps: PrivacyDeps,
  subject: string,
  { query, now_ms }: Pick<Call, 'now_ms'> & { query: z.infer<typeof keepQuery> },
): Promise<Answer> {
  const { database, orders, config } = deps;
  const person = await known(database, subject);
  const { email, locale, time_zone } = await reachOf(database, orders, person, config.shop);
  const id = await askErasure(database, {
    ...{ person: { ...person, email }, locale, time_zone, asked_by: 'shop', now_ms },
    keep_open: query.keep_open === 'true',
  });
  return { status: 202, body: await readErasure(database, id) };
}

async function known(database: Database, subject: string): Promise<Person> {
  const person = await readPerson(database, subject);
  if (!person) throw notFound(subject.startsWith('order:') ? 'order_not_found' : 'customer_not_found');
  return person;
}

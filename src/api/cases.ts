import { z } from '@hono/zod-openapi';
import type { Database } from '../lib/database.ts';
import type { Secret } from '../lib/secrets.ts';
import { listCases, orderOfCase } from '../modules/cases/list.ts';
import { printOf } from '../modules/cases/print.ts';
import { CASE_KINDS, CASE_PARTIES, CASE_STATUSES, DELIVERY_WISHES } from '../modules/cases/vocabulary.ts';
import { caseNotFound, listed, listedCase, openCaseTeller, wholeCase } from './case-schema.ts';
import { type Call, type Endpoint, endpoint } from './endpoint.ts';
import { date, id, instant, line_shape, lineQuantity, note, orderNumber, orNull } from './fields.ts';
import { newId } from './ids.ts';
import { order_lines_max } from './limits.ts';
import type { OrderDesk } from './order-desk.ts';
import { invalid } from './problem.ts';
import {
  changedAnswers,
  idPath,
  localeQuery,
  orderPath,
  page,
  pageOf,
  pageQuery,
  positionOf,
} from './shared-schemas.ts';

/** Some units of a line, or by its id alone all of it that was not canceled. */
const concernedLine = z.union([lineQuantity, id.transform((line) => ({ line, quantity: null }))], line_shape);

const newCase = z
  .object({
    kind: z.enum(CASE_KINDS),
    lines: orNull(z.array(concernedLine).max(order_lines_max)),
    shipment: orNull(id),
    seller: orNull(id).openapi({ description: 'Needed when neither lines nor shipment say whose it is' }),
    from: z
      .enum(CASE_PARTIES)
      .nullish()
      .openapi({ description: "Who begins; `buyer` unless the key is a seller's" }),
    message: note,
    wish: orNull(z.object({ to: z.enum(DELIVERY_WISHES), day: orNull(date) })).openapi({
      description: 'What is to happen to a parcel that was missed; an address stands in the message',
    }),
  })
  .openapi('NewCase');

const listQuery = z.object({
  seller: orNull(id),
  status: orNull(z.enum(CASE_STATUSES)),
  ...pageQuery.shape,
  ...localeQuery.shape,
});
const position = z.strictObject({ at: instant, order: orderNumber, id });

export function caseEndpoints(desk: OrderDesk, database: Database, secret: Secret): Endpoint[] {
  return [open(desk, secret), list(desk, database), read(desk, database)];
}

function open(desk: OrderDesk, secret: Secret): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/orders/{number}/cases',
    tag: 'Cases',
    summary: 'Ask the seller, or the buyer, something about an order',
    description:
      'Begins a conversation, and a clock: the seller is to answer by the same time of its next business day. The same request again, while the first is open, is the first; other words are added to it. With `cancellation` is asked for what can no longer be canceled at once, because it is being packed.',
    access: { scope: 'orders:write', sellers: true },
    idempotency: 'story',
    params: orderPath,
    query: localeQuery,
    body: newCase,
    example: { kind: 'wrong_item', lines: [{ line: '1', quantity: 1 }], message: 'This is another book.' },
    answers: changedAnswers,
    async handle(call) {
      const { kind, lines, shipment, seller, from, message, wish } = call.body;
      const { number } = call.params;
      const own = call.caller!.seller;
      refuseSpeakingForTheBuyer(call, from === 'buyer', 'from');
      const named = (lines ?? []).map(({ line }) => line);
      await desk.guardSeller(number, call, { lines: named, ...(shipment !== null && { shipment }) });
      const command = desk.command(call, 'OpenCase', number, {
        ...{ case: newId('cas'), kind, lines: lines ?? [], shipment, wish },
        ...{ seller: own ?? seller, from: own === null ? (from ?? 'buyer') : 'seller' },
        ...{ text: message, print: printOf(secret, message) },
      });
      return desk.carryOut(call, command);
    },
  });
}

function list(desk: OrderDesk, database: Database): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/cases',
    tag: 'Cases',
    summary: 'List cases',
    description: 'With `status=open` those whose answer is due soonest come first, otherwise the newest.',
    access: { scope: 'orders:read', sellers: true },
    query: listQuery,
    answers: { 200: { description: 'Cases', schema: pageOf(listedCase) } },
    async handle(call) {
      const { cursor, limit, seller, status } = call.query;
      const own = call.caller!.seller;
      if (own !== null && seller !== null && seller !== own) {
        return { status: 200, body: { items: [], next_cursor: null } };
      }
      const after = cursor === null ? null : positionOf(cursor, position);
      const found = await listCases(database, { seller: own ?? seller, status }, after, limit + 1);
      const orders = await desk.orders.readMany([...new Set(found.map(({ order }) => order))]);
      const { items, next_cursor } = page(
        found,
        limit,
        (last) => last,
        (place) => {
          const stored = orders.get(place.order);
          const order = stored && desk.show(stored, call);
          const one = order?.cases.find((candidate) => candidate.id === place.id);
          return one ? [listed(order!, one)] : [];
        },
      );
      return { status: 200, body: { items: items.flat(), next_cursor } };
    },
  });
}

function read(desk: OrderDesk, database: Database): Endpoint {
  const tell = openCaseTeller(database);
  return endpoint({
    method: 'get',
    path: '/v1/cases/{id}',
    tag: 'Cases',
    summary: 'Read a case, with what was said in it',
    access: { scope: 'orders:read', sellers: true },
    params: idPath,
    query: localeQuery,
    answers: { 200: { description: 'The case', schema: wholeCase } },
    async handle(call) {
      const number = await orderOfCase(database, call.params.id);
      const stored = number === null ? null : await desk.orders.read(number);
      if (!stored) throw caseNotFound();
      return { status: 200, body: await tell(showOrNone(desk, stored, call), call.params.id) };
    },
  });
}

/** The order as the caller may see it. Whoever has no part in it has none in its cases: there is no such case. */
export function showOrNone(desk: OrderDesk, ...[stored, call]: Parameters<OrderDesk['show']>) {
  const { seller } = call.caller!;
  if (seller !== null && !stored.state.order!.lines.some((line) => line.seller === seller))
    throw caseNotFound();
  return desk.show(stored, call);
}

/** With a seller's key only the seller speaks. */
export function refuseSpeakingForTheBuyer(call: Pick<Call, 'caller'>, other: boolean, path: string): void {
  if (call.caller!.seller !== null && other) throw invalid(path, 'must be seller');
}

import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { postSigned } from '../channels/webhook/index.ts';
import { instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import {
  listWebhookDeliveries,
  readWebhookDelivery,
  readWebhookEndpoint,
  readWebhookSecrets,
  replays_max,
  replayWebhooks,
  testBody,
  type WebhookEndpoint,
  webhook_retention_days,
  webhook_statuses,
} from '../modules/webhooks/index.ts';
import { type Call, type Endpoint, endpoint } from './endpoint.ts';
import { id } from './fields.ts';
import { webhook_test_timeout_ms } from './limits.ts';
import { notFound, Problem } from './problem.ts';
import { idPath, page, pageOf, pageQuery, positionOf } from './shared-schemas.ts';
import type { WebhookTools } from './webhook-endpoints.ts';
import { endpointNotFound, ownerOf, webhook_access, webhook_tag } from './webhook-parts.ts';

const at = z.string().openapi({ format: 'date-time', example: '2026-11-21T10:00:00Z' });
const answered = {
  http_status: z.int().nullable().openapi({ description: 'Null: there was no answer' }),
  error: z.string().nullable().openapi({ example: 'http_500' }),
  duration_ms: z.int(),
};

const delivery = z
  .strictObject({
    id: z.string().openapi({ description: 'The header `webhook-id` of every try' }),
    type: z.string(),
    order: z.string(),
    version: z.int().openapi({ description: "Of the fact, in the order's story" }),
    status: z.enum(webhook_statuses),
    attempts: z.int().openapi({ description: 'Since it was planned or replayed' }),
    created_at: at,
    next_try_at: at.nullable(),
    tries: z.array(z.strictObject({ at, ...answered })).openapi({ description: 'Oldest first' }),
  })
  .openapi('WebhookDelivery');

const tested = z.strictObject({ id: z.string(), delivered: z.boolean(), ...answered }).openapi('WebhookTest');

/** What other systems were told, and telling it again. */
export function webhookDeliveryEndpoints(database: Database, webhooks: WebhookTools): Endpoint[] {
  return [
    list(database),
    replay(database, webhooks),
    replayFailed(database, webhooks),
    test(database, webhooks),
  ];
}

const common = { tag: webhook_tag, access: webhook_access };

function list(database: Database): Endpoint {
  return endpoint({
    ...common,
    method: 'get',
    path: '/v1/webhook-endpoints/{id}/deliveries',
    summary: 'What an endpoint was told, newest first',
    description: `Every try with its answer, and when it is tried next. Kept for ${webhook_retention_days} days.`,
    params: idPath,
    query: z.object({ status: z.enum(webhook_statuses).optional(), ...pageQuery.shape }),
    answers: { 200: { description: 'Deliveries', schema: pageOf(delivery) } },
    async handle(call) {
      const { status = null, limit, cursor } = call.query;
      const { id: endpoint } = await find(database, call);
      const after = cursor === null ? null : positionOf(cursor, id);
      const found = await listWebhookDeliveries(database, endpoint, { status, after, limit: limit + 1 });
      return {
        status: 200,
        body: page(
          found,
          limit,
          (last) => last.id,
          (each) => each,
        ),
      };
    },
  });
}

function replay(database: Database, { wake }: WebhookTools): Endpoint {
  return endpoint({
    ...common,
    method: 'post',
    path: '/v1/webhook-endpoints/{id}/deliveries/{delivery}/replay',
    summary: 'Tell it again',
    description:
      'Under the same `webhook-id`, whether it had arrived or was given up. One that waits is left as it is.',
    idempotency: 'call',
    params: idPath.extend({ delivery: id }),
    answers: {
      200: { description: 'It waits already', schema: delivery },
      202: { description: 'It is in the line again', schema: delivery },
      409: { description: 'The endpoint is disabled' },
    },
    async handle(call) {
      const { id: endpoint } = await findEnabled(database, call);
      const replayed = await replayWebhooks(database, {
        endpoint,
        id: call.params.delivery,
        now_ms: call.now_ms,
      });
      const found = await readWebhookDelivery(database, endpoint, call.params.delivery);
      if (!found) throw notFound('webhook_delivery_not_found');
      if (replayed > 0) wake();
      return { status: replayed > 0 ? 202 : 200, body: found };
    },
  });
}

function replayFailed(database: Database, { wake }: WebhookTools): Endpoint {
  return endpoint({
    ...common,
    method: 'post',
    path: '/v1/webhook-endpoints/{id}/replays',
    summary: 'Tell again everything that was given up',
    description: `The oldest ${replays_max} of them; ask again for more.`,
    idempotency: 'call',
    params: idPath,
    answers: {
      202: { description: 'They are in the line again', schema: z.strictObject({ replayed: z.int() }) },
      409: { description: 'The endpoint is disabled' },
    },
    async handle(call) {
      const { id: endpoint } = await findEnabled(database, call);
      const replayed = await replayWebhooks(database, { endpoint, id: null, now_ms: call.now_ms });
      if (replayed > 0) wake();
      return { status: 202, body: { replayed } };
    },
  });
}

function test(database: Database, { poster }: WebhookTools): Endpoint {
  return endpoint({
    ...common,
    method: 'post',
    path: '/v1/webhook-endpoints/{id}/test',
    summary: 'Send a test message now, and see what comes back',
    description: 'A signed message of the type `endpoint.tested`, sent once, also to a disabled endpoint.',
    params: idPath,
    answers: { 200: { description: 'What came back', schema: tested } },
    async handle(call) {
      const { id: endpoint, url } = await find(database, call);
      const { now_ms } = call;
      const message_id = `msg_${randomUUID().replaceAll('-', '')}`;
      const secrets = await readWebhookSecrets(database, endpoint, now_ms);
      const message = { id: message_id, url, body: testBody(endpoint, instant(now_ms)), secrets, now_ms };
      const began_ms = performance.now();
      const answer = await postSigned(poster, message, AbortSignal.timeout(webhook_test_timeout_ms));
      const { http_status } = answer;
      const delivered = http_status !== null && http_status >= 200 && http_status <= 299;
      const error = http_status === null ? answer.error : delivered ? null : `http_${http_status}`;
      const duration_ms = Math.round(performance.now() - began_ms);
      return { status: 200, body: { id: message_id, delivered, http_status, error, duration_ms } };
    },
  });
}

/** @throws Problem 404 when there is none, or it is not the calling seller's */
async function find(database: Database, call: Pick<Call<{ id: string }>, 'caller' | 'params'>) {
  const found = await readWebhookEndpoint(database, ownerOf(call.caller), call.params.id);
  if (!found) throw endpointNotFound();
  return found;
}

/** @throws Problem 409 as well, when nothing would be sent */
async function findEnabled(
  database: Database,
  call: Pick<Call<{ id: string }>, 'caller' | 'params'>,
): Promise<WebhookEndpoint> {
  const found = await find(database, call);
  if (found.status === 'disabled') throw new Problem(409, 'webhook_endpoint_disabled');
  return found;
}

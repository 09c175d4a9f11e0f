import { z } from '@hono/zod-openapi';
import type { Guard, Webhooks } from '../channels/webhook/index.ts';
import { instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import {
  changeWebhookEndpoint,
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  disabled_reasons,
  endpoints_max,
  listWebhookEndpoints,
  old_secret_hours,
  readWebhookEndpoint,
  rotateWebhookSecret,
} from '../modules/webhooks/index.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { id, orNull, text } from './fields.ts';
import { text_length_max } from './limits.ts';
import { invalid, Problem } from './problem.ts';
import { idPath, page, pageOf, pageQuery, positionOf } from './shared-schemas.ts';
import {
  endpointNotFound,
  ownerOf,
  webhook_access,
  webhook_tag,
  webhookTypes,
  webhookUrl,
} from './webhook-parts.ts';

/** What the webhooks' endpoints need beside the database. */
export type WebhookTools = Pick<Webhooks, 'guard' | 'poster' | 'wake'>;

const at = z.string().openapi({ format: 'date-time', example: '2026-11-21T10:00:00Z' });

const shown = z
  .strictObject({
    id: z.string(),
    seller: z.string().nullable().openapi({ description: "Null: the shop's, which is told everything" }),
    url: z.string(),
    description: z.string().nullable(),
    types: z.array(z.string()),
    status: z.enum(['enabled', 'failing', 'disabled']).openapi({
      description: '`failing`: the last try failed. `disabled`: nothing is sent until somebody enables it.',
    }),
    disabled_reason: z.enum(disabled_reasons).nullable().openapi({
      description: '`gone`: it answered 410. `failing`: five days without one success.',
    }),
    disabled_at: at.nullable(),
    failing_since: at.nullable(),
    last_success_at: at.nullable(),
    created_at: at,
  })
  .openapi('WebhookEndpoint');

const secret = z.string().openapi({
  description: 'Signs every message. In this answer and never again.',
  example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
});

const described = z.object({
  url: webhookUrl,
  types: webhookTypes,
  description: orNull(text(text_length_max)),
});

const newEndpoint = described.extend({ seller: orNull(id) }).openapi('NewWebhookEndpoint');
const change = z
  .object({
    url: webhookUrl.optional(),
    types: webhookTypes.optional(),
    description: text(text_length_max).nullable().optional(),
    enabled: z.boolean().optional(),
  })
  .openapi('WebhookEndpointChange');

/** Where other systems listen. What they were told is in webhook-deliveries.ts. */
export function webhookEndpoints(database: Database, webhooks: WebhookTools): Endpoint[] {
  return [
    create(database, webhooks),
    list(database),
    read(database),
    patch(database, webhooks),
    remove(database),
    rotate(database),
  ];
}

const common = { tag: webhook_tag, access: webhook_access };
const withId = { ...common, params: idPath };

function create(database: Database, { guard }: WebhookTools): Endpoint {
  return endpoint({
    ...common,
    method: 'post',
    path: '/v1/webhook-endpoints',
    summary: 'Tell another system what happens',
    description: `Every fact is posted to the URL, signed by Standard Webhooks 1.0.0. A key of a seller makes endpoints that are told that seller's part of its orders; \`seller\` does the same for the shop's admin. At most ${endpoints_max} for the shop and for each seller.`,
    idempotency: 'call',
    body: newEndpoint,
    example: { url: 'https://shop.example.com/tidings', types: ['*'], description: 'The warehouse' },
    answers: {
      201: { description: 'The endpoint, with its secret', schema: shown.extend({ secret }) },
      409: { description: 'There are too many already' },
    },
    async handle({ body, caller, now_ms }) {
      const own = caller!.seller;
      if (own !== null && body.seller !== null && body.seller !== own) {
        throw new Problem(403, 'not_for_sellers', {
          detail: 'A key of a seller makes endpoints of its own.',
        });
      }
      await refuseUrl(guard, body.url);
      const created = await createWebhookEndpoint(database, { ...body, seller: own ?? body.seller }, now_ms);
      if (!created) throw new Problem(409, 'too_many_webhook_endpoints');
      return { status: 201, body: created };
    },
  });
}

function list(database: Database): Endpoint {
  return endpoint({
    ...common,
    method: 'get',
    path: '/v1/webhook-endpoints',
    summary: 'List the endpoints, newest first',
    query: pageQuery,
    answers: { 200: { description: 'Endpoints', schema: pageOf(shown) } },
    async handle({ query: { limit, cursor }, caller }) {
      const after = cursor === null ? null : positionOf(cursor, id);
      const found = await listWebhookEndpoints(database, ownerOf(caller), { after, limit: limit + 1 });
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

function read(database: Database): Endpoint {
  return endpoint({
    ...withId,
    method: 'get',
    path: '/v1/webhook-endpoints/{id}',
    summary: 'Read an endpoint, and how it stands with it',
    answers: { 200: { description: 'The endpoint', schema: shown } },
    async handle({ params, caller }) {
      const found = await readWebhookEndpoint(database, ownerOf(caller), params.id);
      if (!found) throw endpointNotFound();
      return { status: 200, body: found };
    },
  });
}

function patch(database: Database, { guard, wake }: WebhookTools): Endpoint {
  return endpoint({
    ...withId,
    method: 'patch',
    path: '/v1/webhook-endpoints/{id}',
    summary: 'Change an endpoint; disable or enable it',
    description:
      'What is absent stays. While it is disabled nothing is planned for it; what waited when it was disabled leaves when it is enabled again.',
    body: change,
    example: { enabled: true },
    answers: { 200: { description: 'The endpoint', schema: shown } },
    async handle({ params, body, caller, now_ms }) {
      if (body.url !== undefined) await refuseUrl(guard, body.url);
      const changed = await changeWebhookEndpoint(database, ownerOf(caller), params.id, body, now_ms);
      if (!changed) throw endpointNotFound();
      wake();
      return { status: 200, body: changed };
    },
  });
}

function remove(database: Database): Endpoint {
  return endpoint({
    ...withId,
    method: 'delete',
    path: '/v1/webhook-endpoints/{id}',
    summary: 'End an endpoint, at once, with its log',
    answers: { 204: { description: 'Ended' } },
    async handle({ params, caller }) {
      const deleted = await deleteWebhookEndpoint(database, ownerOf(caller), params.id);
      if (!deleted) throw endpointNotFound();
      return { status: 204 };
    },
  });
}

function rotate(database: Database): Endpoint {
  return endpoint({
    ...withId,
    method: 'post',
    path: '/v1/webhook-endpoints/{id}/secret',
    summary: 'Give an endpoint a new secret',
    description: `For ${old_secret_hours} hours messages carry a signature by the old one as well.`,
    idempotency: 'call',
    answers: {
      201: { description: 'The new secret', schema: z.strictObject({ secret, old_secret_expires_at: at }) },
    },
    async handle({ params, caller, now_ms }) {
      const rotated = await rotateWebhookSecret(database, ownerOf(caller), params.id, now_ms);
      if (!rotated) throw endpointNotFound();
      const { secret, old_secret_expires_at_ms } = rotated;
      return { status: 201, body: { secret, old_secret_expires_at: instant(old_secret_expires_at_ms) } };
    },
  });
}

/** @throws Problem 422 when it leads where we call nobody */
async function refuseUrl(guard: Guard, url: string): Promise<void> {
  const wrong = await guard.whyNotNow(new URL(url));
  if (wrong !== null) throw invalid('url', wrong, 'url_not_allowed');
}

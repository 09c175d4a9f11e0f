import { z } from '@hono/zod-openapi';
import type { Database } from '../lib/database.ts';
import {
  createKey,
  type KeyRing,
  listKeys,
  revokeKey,
  SCOPES,
  scopesMistake,
} from '../modules/api-keys/index.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { id, name, text } from './fields.ts';
import { id_length_max } from './limits.ts';
import { notFound } from './problem.ts';
import { idPath } from './shared-schemas.ts';

const scope = z.union([
  z.enum(SCOPES),
  text('seller:'.length + id_length_max).regex(/^seller:./, 'must be a scope, or seller:<id>'),
]);

const newKey = z
  .object({ label: name, scopes: z.array(scope).min(1).max(SCOPES.length) })
  .superRefine(({ scopes }, context) => {
    const message = scopesMistake(scopes);
    if (message) context.addIssue({ code: 'custom', path: ['scopes'], message });
  })
  .openapi('NewApiKey');

const apiKey = z
  .strictObject({
    id,
    label: z.string(),
    scopes: z.array(z.string()),
    created_at: z.string().openapi({ format: 'date-time' }),
  })
  .openapi('ApiKey');

export function apiKeyEndpoints(database: Database, keys: KeyRing): Endpoint[] {
  const access = { scope: 'admin', sellers: false } as const;
  return [
    endpoint({
      method: 'post',
      path: '/v1/api-keys',
      tag: 'API keys',
      summary: 'Make a key; its secret is shown in this answer and never again',
      description:
        '`orders:write` includes reading. `seller:<id>` narrows a key to the part of that seller; alone it reads and writes.',
      access,
      idempotency: 'call',
      body: newKey,
      example: { label: 'The shop', scopes: ['orders:write'] },
      answers: { 201: { description: 'The key', schema: apiKey.extend({ secret: z.string() }) } },
      async handle({ body, now_ms }) {
        return { status: 201, body: await createKey(database, body, now_ms) };
      },
    }),
    endpoint({
      method: 'get',
      path: '/v1/api-keys',
      tag: 'API keys',
      summary: 'List the keys that work',
      access,
      answers: {
        200: {
          description: 'Keys, newest first',
          schema: z.strictObject({ items: z.array(apiKey), next_cursor: z.null() }),
        },
      },
      async handle() {
        return { status: 200, body: { items: await listKeys(database), next_cursor: null } };
      },
    }),
    endpoint({
      method: 'delete',
      path: '/v1/api-keys/{id}',
      tag: 'API keys',
      summary: 'Revoke a key, at once',
      access,
      params: idPath,
      answers: { 204: { description: 'Revoked' } },
      async handle({ params, now_ms }) {
        const found = await revokeKey(database, params.id, now_ms);
        keys.forget();
        if (!found) throw notFound('api_key_not_found');
        return { status: 204 };
      },
    }),
  ];
}

import { OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { AnswerDescription, Endpoint } from './endpoint.ts';
import { idempotency_key_length_max } from './limits.ts';
import { newOrder } from './order-schema.ts';
import { problemSchema } from './problem-schema.ts';
import { webhookDocument } from './webhook-document.ts';

const description = `Order updates for any shop: one story per order, the buyer informed and in control at every step.

Instants are RFC 3339 in UTC; any offset is accepted. Promises are calendar dates in the order's time zone. Money is integer minor units of the order's currency. Errors are problem documents (RFC 9457) whose \`code\` names the rule. Every POST takes an \`Idempotency-Key\`. An order number with a slash is percent-encoded in a path.`;

/** The OpenAPI 3.1 document, made from the very records the router serves. */
export function openApiDocument(endpoints: readonly Endpoint[]) {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key. The first one is printed at the first start, or comes from API_KEY.',
  });
  registry.register('NewOrder', newOrder);
  for (const endpoint of endpoints) registry.registerPath(pathOf(endpoint));
  for (const path of OPERATING) registry.registerPath(path);
  for (const webhook of webhookDocument()) registry.registerWebhook(webhook);
  return app.getOpenAPI31Document(
    {
      openapi: '3.1.0',
      info: { title: 'Tidings', version: '1', description, license: { name: 'MIT' } },
      servers: [{ url: '/' }],
    },
    { unionPreferredType: 'oneOf' },
  );
}

const operating: Pick<RouteConfig, 'method' | 'tags' | 'security'> = {
  method: 'get',
  tags: ['Operating'],
  security: [],
};

/** What probes and scrapers ask: no resource of ours, so not served from a record. */
const OPERATING: RouteConfig[] = [
  {
    ...operating,
    path: '/healthz',
    summary: 'Is the process up?',
    operationId: 'getHealthz',
    responses: { 200: { description: 'It is' } },
  },
  {
    ...operating,
    path: '/readyz',
    summary: 'Is the database reachable and migrated?',
    operationId: 'getReadyz',
    responses: { 200: { description: 'It is' }, 503: answerOf(503, { description: 'Not now' }) },
  },
  {
    ...operating,
    path: '/metrics',
    summary: 'Read the metrics of the process, for Prometheus',
    operationId: 'getMetrics',
    responses: { 200: { description: 'Metrics', content: { 'text/plain': { schema: z.string() } } } },
  },
];

function pathOf(endpoint: Endpoint): RouteConfig {
  const { method, path, tag, summary, description, access, params, query } = endpoint;
  return {
    method,
    path,
    tags: [tag],
    summary,
    operationId: `${method}${path.replace(/^\/v1|[{}]/g, '').replace(/[/-](\w?)/g, (_, c) => c.toUpperCase())}`,
    ...(description ? { description } : {}),
    security: access === 'open' ? [] : [{ key: access.scope === 'any' ? [] : [access.scope] }],
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...(endpoint.idempotency === 'none' ? {} : { headers: idempotencyHeaders }),
      ...bodyOf(endpoint),
    },
    responses: Object.fromEntries([
      ...Object.entries(endpoint.answers).map(([status, answer]) => [
        status,
        answerOf(Number(status), answer),
      ]),
      ...problemsOf(endpoint).map(([status, text]) => [status, answerOf(status, { description: text })]),
    ]),
  };
}

const idempotencyHeaders = z.object({
  'Idempotency-Key': z
    .string()
    .min(1)
    .max(idempotency_key_length_max + 2)
    .optional()
    .openapi({
      description:
        'Quoted or bare. The same key with the same body replays the first answer, with `Idempotency-Replayed: true`; with another body it is refused. Kept for at least 24 hours.',
      example: '"4c8d7e60-1"',
    }),
});

function bodyOf({ body, example, raw_body }: Endpoint) {
  if (raw_body) return { body: { content: { 'application/json': { schema: z.unknown() } } } };
  if (!body) return {};
  return { body: { required: true, content: { 'application/json': { schema: body, example } } } };
}

function answerOf(status: number, { description, schema, content_type }: AnswerDescription) {
  if (status >= 400) {
    return { description, content: { 'application/problem+json': { schema: problemSchema } } };
  }
  if (!schema) return { description };
  return { description, content: { [content_type ?? 'application/json']: { schema } } };
}

/** What can be wrong with any call of this kind. */
function problemsOf(endpoint: Endpoint): [number, string][] {
  const { access, answers, body, params, query, raw_body, idempotency } = endpoint;
  const keyed = access !== 'open';
  const repeatable = idempotency !== 'none';
  const problems: [number, string, boolean][] = [
    [400, 'The body is no JSON, or the Idempotency-Key no key', body !== undefined || repeatable],
    [401, keyed ? 'No key that works' : 'The signature does not fit', keyed || raw_body === true],
    [403, 'The key may not', keyed],
    [404, 'There is no such thing, or none of yours', params !== undefined || body !== undefined],
    [413, 'Too large', body !== undefined || raw_body === true],
    [415, 'Not application/json', body !== undefined],
    [
      422,
      'Well formed, but impossible; `errors` says where',
      body !== undefined || query !== undefined || repeatable,
    ],
    [503, 'The database is away; see Retry-After', true],
  ];
  return problems.flatMap(([status, text, can]) => (can && !answers[status] ? [[status, text]] : []));
}

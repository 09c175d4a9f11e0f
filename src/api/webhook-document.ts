import { type RouteConfig, z } from '@hono/zod-openapi';
import { bodyOf, EVENT_EXAMPLES, EVENT_TYPES } from '../modules/webhooks/index.ts';
import { webhook_tag } from './webhook-parts.ts';

/** The section `webhooks` of the OpenAPI document: every event there is, with an example of its body. */
export function webhookDocument(): RouteConfig[] {
  const facts = Object.keys(EVENT_TYPES) as (keyof typeof EVENT_TYPES)[];
  return facts.map((fact, index) => {
    const name = EVENT_TYPES[fact];
    const { means, data } = EVENT_EXAMPLES[fact];
    const at = '2026-11-22T14:00:00Z';
    const told = { type: fact, version: index + 1, at, recorded_at: at, actor: 'shop', data };
    const example = JSON.parse(bodyOf(EVENT_EXAMPLES.OrderPlaced.data.number, told));
    const content = { 'application/json': { schema: bodySchema(name), example } };
    return {
      method: 'post',
      path: name,
      tags: [webhook_tag],
      summary: name,
      description: means,
      operationId: `on${name.replace(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
      security: [],
      request: { headers: signatureHeaders, body: { required: true, content } },
      responses: { '2XX': { description: 'It has arrived. Anything else, and it comes again.' } },
    };
  });
}

const signatureHeaders = z.object({
  'webhook-id': z.string().openapi({
    description: 'The same at every try: what was seen before can be left aside',
    example: 'msg_019cae6b6600f707c40989f19602',
  }),
  'webhook-timestamp': z
    .string()
    .openapi({ description: 'Of this try, seconds since 1970', example: '1795356000' }),
  'webhook-signature': z.string().openapi({
    description: '`v1,` and HMAC-SHA256 of `id.timestamp.body` in base64; several with spaces between them',
  }),
});

const at = z.string().openapi({ format: 'date-time' });

function bodySchema(name: string) {
  return z.object({
    type: z.literal(name),
    timestamp: at,
    data: z.looseObject({
      order: z.string(),
      version: z
        .int()
        .openapi({ description: "Of the fact, in the order's story: messages may overtake each other" }),
      at,
      recorded_at: at,
      actor: z.string(),
      omitted: z.array(z.string()).optional().openapi({
        description: 'Fields that would have made it larger than 20 kB: read them in the story of the order',
      }),
    }),
  });
}

import { z } from '@hono/zod-openapi';
import type { Secrets } from '../lib/secrets.ts';
import { issueStatusToken, status_token_minutes } from '../modules/order-view/status-token.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import type { OrderDesk } from './order-desk.ts';
import { orderPath } from './shared-schemas.ts';

export const statusToken = z
  .strictObject({
    token: z.string(),
    expires_at: z.string().openapi({ format: 'date-time', example: '2026-11-21T11:00:00Z' }),
  })
  .openapi('StatusToken');

export function statusTokenEndpoints(desk: OrderDesk, secrets: Secrets): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/orders/{number}/status-tokens',
      tag: 'Buyers',
      summary: "Let a page of the shop show an order's state for a while",
      description: `For \`<tidings-order-status token="...">\` on a page whose reader the shop knows. Opens the state of the order (dates, steps, items, tracking) for ${status_token_minutes} minutes, and no name, address or price. It changes nothing, so an Idempotency-Key has no effect.`,
      access: { scope: 'orders:read', sellers: false },
      params: orderPath,
      answers: { 201: { description: 'The token', schema: statusToken } },
      async handle(call) {
        const stored = await desk.read(call.params.number, call);
        return { status: 201, body: issueStatusToken(secrets, stored, call.now_ms) };
      },
    }),
  ];
}

import { z } from '@hono/zod-openapi';
import { instant } from '../lib/clock.ts';
import type { Addresses, Standing } from '../modules/addresses/index.ts';
import { type Answer, type Call, type Endpoint, endpoint } from './endpoint.ts';
import type { OrderDesk } from './order-desk.ts';
import { orderPath } from './shared-schemas.ts';

const at = z.string().openapi({ format: 'date-time', example: '2026-11-21T10:00:00Z' });

const mailStop = z
  .strictObject({
    stopped: z.boolean().openapi({ description: 'Mail to the address of this order came back for good' }),
    stopped_at: at.nullable(),
    reason: z.string().nullable().openapi({ example: 'no_such_mailbox' }),
    status: z.string().nullable().openapi({ description: 'RFC 3463', example: '5.1.1' }),
    complained_at: at.nullable().openapi({
      description: 'Its reader called a mail of ours spam: only what contract or law asks for is sent',
    }),
  })
  .openapi('MailStop');

/** What keeps mail from an order's buyer. A changed address has none: it is another one. */
export function mailStopEndpoints(desk: OrderDesk, addresses: Addresses): Endpoint[] {
  async function answer(call: Call<{ number: string }>, lift: boolean): Promise<Answer> {
    const { email } = (await desk.read(call.params.number, call)).contact.customer;
    if (email && lift) await addresses.lift(email);
    return { status: 200, body: shown(email ? await addresses.standing(email) : null) };
  }
  const described = { 200: { description: 'What is known of the address now', schema: mailStop } };
  return [
    endpoint({
      method: 'get',
      path: '/v1/orders/{number}/mail-stop',
      tag: 'Notifications',
      summary: 'Ask whether mail reaches the buyer of an order',
      access: { scope: 'orders:read', sellers: true },
      params: orderPath,
      answers: described,
      handle: (call) => answer(call, false),
    }),
    endpoint({
      method: 'delete',
      path: '/v1/orders/{number}/mail-stop',
      tag: 'Notifications',
      summary: 'Say that the address of an order works again',
      description: 'What came back from it before is forgotten, also for other orders with the same address.',
      access: { scope: 'orders:write', sellers: false },
      params: orderPath,
      answers: described,
      handle: (call) => answer(call, true),
    }),
  ];
}

function shown(standing: Standing | null): z.input<typeof mailStop> {
  const stopped = standing?.stopped ?? null;
  return {
    stopped: stopped !== null,
    stopped_at: stopped && instant(stopped.at_ms),
    reason: stopped?.reason ?? null,
    status: stopped?.status ?? null,
    complained_at: standing?.complained_at_ms == null ? null : instant(standing.complained_at_ms),
  };
}

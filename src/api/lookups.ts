import { z } from '@hono/zod-openapi';
import { addressGroup } from '../lib/client-address.ts';
import type { Secrets } from '../lib/secrets.ts';
import { type OrderView, viewOrder } from '../modules/order-view/index.ts';
import { type LookupLimits, lookUp, normalizeNumber } from '../modules/order-view/lookup.ts';
import { issueStatusToken } from '../modules/order-view/status-token.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { text } from './fields.ts';
import { email_length_max, id_length_max } from './limits.ts';
import type { OrderDesk } from './order-desk.ts';
import { orderView } from './order-view-schema.ts';
import { orderNotFound, Problem } from './problem.ts';
import { localeQuery } from './shared-schemas.ts';
import { statusToken } from './status-tokens.ts';

/** As typed from a mail, so longer than the number itself; whether it can be one is not said. */
const lookup = z.object({ number: text(2 * id_length_max), email: text(email_length_max) }).openapi('Lookup');

/** With what shows the order anew for a while, so that a page need not ask for the e-mail address again. */
const lookedUpOrder = z
  .strictObject({ ...orderView.shape, status_token: statusToken })
  .openapi('LookedUpOrder');

export function lookupEndpoints(desk: OrderDesk, limits: LookupLimits, secrets: Secrets): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/lookups',
      tag: 'Buyers',
      summary: 'Look an order up by its number and the e-mail address it was placed with',
      description:
        'No key. One and the same 404 for a wrong number, a wrong address and no order at all. Limited per address and per order number. It changes nothing, so an Idempotency-Key has no effect.',
      access: 'open',
      query: localeQuery,
      body: lookup,
      example: { number: '114-3941689-8772232', email: 'buyer@example.com' },
      answers: {
        200: { description: "The buyer's view of the order", schema: lookedUpOrder },
        429: { description: 'Too many look-ups; see Retry-After' },
      },
      async handle({ body, query, address, now_ms }) {
        const number = normalizeNumber(body.number);
        const network = addressGroup(address);
        const limited = await limits.take(network, number, now_ms);
        if (limited) {
          const detail = 'Too many look-ups from this address or for this order.';
          throw new Problem(429, 'too_many_lookups', { detail, ...limited });
        }
        const stored = await lookUp(desk.orders, { number, email: body.email });
        if (!stored) {
          await limits.missed(network, number, now_ms);
          throw orderNotFound();
        }
        const view = buyersView(viewOrder(stored, { locale: query.locale, now_ms, returns: desk.returns }));
        return { status: 200, body: { ...view, status_token: issueStatusToken(secrets, stored, now_ms) } };
      },
    }),
  ];
}

/**
 * Everything the buyer owns: all of the order, except what only the shop's books need (its own id of the
 * customer, and the payment provider's references).
 */
function buyersView(view: OrderView): OrderView {
  return {
    ...view,
    customer: { ...view.customer, id: null },
    adjustments: view.adjustments.map((adjustment) => ({ ...adjustment, reference: null })),
  };
}

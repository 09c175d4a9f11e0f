import { z } from '@hono/zod-openapi';
import { CHANGED_BY } from '../modules/changes/state.ts';
import { DELIVERY_OPTIONS } from '../modules/orders/vocabulary.ts';
import type { ChangeDesk, WishAsked } from './change-desk.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { country, email, name, orNull, text } from './fields.ts';
import { money_max } from './limits.ts';
import { changedOrder } from './order-view-schema.ts';
import { invalid } from './problem.ts';
import { changedAnswers, localeQuery, orderPath } from './shared-schemas.ts';

/** What is absent stays as it is; null clears it. */
const changed = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().optional();

const newChange = z
  .object({
    ship_to: z
      .object({
        name: changed(name),
        line1: changed(name).openapi({
          description: 'As `name` and `city` it may not be null, unless it goes to a pickup point',
        }),
        line2: changed(name),
        city: changed(name),
        region: changed(name),
        postal_code: changed(text(32)),
        country: country.optional(),
        pickup_point: changed(name).openapi({
          description: 'The same as `pickup_point` beside it, which goes first',
        }),
      })
      .nullish(),
    customer: z.object({ email: email.optional(), name: changed(name), phone: changed(text(40)) }).nullish(),
    delivery_option: z.enum(DELIVERY_OPTIONS).nullish(),
    pickup_point: name.nullish().openapi({
      description:
        'Id of a pickup point of the shop, or a name that only one has; any name where it keeps no list',
    }),
    by: z
      .enum(CHANGED_BY)
      .nullish()
      .transform((by) => by ?? 'customer'),
    accepted_surcharge: orNull(z.int().min(-money_max).max(money_max)).openapi({
      description: 'What the preview said it costs: refused when that is another amount by now',
    }),
    preview: z
      .boolean()
      .nullish()
      .transform((preview) => preview ?? false),
  })
  .openapi('NewOrderChange');

export function changeEndpoints(changes: ChangeDesk): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/orders/{number}/changes',
      tag: 'Changes',
      summary: 'Change where an order goes, how, or how its buyer is reached, before it leaves',
      description:
        'All or nothing, and at once. Fields that are absent stay; who leaves a pickup point says the whole address. Another way of delivery costs the difference of the published prices and moves the promise by the transit table; `result.amount` says how much more, a negative one is refunded as far as it was paid. With `preview` nothing is stored: the answer is the order as it would be.',
      access: { scope: 'orders:write', sellers: false },
      idempotency: 'story',
      params: orderPath,
      query: localeQuery,
      body: newChange,
      example: {
        ship_to: { line1: '12 Elm Street', postal_code: '02109' },
        customer: { phone: '+12025550199' },
        delivery_option: 'expedited',
        preview: true,
      },
      answers: {
        ...changedAnswers,
        200: { description: 'The preview, or nothing changed', schema: changedOrder },
      },
      async handle(call) {
        const { by, accepted_surcharge, preview, ...asked } = call.body;
        const wish = wishOf(asked);
        if (Object.keys(wish).length === 0) throw invalid('', 'names nothing to change', 'nothing_asked');
        const asking = { number: call.params.number, wish, by, accepted_surcharge };
        return preview ? changes.preview(call, asking) : changes.carryOut(call, asking);
      },
    }),
  ];
}

type Asked = Omit<z.output<typeof newChange>, 'by' | 'accepted_surcharge' | 'preview'>;

function wishOf({ ship_to, customer, delivery_option, pickup_point }: Asked): WishAsked {
  const wish = {
    ...(ship_to && Object.keys(ship_to).length > 0 && { ship_to }),
    ...(customer && Object.keys(customer).length > 0 && { customer }),
    ...(delivery_option && { delivery_option }),
    ...(pickup_point && { pickup_point }),
  };
  return wish as WishAsked;
}

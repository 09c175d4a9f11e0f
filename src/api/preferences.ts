import { z } from '@hono/zod-openapi';
import type { Database } from '../lib/database.ts';
import { matchLocale } from '../lib/words.ts';
import {
  default_preferences,
  isTypeName,
  MANDATORY_TYPES,
  type Preferences,
  readPreferences,
  type TypeWishes,
  writePreferences,
} from '../modules/notifications/preferences/index.ts';
import { type Call, type Endpoint, endpoint } from './endpoint.ts';
import { id, languageTag, orNull, timeZone } from './fields.ts';
import { type_wishes_max } from './limits.ts';
import type { Mails } from './notifications.ts';
import { notFound } from './problem.ts';

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM')
  .openapi({ example: '22:00' });

const only_email_gathers = 'must be instant or off: only e-mail gathers into a digest';
const wishes = z.strictObject({
  email: z.enum(['instant', 'digest', 'off']).nullish(),
  sms: z.enum(['instant', 'off'], only_email_gathers).nullish(),
  push: z.enum(['instant', 'off'], only_email_gathers).nullish(),
});

const types = z
  .record(z.string(), wishes)
  .refine(
    (given) => Object.keys(given).length <= type_wishes_max,
    `must name at most ${type_wishes_max} types`,
  )
  .superRefine((given, context) => {
    for (const name of Object.keys(given).slice(0, type_wishes_max)) {
      if (isTypeName(name)) continue;
      context.addIssue({ code: 'custom', path: [name], message: 'is no type of notification' });
    }
  });

const quietHours = z
  .object({ from: time, to: time })
  .refine(({ from, to }) => from !== to, { message: 'must not be equal to from', path: ['to'] });

const preferencesBody = z
  .object({
    locale: orNull(languageTag),
    time_zone: orNull(timeZone),
    channels: orNull(
      z.object({ email: orNull(z.boolean()), sms: orNull(z.boolean()), push: orNull(z.boolean()) }),
    ),
    types: orNull(types),
    quiet_hours: orNull(quietHours),
    digest_at: orNull(time),
  })
  .openapi('PreferencesDescription');

const on = z.boolean();
const preferencesAnswer = z
  .strictObject({
    locale: z
      .string()
      .nullable()
      .openapi({ description: 'Of ours, the nearest to what was asked for; null: that of each order' }),
    time_zone: z
      .string()
      .nullable()
      .openapi({ description: 'Null: that of each order; of a seller its own' }),
    channels: z.strictObject({ email: on, sms: on, push: on }),
    types: z.record(z.string(), z.record(z.string(), z.string())).openapi({
      description: 'What was said. Everything else is `instant`; what asks for something is `off`',
    }),
    quiet_hours: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
    digest_at: z.string(),
    mandatory: z.array(z.string()).openapi({
      description:
        'Types that contract or law demands. By e-mail they can be `digest` and not `off`; without e-mail they come by another channel, else by e-mail all the same',
    }),
    available_channels: z.array(z.string()).openapi({ description: 'Those this installation has' }),
  })
  .openapi('Preferences');

const example = {
  locale: 'pl',
  time_zone: 'Europe/Warsaw',
  channels: { email: true, sms: true, push: true },
  types: { shipment_dispatched: { email: 'digest' }, shipment_out_for_delivery: { sms: 'instant' } },
  quiet_hours: { from: '22:00', to: '07:00' },
  digest_at: '18:00',
};

const personPath = z.object({ id });
const tag = 'Notifications';

/** Whose preferences: a customer's are no business of a seller's key; a seller's are its own. */
const PEOPLE = [
  { path: '/v1/customers/{id}/preferences', kind: 'customer', who: 'a customer' },
  { path: '/v1/sellers/{id}/preferences', kind: 'seller', who: 'a seller' },
] as const;

/** How and when a customer, or a seller, wants to be told. */
export function preferenceEndpoints(
  database: Database,
  mails: Pick<Mails, 'wake'>,
  channels: readonly string[],
): Endpoint[] {
  const answer = (preferences: Preferences) => ({
    status: 200,
    body: { ...preferences, mandatory: MANDATORY_TYPES, available_channels: channels },
  });

  return PEOPLE.flatMap(({ path, kind, who }) => {
    const sellers = kind === 'seller';
    const personOf = (id: string, { caller }: Pick<Call, 'caller'>): string => {
      if (caller!.seller !== null && caller!.seller !== id) throw notFound('seller_not_found');
      return `${kind}:${id}`;
    };

    const read = endpoint({
      method: 'get',
      path,
      tag,
      summary: `How and when ${who} wants to be told`,
      description: 'Whoever never said anything has the defaults.',
      access: { scope: 'orders:read', sellers },
      params: personPath,
      answers: { 200: { description: 'The preferences', schema: preferencesAnswer } },
      async handle(call) {
        return answer(await readPreferences(database, personOf(call.params.id, call)));
      },
    });

    const put = endpoint({
      method: 'put',
      path,
      tag,
      summary: `Say how and when ${who} wants to be told`,
      description:
        'Puts these in place of those before; what is left out is as by default. What is held at this moment is decided anew.',
      access: { scope: 'orders:write', sellers },
      params: personPath,
      body: preferencesBody,
      example,
      answers: { 200: { description: 'The preferences as they are kept', schema: preferencesAnswer } },
      async handle(call) {
        const person = personOf(call.params.id, call);
        const kept = await writePreferences(database, person, preferencesOf(call.body), call.now_ms);
        mails.wake();
        return answer(kept);
      },
    });

    return [read, put];
  });
}

function preferencesOf(body: z.output<typeof preferencesBody>): Preferences {
  const { channels: by_default, digest_at } = default_preferences;
  const { email, sms, push } = body.channels ?? {};
  return {
    locale: matchLocale(body.locale),
    time_zone: body.time_zone,
    channels: { email: email ?? by_default.email, sms: sms ?? by_default.sms, push: push ?? by_default.push },
    types: Object.fromEntries(Object.entries(body.types ?? {}).map(([name, given]) => [name, saidOf(given)])),
    quiet_hours: body.quiet_hours,
    digest_at: body.digest_at ?? digest_at,
  };
}

/** Absent and null are the same: nothing was said. */
function saidOf(given: z.output<typeof wishes>): TypeWishes {
  return Object.fromEntries(Object.entries(given).filter(([, wish]) => wish != null));
}

import { z } from '@hono/zod-openapi';
import { instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import { invitation_days, invite } from '../modules/accounts/index.ts';
import type { TellPerson } from '../modules/notifications/personal/index.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { id, text } from './fields.ts';
import { email_length_max, id_length_max } from './limits.ts';

const kind = z.enum(['seller', 'operator']);
const role = z.enum(['owner', 'staff', 'viewer']).openapi({
  description: '`owner`: everything. `staff`: the daily work. `viewer`: reads along.',
});
const email = text(email_length_max).pipe(z.email());

const newInvitation = z
  .object({
    kind,
    email,
    seller: text(id_length_max)
      .min(1)
      .optional()
      .openapi({ description: 'Whom they will work for; for sellers' }),
    role,
    mail: z
      .boolean()
      .default(true)
      .openapi({ description: 'false: nobody is written to; hand the link over yourself' }),
  })
  .superRefine((wish, context) => {
    if ((wish.kind === 'seller') === (wish.seller !== undefined)) return;
    const message = wish.kind === 'seller' ? 'must name the seller they work for' : 'is for sellers alone';
    context.addIssue({ code: 'custom', path: ['seller'], message });
  })
  .openapi('NewInvitation');

const invitation = z
  .strictObject({
    ...{ id, kind, email: z.string(), seller: z.string().nullable(), role },
    url: z.string().openapi({ description: 'Opens it, once. It is shown in this answer and never again' }),
    expires_at: z.string().openapi({ format: 'date-time' }),
  })
  .openapi('Invitation');

export interface InvitationParts {
  database: Database;
  tellPerson: TellPerson;
  public_url: string;
  shop: { locale: string; timeZone: string };
}

export function invitationEndpoints({ database, tellPerson, public_url, shop }: InvitationParts): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/invitations',
      tag: 'People',
      summary: 'Invite somebody to a desk, by mail or by a link',
      description: `They accept at the link within ${invitation_days} days and choose how they will sign in. Somebody who works there already gets a new way in and this role, and every way in they had ends.`,
      access: { scope: 'admin', sellers: false },
      idempotency: 'none',
      body: newInvitation,
      example: { kind: 'seller', email: 'desk@books.example', seller: 's-1', role: 'staff' },
      answers: { 201: { description: 'The invitation', schema: invitation } },
      async handle({ body, now_ms }) {
        const { mail, ...wish } = body;
        const made = await invite(database, { ...wish, seller: wish.seller ?? null }, now_ms);
        const { token, expires_at_ms, ...shown } = made;
        const url = `${public_url}/invitation/${token}`;
        if (mail) {
          await tellPerson({
            ...{ type: 'invitation', key: made.id, email: made.email, now_ms, expires_at_ms },
            subject_key: `letter:${made.id}`,
            ...{ locale: shop.locale, time_zone: shop.timeZone },
            data: { kind: made.kind, role: made.role, url, days: invitation_days },
          });
        }
        return { status: 201, body: { ...shown, url, expires_at: instant(expires_at_ms) } };
      },
    }),
  ];
}

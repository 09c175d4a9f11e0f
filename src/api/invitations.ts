import { z } from '@hono/zod-openapi';
import { instant } from '../lib/clock.ts';
import {
  type Invitation,
  invitation_days,
  invite,
  listInvitations,
  withdrawInvitation,
} from '../modules/accounts/index.ts';
import { invitationNotice, invitationUrl } from '../modules/notifications/personal/index.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { id, text } from './fields.ts';
import { email_length_max, id_length_max, name_length_max } from './limits.ts';
import { deskQuery, kind, type PeopleParts, role, teamOf } from './people.ts';
import { notFound } from './problem.ts';
import { idPath } from './shared-schemas.ts';

const newInvitation = z
  .object({
    kind,
    email: text(email_length_max).pipe(z.email()),
    name: text(name_length_max, 0).default('').openapi({ description: 'What they are called' }),
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

const openInvitation = z
  .strictObject({
    ...{ id, kind, email: z.string(), name: z.string(), seller: z.string().nullable(), role },
    expires_at: z.string().openapi({ format: 'date-time' }),
  })
  .openapi('OpenInvitation');

const invitation = openInvitation
  .extend({
    url: z.string().openapi({ description: 'Opens it, once. It is shown in this answer and never again' }),
  })
  .openapi('Invitation');

const access = { scope: 'admin', sellers: false } as const;

export function invitationEndpoints(parts: PeopleParts): Endpoint[] {
  return [create(parts), list(parts), withdraw(parts)];
}

function create({ database, tellPerson, public_url, shop }: PeopleParts): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/invitations',
    tag: 'People',
    summary: 'Invite somebody to a desk, by mail or by a link',
    description: `They accept at the link within ${invitation_days} days and choose how they will sign in. Somebody who works there already gets a new way in and this role, and every way in they had ends. An invitation that is still open for this address and desk ends: invite again to send one again.`,
    access,
    idempotency: 'none',
    body: newInvitation,
    example: { kind: 'seller', email: 'desk@books.example', name: 'Ann Books', seller: 's-1', role: 'staff' },
    answers: { 201: { description: 'The invitation', schema: invitation } },
    async handle({ body, now_ms }) {
      const { mail, ...wish } = body;
      const made = await invite(database, { ...wish, seller: wish.seller ?? null }, now_ms);
      const telling = { public_url, locale: shop.locale, time_zone: shop.timeZone, now_ms };
      if (mail) await tellPerson(invitationNotice(made, telling));
      const { token, ...open } = made;
      return { status: 201, body: { ...shown(open), url: invitationUrl(telling, token) } };
    },
  });
}

function list({ database }: PeopleParts): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/invitations',
    tag: 'People',
    summary: 'List the invitations to a desk that can still be accepted',
    access,
    query: deskQuery,
    answers: {
      200: {
        description: 'Invitations, newest first',
        schema: z.strictObject({ items: z.array(openInvitation), next_cursor: z.null() }),
      },
    },
    async handle({ query, now_ms }) {
      const open = await listInvitations(database, teamOf(query), now_ms);
      return { status: 200, body: { items: open.map(shown), next_cursor: null } };
    },
  });
}

function withdraw({ database }: PeopleParts): Endpoint {
  return endpoint({
    method: 'delete',
    path: '/v1/invitations/{id}',
    tag: 'People',
    summary: 'Withdraw an open invitation: its link opens nothing from now on',
    access,
    params: idPath,
    answers: { 204: { description: 'Withdrawn' } },
    async handle({ params, now_ms }) {
      if (!(await withdrawInvitation(database, null, params.id, now_ms)))
        throw notFound('invitation_not_found');
      return { status: 204 };
    },
  });
}

function shown({ expires_at_ms, ...invitation }: Invitation) {
  return { ...invitation, expires_at: instant(expires_at_ms) };
}

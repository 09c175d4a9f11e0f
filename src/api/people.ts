import { z } from '@hono/zod-openapi';
import { instant } from '../lib/clock.ts';
import type { Database } from '../lib/database.ts';
import {
  type Changed,
  changeRole,
  findStaffById,
  listStaff,
  removeStaff,
  type StaffMember,
  type Team,
} from '../modules/accounts/index.ts';
import { accessNotice, type TellPerson } from '../modules/notifications/personal/index.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { id, text } from './fields.ts';
import { id_length_max } from './limits.ts';
import { notFound, Problem } from './problem.ts';
import { idPath } from './shared-schemas.ts';

export const kind = z.enum(['seller', 'operator']);
export const role = z.enum(['owner', 'staff', 'viewer']).openapi({
  description: '`owner`: everything. `staff`: the daily work. `viewer`: reads along.',
});

/** Whose desk. */
export const deskQuery = z.object({
  seller: text(id_length_max)
    .optional()
    .openapi({ description: 'Those of this seller; absent: the operators, who look after the shop' }),
});

export function teamOf({ seller }: { seller?: string | undefined }): Team {
  return seller === undefined ? { kind: 'operator', seller: null } : { kind: 'seller', seller };
}

const person = z
  .strictObject({
    ...{ id, kind, email: z.string(), name: z.string(), seller: z.string().nullable(), role },
    second_step: z.enum(['passkey', 'authenticator', 'mailed_code']).nullable().openapi({
      description: 'How they show who they are, beside a mailbox. Null: they cannot sign in yet',
    }),
    signed_in_at: z.string().nullable().openapi({ format: 'date-time' }),
  })
  .openapi('Person');

/** What endpoints about those behind the desks stand on. */
export interface PeopleParts {
  database: Database;
  tellPerson: TellPerson;
  public_url: string;
  shop: { locale: string; timeZone: string };
}

const access = { scope: 'admin', sellers: false } as const;
const last_owner = { 409: { description: 'Nobody would be left who can let others in' } };

export function peopleEndpoints(parts: PeopleParts): Endpoint[] {
  const { database } = parts;
  return [
    endpoint({
      method: 'get',
      path: '/v1/people',
      tag: 'People',
      summary: 'List who works at a desk',
      access,
      query: deskQuery,
      answers: {
        200: {
          description: 'People, owners first',
          schema: z.strictObject({ items: z.array(person), next_cursor: z.null() }),
        },
      },
      async handle({ query }) {
        const people = await listStaff(database, teamOf(query));
        return { status: 200, body: { items: people.map(shown), next_cursor: null } };
      },
    }),
    endpoint({
      method: 'patch',
      path: '/v1/people/{id}',
      tag: 'People',
      summary: 'Give somebody another role, at once; they are told by mail',
      access,
      params: idPath,
      body: z.object({ role }).openapi('PersonChange'),
      example: { role: 'staff' },
      answers: { 200: { description: 'The person', schema: person }, ...last_owner },
      async handle({ params, body, now_ms }) {
        const team = await teamWith(database, params.id);
        const wish = { person: params.id, by: null, role: body.role };
        const { was } = allowed(await changeRole(database, team, wish, now_ms));
        const is = { ...was, role: body.role };
        if (was.role !== is.role) await tell(parts, is, 'role', now_ms);
        return { status: 200, body: shown(is) };
      },
    }),
    endpoint({
      method: 'delete',
      path: '/v1/people/{id}',
      tag: 'People',
      summary: 'Remove somebody; they are signed out everywhere, at once, and told by mail',
      access,
      params: idPath,
      answers: { 204: { description: 'Removed' }, ...last_owner },
      async handle({ params, now_ms }) {
        const team = await teamWith(database, params.id);
        const { was } = allowed(await removeStaff(database, team, { person: params.id, by: null }));
        await tell(parts, was, 'removed', now_ms);
        return { status: 204 };
      },
    }),
  ];
}

async function teamWith(database: Database, person_id: string): Promise<Team> {
  const found = await findStaffById(database, person_id);
  if (!found) throw notFound('person_not_found');
  return found;
}

function allowed(changed: Changed): { was: StaffMember } {
  if ('was' in changed) return changed;
  throw changed.refusal === 'last_owner' ? new Problem(409, 'last_owner') : notFound('person_not_found');
}

function tell(
  { tellPerson, shop }: PeopleParts,
  who: StaffMember,
  what: 'role' | 'removed',
  now_ms: number,
): Promise<unknown> {
  return tellPerson(accessNotice(who, what, { locale: shop.locale, time_zone: shop.timeZone, now_ms }));
}

function shown({ demonstration: _, signed_in_at_ms, ...member }: StaffMember) {
  return { ...member, signed_in_at: signed_in_at_ms === null ? null : instant(signed_in_at_ms) };
}

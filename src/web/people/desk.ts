import type { Context } from 'hono';
import type { Invitation, Role, StaffMember, Team } from '../../modules/accounts/index.ts';
import { readSellers } from '../../modules/sellers/index.ts';
import type { Desk } from '../account/desk/door.ts';
import { fieldOf } from '../account/fields.ts';
import { accountToken } from '../account/form-token.ts';
import { type AtDesk, sitDown } from '../desk/desk.ts';
import type { Site } from '../site.ts';

/** What somebody may do, from all of it to nothing but look. */
export const ROLES = ['owner', 'staff', 'viewer'] as const satisfies readonly Role[];

/** An owner at the page of who works here; or one of the shop, at that of a seller. */
export interface AtPeople extends AtDesk {
  context: Context;
  site: Site;
  team: Team;
  /** What the team works for: the shop, or the seller. */
  name: string;
  /** Whose wish a change is: see `StaffWish`. The shop itself changes what is a seller's. */
  by: string | null;
  /** The seller an operator asked for, when nobody described one of this id. */
  unknown_seller: string | null;
  /** For every form. */
  token: string;
}

/** What is asked of one of these pages, and what was posted to it. */
export interface AskedPeople {
  at: AtPeople;
  /** Of an account or an invitation; empty: the page is about neither. */
  id: string;
  form: Record<string, unknown>;
}

/** @param looks without the second step, which every change asks for */
export async function enter(
  context: Context,
  site: Site,
  desk: Desk,
  looks = false,
): Promise<AtPeople | Response> {
  const asked = desk === 'operator' ? fieldOf(context.req.query(), 'seller') : '';
  const home = `/${desk}/people${queryOf(asked)}`;
  const at_desk = await sitDown(context, site, desk, 'people', { looks, home });
  if (at_desk instanceof Response) return at_desk;
  const { person, page } = at_desk;
  site.keepLocale(at_desk.visit, page);
  const seller = at_desk.seller ?? (asked || null);
  const [described] = seller === null ? [] : await readSellers(site.deps.database, [seller]);
  const unknown_seller = asked !== '' && !described ? asked : null;
  const team: Team =
    seller === null || unknown_seller !== null
      ? { kind: 'operator', seller: null }
      : { kind: 'seller', seller };
  const name = described?.name ?? team.seller ?? page.shop;
  const by = team.kind === person.kind ? person.id : null;
  const token = accountToken(site, person);
  return { ...at_desk, context, site, team, name, by, unknown_seller, token };
}

/** A page of the team's, with PUBLIC_URL's own path. */
export function peoplePath(
  { page, desk, team }: AtPeople,
  rest = '',
  more: Record<string, string> = {},
): string {
  const seller = desk === 'operator' && team.seller !== null ? team.seller : '';
  return `${page.base}/${desk}/people${rest}${queryOf(seller, more)}`;
}

function queryOf(seller: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...(seller === '' ? {} : { seller }), ...more }).toString();
  return query === '' ? '' : `?${query}`;
}

/** What somebody is called here: by their name, or by their address. */
export function calledOf({ name, email }: Pick<StaffMember | Invitation, 'name' | 'email'>): string {
  return name === '' ? email : name;
}

export function roleIn(form: Record<string, unknown>): Role | null {
  return ROLES.find((role) => role === form.role) ?? null;
}

/** "does everything, settings and people too" */
export function canOf({ page: { words }, team }: AtPeople, role: Role): string {
  return words.say('people.can', { role, desk: team.kind });
}

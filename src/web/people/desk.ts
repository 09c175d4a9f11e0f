import type { Context } from 'hono';
import type { RateLimiter } from '../../lib/rate-limit.ts';
import type { Invitation, Role, StaffMember, Team } from '../../modules/accounts/index.ts';
import { readSellers } from '../../modules/sellers/index.ts';
import type { Desk } from '../account/desk/door.ts';
import { accountToken } from '../account/form-token.ts';
import { type AtDesk, sitDown } from '../desk/desk.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';

/** What somebody may do, from all of it to nothing but look. */
export const ROLES = ['owner', 'staff', 'viewer'] as const satisfies readonly Role[];

/** An owner at the page of who works here. */
export interface AtPeople extends AtDesk {
  context: Context;
  site: Site;
  team: Team;
  /** What this desk is called: the shop, or the seller. */
  name: string;
  /** For every form. */
  token: string;
}

/** What is asked of one of these pages, and what was posted to it. */
export interface AskedPeople {
  at: AtPeople;
  /** Of an account or an invitation; empty: the page is about neither. */
  id: string;
  form: Record<string, unknown>;
  /** Mails to the invited. */
  mails: RateLimiter;
}

/** @param looks without the second step, which every change asks for */
export async function enter(
  context: Context,
  site: Site,
  desk: Desk,
  looks = false,
): Promise<AtPeople | Response> {
  const at_desk = await sitDown(context, site, desk, 'people', { looks, home: `/${desk}/people` });
  if (at_desk instanceof Response) return at_desk;
  const { person, seller, page } = at_desk;
  site.keepLocale(at_desk.visit, page);
  const team: Team = seller === null ? { kind: 'operator', seller } : { kind: 'seller', seller };
  const [described] = seller === null ? [] : await readSellers(site.deps.database, [seller]);
  const name = described?.name ?? seller ?? page.shop;
  return { ...at_desk, context, site, team, name, token: accountToken(site, person) };
}

export function peoplePath({ base }: Pick<Page, 'base'>, desk: Desk, rest = ''): string {
  return `${base}/${desk}/people${rest}`;
}

/** What somebody is called here: by their name, or by their address. */
export function calledOf({ name, email }: Pick<StaffMember | Invitation, 'name' | 'email'>): string {
  return name === '' ? email : name;
}

export function roleIn(form: Record<string, unknown>): Role | null {
  return ROLES.find((role) => role === form.role) ?? null;
}

/** "everything, settings and people too" */
export function canOf({ words }: Page, desk: Desk, role: Role): string {
  return words.say('people.can', { role, desk: desk === 'operator' ? 'operator' : 'seller' });
}

import type { Context } from 'hono';
import type { Right, SignedIn } from '../../modules/accounts/index.ts';
import { atDesk, type DeskWish } from '../account/desk/access.ts';
import type { Desk } from '../account/desk/door.ts';
import type { Page } from '../page.ts';
import type { Site, Visit } from '../site.ts';

/** Somebody at a desk who may do what they ask for. */
export interface AtDesk {
  visit: Visit;
  page: Page;
  person: SignedIn;
  desk: Desk;
  /** Whose requests they see; null: everybody's. */
  seller: string | null;
}

/** @returns the answer for whoever may not: the way to sign in, or a refusal */
export async function sitDown(
  context: Context,
  site: Site,
  desk: Desk,
  right: Right,
  more: Pick<DeskWish, 'looks' | 'home'> = {},
): Promise<AtDesk | Response> {
  const visit = site.visit(context);
  const person = await atDesk(context, site, visit, { desk, right, ...more });
  if (person instanceof Response) return person;
  const page = site.page(context, visit);
  return { visit, page, person, desk, seller: desk === 'desk' ? person.seller : null };
}

export function requestsPath({ base }: Pick<Page, 'base'>, desk: Desk, id?: string): string {
  const list = `${base}/${desk}/requests`;
  return id === undefined ? list : `${list}/${encodeURIComponent(id)}`;
}

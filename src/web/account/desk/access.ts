import type { Context } from 'hono';
import { FRESH_RIGHTS, isFresh, may, type Right, type SignedIn } from '../../../modules/accounts/index.ts';
import { problemPage } from '../../components/problem.ts';
import type { Site, Visit } from '../../site.ts';
import { type Desk, deskOf, homes } from './door.ts';

/** What somebody wants behind a door. */
export interface DeskWish {
  desk: Desk;
  right: Right;
  /** They only look at what the right is about: without the second step. */
  looks?: boolean;
  /** Where a form that was not taken leads back to, without PUBLIC_URL's own path. Default: where work begins. */
  home?: string;
}

/**
 * Who asks for a page behind this door, when they may do what it does; otherwise the answer they get: the way to sign
 * in, to the second step (money, settings, people), or a refusal.
 */
export async function atDesk(
  context: Context,
  site: Site,
  visit: Visit,
  { desk, right, looks = false, home = homes[desk] }: DeskWish,
): Promise<SignedIn | Response> {
  const person = await site.account(context);
  const back = backTo(context, home);
  if (!person) return site.redirect(visit, `${site.base}/${desk}/sign-in?back=${encodeURIComponent(back)}`);
  if (deskOf(person.kind) !== desk || !may(person, right)) {
    return site.send(context, visit, problemPage(site.page(context, visit), 'role'), { status: 403 });
  }
  const stepped = !looks && FRESH_RIGHTS.includes(right) ? requireFresh(site, visit, person, back) : null;
  return stepped ?? person;
}

/**
 * Null when this person proved within ten minutes that they still sit there; otherwise the way to do so, and `back`
 * (a path of ours, without PUBLIC_URL's own). Ask on the page that shows what will happen: a form that was filled in
 * is not carried over the second step.
 */
export function requireFresh(site: Site, visit: Visit, person: SignedIn, back: string): Response | null {
  if (isFresh(person, visit.now_ms)) return null;
  const where = person.kind === 'customer' ? '/sign-in' : `/${deskOf(person.kind)}/confirm`;
  return site.redirect(visit, `${site.base}${where}?back=${encodeURIComponent(back)}`);
}

/** A form cannot be come back to. */
function backTo(context: Context, home: string): string {
  const { pathname, search } = new URL(context.req.url);
  return context.req.method === 'GET' ? pathname + search : home;
}

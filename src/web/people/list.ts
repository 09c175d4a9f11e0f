import { listInvitations, listStaff } from '../../modules/accounts/index.ts';
import { problemPage } from '../components/problem.ts';
import type { Answer } from '../site.ts';
import { type AtPeople, peoplePath } from './desk.ts';
import { type Done, type PeopleView, peoplePage } from './list-page.ts';

/** The list, after what was done or with what stood against it. */
export async function showList(
  at: AtPeople,
  { done, problem, status = 200 }: Pick<PeopleView, 'done' | 'problem'> & { status?: number },
): Promise<Response> {
  const { site, context, visit, team } = at;
  const { database } = site.deps;
  const [members, invitations] = await Promise.all([
    listStaff(database, team),
    listInvitations(database, team, visit.now_ms),
  ]);
  return site.send(context, visit, peoplePage(at, { members, invitations, done, problem }), { status });
}

/** The list shows what there is now; a second click finds it done. */
export function backToList(at: AtPeople, done?: Done): Response {
  return at.site.redirect(at.visit, peoplePath(at, '', done ? { changed: done } : {}));
}

export function absent({ site, context, visit, page }: AtPeople): Answer {
  return site.send(context, visit, problemPage(page, 404), { status: 404 });
}

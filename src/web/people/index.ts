import type { Context, Hono } from 'hono';
import { DESKS } from '../account/desk/door.ts';
import { fieldOf } from '../account/fields.ts';
import { isBelieved } from '../account/form-token.ts';
import { problemPage } from '../components/problem.ts';
import type { Answer, Site } from '../site.ts';
import { type AskedPeople, type AtPeople, enter } from './desk.ts';
import { askAgain, askToWithdraw, inviteForm, sendAgain, takeInvitation, withdraw } from './invite.ts';
import { absent, showList } from './list.ts';
import { DONE } from './list-page.ts';
import { askToRemove, remove, roleForm, takeRole } from './member.ts';

interface Room {
  show(asked: AskedPeople): Answer;
  take(asked: AskedPeople): Answer;
}

/** Every change has a page that says what will happen, and a form that does it. */
const ROOMS: Readonly<Record<string, Room>> = {
  '/invite': { show: inviteForm, take: takeInvitation },
  '/invitations/:id/again': { show: askAgain, take: sendAgain },
  '/invitations/:id/withdraw': { show: askToWithdraw, take: withdraw },
  '/:id/role': { show: roleForm, take: takeRole },
  '/:id/remove': { show: askToRemove, take: remove },
};

/** `/desk/people`: who works for a seller, for its owners. `/operator/people`: who looks after the shop, for its own;
 * with `?seller=` who works for that seller, whom the shop helps. */
export function peopleRoutes(app: Hono, site: Site): void {
  for (const desk of DESKS) {
    app.get(`/${desk}/people`, async (context) => {
      const at = await enter(context, site, desk, true);
      return at instanceof Response ? at : list(context, at);
    });
    for (const [rest, { show, take }] of Object.entries(ROOMS)) {
      app.get(`/${desk}/people${rest}`, async (context) => {
        const at = await enter(context, site, desk);
        if (at instanceof Response) return at;
        return at.unknown_seller === null ? show({ at, id: idIn(context), form: {} }) : absent(at);
      });
      app.post(`/${desk}/people${rest}`, async (context) => {
        const form = await site.form(context);
        const at = await enter(context, site, desk);
        if (at instanceof Response) return at;
        if (at.unknown_seller !== null) return absent(at);
        if (isBelieved(site, context, at.person, fieldOf(form, 'token'))) {
          return take({ at, id: idIn(context), form });
        }
        return site.send(context, at.visit, problemPage(at.page, 403), { status: 403 });
      });
    }
  }
}

function idIn(context: Context): string {
  return context.req.param('id') ?? '';
}

function list(context: Context, at: AtPeople): Promise<Response> {
  const done = DONE.find((known) => known === context.req.query('changed')) ?? null;
  return showList(at, { done, problem: null, status: at.unknown_seller === null ? 200 : 404 });
}

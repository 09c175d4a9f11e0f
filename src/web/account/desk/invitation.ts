import type { Context, Hono } from 'hono';
import { type Html, html } from '../../../lib/html.ts';
import { acceptInvitation, findStaffById, readInvitation } from '../../../modules/accounts/index.ts';
import { layout } from '../../components/layout.ts';
import { problemPage } from '../../components/problem.ts';
import type { Page } from '../../page.ts';
import type { Answer, Site, Visit } from '../../site.ts';
import { problemBox } from '../code-form.ts';
import { fieldOf, isEmail } from '../fields.ts';
import { deskOf } from './door.ts';

/** `/invitation/{token}`: GET says who invites whom; POST uses it up and goes on to choosing a way to sign in. */
export function invitationRoutes(app: Hono, site: Site): void {
  app.get('/invitation/:token', (context) => show(context, site, null));
  app.post('/invitation/:token', (context) => accept(context, site));
}

async function show(context: Context, site: Site, problem: 'email' | null): Promise<Response> {
  const visit = site.visit(context);
  const invitation = await readInvitation(site.deps.database, context.req.param('token')!, visit.now_ms);
  if (!invitation) return stale(context, site, visit);
  const page = site.page(context, visit);
  const { words, shop } = page;
  const title = words.say('account.invitation.title');
  const role = words.say(`account.role.${invitation.role}`);
  const email = invitation.email || words.say('account.invitation.you');
  const intro = words.say('account.invitation.intro', { shop, email, role });
  const body = layout(page, {
    title,
    staff: true,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${intro}</p>${problemBox(page, problem)}<form method="post">${
      invitation.email === '' && emailField(page)
    }<button class="btn btn-primary">${words.say('account.invitation.accept')}</button></form></div>`,
  });
  return site.send(context, visit, body, { status: problem ? 422 : 200 });
}

/** The first operator was invited by a line in a terminal, which did not know their address. */
function emailField({ words }: Page): Html {
  return html`<div class="field"><label for="email">${words.say('account.sign_in.email')}</label><input class="input" id="email" name="email" type="email" required maxlength="254" autocomplete="email"></div>`;
}

async function accept(context: Context, site: Site): Promise<Response> {
  const visit = site.visit(context);
  if (!site.isFromOurPage(context)) {
    return site.send(context, visit, problemPage(site.page(context, visit), 403), { status: 403 });
  }
  const { database, accounts } = site.deps;
  const token = context.req.param('token')!;
  const email = fieldOf(await site.form(context), 'email');
  if (email !== '' && !isEmail(email)) return show(context, site, 'email');
  const account = await acceptInvitation(database, { token, email }, visit.now_ms);
  const person = account && (await findStaffById(database, account));
  if (!person) return stale(context, site, visit);
  visit.cookies = await accounts.begin('staff', person.id, 'invitation', context.req.raw.headers);
  return site.redirect(visit, `${site.base}/${deskOf(person.kind)}/account`);
}

function stale(context: Context, site: Site, visit: Visit): Answer {
  const page = site.page(context, visit);
  const { words } = page;
  const title = words.say('account.invitation.stale');
  const body = layout(page, {
    title,
    staff: true,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('account.invitation.stale_text')}</p></div>`,
  });
  return site.send(context, visit, body, { status: 404 });
}

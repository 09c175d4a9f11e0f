import { instant } from '../../lib/clock.ts';
import {
  findInvitation,
  type Invitation,
  invitation_days,
  invite,
  listInvitations,
  listStaff,
  normalizeEmail,
  renewInvitation,
  spend,
  withdrawInvitation,
} from '../../modules/accounts/index.ts';
import { invitationNotice } from '../../modules/notifications/personal/index.ts';
import type { FormProblem } from '../account/code-form.ts';
import { fieldOf, isEmail } from '../account/fields.ts';
import type { Answer } from '../site.ts';
import { type Asking, askPage, invitePage, type Typed } from './ask-page.ts';
import { type AskedPeople, type AtPeople, calledOf, canOf, roleIn } from './desk.ts';
import { absent, backToList, showList } from './list.ts';

const name_length_max = 200;
const form_life_ms = 86_400_000;

export function inviteForm({ at }: AskedPeople): Answer {
  return showForm(at, { email: '', name: '', role: 'staff' }, null);
}

function showForm(at: AtPeople, typed: Typed, problem: FormProblem): Answer {
  const { site, context, visit } = at;
  return site.send(context, visit, invitePage(at, typed, problem), {
    status: problem ? 422 : 200,
    secret: true,
  });
}

/** First what would happen; then the mail. */
export async function takeInvitation(asked: AskedPeople): Promise<Response> {
  const { at, form } = asked;
  const typed = {
    email: normalizeEmail(fieldOf(form, 'email')),
    name: fieldOf(form, 'name').slice(0, name_length_max),
    role: roleIn(form) ?? 'viewer',
  };
  const step = fieldOf(form, 'step');
  if (!isEmail(typed.email) || step === 'edit') return showForm(at, typed, step === 'edit' ? null : 'email');
  // Whoever works here has a role already: another one is given to them where everybody sees what it was.
  const known = (await listStaff(at.site.deps.database, at.team)).find(({ email }) => email === typed.email);
  const wish = known ? { ...typed, name: typed.name || known.name, role: known.role } : typed;
  return step === 'confirm' ? send(asked, wish) : askToInvite(at, wish, known !== undefined);
}

async function askToInvite(at: AtPeople, wish: Typed, works_here: boolean): Promise<Response> {
  const { page, site, context, visit, team } = at;
  const { words } = page;
  const open = await listInvitations(site.deps.database, team, visit.now_ms);
  const role = words.say(`account.role.${wish.role}`);
  const values = {
    who: calledOf(wish),
    email: wish.email,
    role,
    can: canOf(at, wish.role),
    days: invitation_days,
  };
  const preview = words.sentences([
    words.say(works_here ? 'people.preview.way_in' : 'people.preview.invite', values),
    open.some(({ email }) => email === wish.email) ? words.say('people.preview.replaces') : null,
  ]);
  const asking: Asking = {
    ...{
      title: words.say('people.invite'),
      preview,
      submit: words.say('people.send'),
      rest: '/invite',
      edit: true,
    },
    fields: { ...wish },
  };
  return site.send(context, visit, askPage(at, asking), { secret: true });
}

async function send(asked: AskedPeople, wish: Typed): Promise<Response> {
  const { at } = asked;
  const stopped = (await overLimit(asked)) ?? (await clickedTwice(asked));
  if (stopped) return stopped;
  await mail(at, await invite(at.site.deps.database, { ...at.team, ...wish }, at.visit.now_ms));
  return backToList(at, 'invited');
}

/** A second mail would end the link in the first. */
async function clickedTwice({ at, form }: AskedPeople): Promise<Response | null> {
  const { site, person, visit } = at;
  const key = `people ${person.id} ${fieldOf(form, 'form')}`;
  return (await spend(site.deps.database, key, visit.now_ms + form_life_ms)) ? null : backToList(at);
}

/** Mails of one desk to people we do not know: as many as a new team has, and no flood. */
const mail_allowance = { what: 'invitations of a desk', limit: 20, window_ms: 3_600_000 };

async function overLimit({ at }: AskedPeople): Promise<Response | null> {
  const { site, team, visit } = at;
  const mails = [{ ...mail_allowance, of: `${team.kind} ${team.seller ?? ''}` }];
  const problem = await site.tallies.full(mails, visit.now_ms);
  if (!problem) {
    await site.tallies.add(mails, visit.now_ms);
    return null;
  }
  visit.headers['Retry-After'] = String(problem.retry_after_s);
  return showList(at, { done: null, problem, status: 429 });
}

async function mail({ site, page, visit }: AtPeople, made: Invitation & { token: string }): Promise<void> {
  const { tellPerson, public_url, config } = site.deps;
  const telling = {
    public_url,
    locale: page.words.locale,
    time_zone: config.shop.timeZone,
    now_ms: visit.now_ms,
  };
  await tellPerson(invitationNotice(made, telling));
}

export function askAgain(asked: AskedPeople): Promise<Response> {
  return askAbout(asked, 'again');
}

export function askToWithdraw(asked: AskedPeople): Promise<Response> {
  return askAbout(asked, 'withdraw');
}

async function askAbout({ at, id }: AskedPeople, act: 'again' | 'withdraw'): Promise<Response> {
  const { site, context, visit, page, team } = at;
  const { words } = page;
  const found = await findInvitation(site.deps.database, team, id, visit.now_ms);
  if (!found) return absent(at);
  const until = words.instant(instant(found.expires_at_ms), site.deps.config.shop.timeZone, 'long');
  const preview = words.say(`people.preview.${act}`, { email: found.email, days: invitation_days, until });
  const label = words.say(`people.${act}`);
  const asking = {
    title: label,
    preview,
    submit: label,
    rest: `/invitations/${encodeURIComponent(id)}/${act}`,
  };
  return site.send(context, visit, askPage(at, asking), { secret: true });
}

export async function sendAgain(asked: AskedPeople): Promise<Response> {
  const { at, id } = asked;
  const stopped = (await overLimit(asked)) ?? (await clickedTwice(asked));
  if (stopped) return stopped;
  const renewed = await renewInvitation(at.site.deps.database, at.team, id, at.visit.now_ms);
  if (!renewed) return absent(at);
  await mail(at, renewed);
  return backToList(at, 'again');
}

export async function withdraw({ at, id }: AskedPeople): Promise<Response> {
  const withdrawn = await withdrawInvitation(at.site.deps.database, at.team, id, at.visit.now_ms);
  return backToList(at, withdrawn ? 'withdrawn' : undefined);
}

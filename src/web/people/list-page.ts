import { instant } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import type { Invitation, StaffMember } from '../../modules/accounts/index.ts';
import { type FormProblem, problemBox } from '../account/code-form.ts';
import { layout } from '../components/layout.ts';
import { type AtPeople, calledOf, canOf, peoplePath } from './desk.ts';

/** What was just done, as the address of the list says it. */
export const DONE = ['invited', 'again', 'withdrawn', 'role', 'removed'] as const;
export type Done = (typeof DONE)[number];

export interface PeopleView {
  members: readonly StaffMember[];
  invitations: readonly Invitation[];
  done: Done | null;
  /** What stood against the last wish: a sentence of ours, or that there were too many. */
  problem: { text: string } | FormProblem;
}

/** `/desk/people`, `/operator/people`: who can come in here, and who was asked to. */
export function peoplePage(at: AtPeople, { members, invitations, done, problem }: PeopleView): Html {
  const { page, desk, team, name } = at;
  const { words } = page;
  const title = words.say('people.title');
  return layout(page, {
    title,
    staff: true,
    main: html`<div class="account"><h1>${title}</h1>${done && html`<p class="done-note" role="status">${words.say('people.done', { done })}</p>`}${problemOf(
      at,
      problem,
    )}<p class="intro">${words.say('people.intro', { desk: team.kind, name })}</p><section class="card"><h2>${words.say(
      'people.here',
    )}</h2><ul class="entries">${members.map((member) => memberItem(at, member))}</ul></section><section class="card"><h2>${words.say(
      'people.invited',
    )}</h2>${
      invitations.length === 0
        ? html`<p class="quiet">${words.say('people.invited_none')}</p>`
        : html`<ul class="entries">${invitations.map((invitation) => invitationItem(at, invitation))}</ul>`
    }<p class="row"><a class="btn btn-primary" href="${peoplePath(at, '/invite')}">${words.say('people.invite')}</a></p></section>${desk === 'operator' && sellerCard(at)}</div>`,
  });
}

/** The shop looks after the people of a seller too: it invites the first of them, and whoever has locked themselves out. */
function sellerCard({ page, unknown_seller }: AtPeople): Html {
  const { words, base } = page;
  const wrong = unknown_seller !== null && html` aria-invalid="true" aria-describedby="seller-problem"`;
  return html`<section class="card"><h2>${words.say('people.seller')}</h2><form class="one-field" action="${base}/operator/people"><div class="field"><label for="seller">${words.say(
    'people.seller_id',
  )}</label><input class="input" id="seller" name="seller" value="${unknown_seller ?? ''}" required maxlength="64" autocomplete="off"${wrong}>${
    unknown_seller !== null &&
    html`<p class="mistake" id="seller-problem">${words.say('people.seller_unknown')}</p>`
  }</div><button class="btn btn-outline btn-sm">${words.say('people.seller_show')}</button></form></section>`;
}

function problemOf({ page }: AtPeople, problem: PeopleView['problem']): Html | null {
  if (problem === null || typeof problem !== 'object' || !('text' in problem))
    return problemBox(page, problem);
  return html`<div class="problem" role="alert">${problem.text}</div>`;
}

function memberItem(at: AtPeople, member: StaffMember): Html {
  const { page, person } = at;
  const { words } = page;
  const self = member.id === person.id;
  const who = calledOf(member);
  const links = (
    [
      ['role', 'change_role'],
      ['remove', 'remove'],
    ] as const
  ).map(([act, label]) =>
    action(at, `/${encodeURIComponent(member.id)}/${act}`, words.say(`people.${label}`), who),
  );
  return html`<li><div><strong>${who}</strong>${self && html` <span class="quiet">(${words.say('people.you')})</span>`}${
    member.name !== '' && html`<p>${member.email}</p>`
  }<p class="role">${words.say('people.role', {
    role: words.say(`account.role.${member.role}`),
    can: canOf(at, member.role),
  })}</p><p class="quiet">${words.sentences([
    words.say('people.second_step', { step: member.second_step ?? 'none' }),
    lastSignIn(at, member),
    self ? words.say('people.self') : null,
  ])}</p></div>${!self && html`<div class="row">${links}</div>`}</li>`;
}

function lastSignIn({ page: { words }, site }: AtPeople, { signed_in_at_ms }: StaffMember): string {
  if (signed_in_at_ms === null) return words.say('people.signed_in_never');
  const { timeZone } = site.deps.config.shop;
  return words.say('people.signed_in', { at: words.instant(instant(signed_in_at_ms), timeZone, 'long') });
}

function invitationItem(at: AtPeople, invitation: Invitation): Html {
  const { page, site } = at;
  const { words } = page;
  const who = calledOf(invitation);
  const until = words.instant(instant(invitation.expires_at_ms), site.deps.config.shop.timeZone, 'long');
  const links = (['again', 'withdraw'] as const).map((act) =>
    action(at, `/invitations/${encodeURIComponent(invitation.id)}/${act}`, words.say(`people.${act}`), who),
  );
  return html`<li><div><strong>${who}</strong>${invitation.name !== '' && html`<p>${invitation.email}</p>`}<p class="role">${words.say(
    `account.role.${invitation.role}`,
  )}</p><p class="quiet">${words.say('people.until', { until })}</p></div><div class="row">${links}</div></li>`;
}

/** The way to the page that says what will happen. It is heard with the name of whom it is about. */
function action(at: AtPeople, rest: string, label: string, who: string): Html {
  return html`<a class="btn btn-outline btn-sm" href="${peoplePath(at, rest)}" aria-label="${at.page.words.say('people.action_of', { label, who })}">${label}</a>`;
}

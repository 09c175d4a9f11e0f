import {
  type Changed,
  changeRole,
  findStaffMember,
  removeStaff,
  type StaffMember,
} from '../../modules/accounts/index.ts';
import { accessNotice } from '../../modules/notifications/personal/index.ts';
import { problemPage } from '../components/problem.ts';
import type { Answer } from '../site.ts';
import { askPage, rolePage } from './ask-page.ts';
import { type AskedPeople, type AtPeople, calledOf, canOf, roleIn } from './desk.ts';
import { absent, backToList, showList } from './list.ts';

export async function roleForm({ at, id }: AskedPeople): Promise<Response> {
  const { site, context, visit } = at;
  const member = await find(at, id);
  if (!member) return absent(at);
  const title = at.page.words.say('people.role_of', { who: calledOf(member) });
  const body = rolePage(at, { title, rest: restOf(id, 'role'), role: member.role });
  return site.send(context, visit, body, { secret: true });
}

/** First what would change; then the change. */
export async function takeRole({ at, id, form }: AskedPeople): Promise<Response> {
  const { site, by, team, visit } = at;
  const role = roleIn(form);
  const member = await find(at, id);
  if (!member) return absent(at);
  if (role === null || role === member.role) return backToList(at);
  if (form.step !== 'confirm') return askForRole(at, member, role);
  const wish = { person: id, by, role };
  const changed = await changeRole(site.deps.database, team, wish, visit.now_ms);
  if ('refusal' in changed) return refuse(at, changed);
  await tell(at, { ...changed.was, role }, 'role');
  return backToList(at, 'role');
}

function askForRole(at: AtPeople, member: StaffMember, role: StaffMember['role']): Answer {
  const { site, context, visit, page } = at;
  const { words } = page;
  const who = calledOf(member);
  const preview = words.say('people.preview.role', {
    ...{ who, was: words.say(`account.role.${member.role}`), role: words.say(`account.role.${role}`) },
    can: canOf(at, role),
  });
  const title = words.say('people.role_of', { who });
  const asking = { title, preview, submit: words.say('people.change_role'), rest: restOf(member.id, 'role') };
  return site.send(context, visit, askPage(at, { ...asking, fields: { role } }), { secret: true });
}

export async function askToRemove({ at, id }: AskedPeople): Promise<Response> {
  const { site, context, visit, page } = at;
  const { words } = page;
  const member = await find(at, id);
  if (!member) return absent(at);
  const who = calledOf(member);
  const body = askPage(at, {
    title: words.say('people.remove_of', { who }),
    preview: words.say('people.preview.remove', { who, email: member.email }),
    submit: words.say('people.remove'),
    rest: restOf(id, 'remove'),
  });
  return site.send(context, visit, body, { secret: true });
}

export async function remove({ at, id }: AskedPeople): Promise<Response> {
  const { site, by, team } = at;
  const removed = await removeStaff(site.deps.database, team, { person: id, by });
  if ('refusal' in removed) return refuse(at, removed);
  await tell(at, removed.was, 'removed');
  return backToList(at, 'removed');
}

function find({ site, team }: AtPeople, id: string): Promise<StaffMember | null> {
  return findStaffMember(site.deps.database, team, id);
}

function restOf(id: string, act: 'role' | 'remove'): string {
  return `/${encodeURIComponent(id)}/${act}`;
}

/** Somebody else was faster, or it would leave the desk without an owner. */
async function refuse(at: AtPeople, { refusal }: Extract<Changed, { refusal: unknown }>): Promise<Response> {
  const { site, context, visit, page } = at;
  if (refusal === 'not_found') return absent(at);
  if (refusal === 'not_allowed') return site.send(context, visit, problemPage(page, 403), { status: 403 });
  const problem = { text: page.words.say('people.refused', { refusal }) };
  return showList(at, { done: null, problem, status: 409 });
}

async function tell(
  { site, page, visit }: AtPeople,
  who: StaffMember,
  what: 'role' | 'removed',
): Promise<void> {
  const { tellPerson, config } = site.deps;
  const telling = { locale: page.words.locale, time_zone: config.shop.timeZone, now_ms: visit.now_ms };
  await tellPerson(accessNotice(who, what, telling));
}

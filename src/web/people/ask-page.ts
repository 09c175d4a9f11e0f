import { randomUUID } from 'node:crypto';
import { type Html, html } from '../../lib/html.ts';
import type { Role } from '../../modules/accounts/index.ts';
import { type FormProblem, hiddenFields, problemBox } from '../account/code-form.ts';
import { layout } from '../components/layout.ts';
import { type AtPeople, canOf, peoplePath, ROLES } from './desk.ts';

/** What a click would do, before it is done. */
export interface Asking {
  title: string;
  /** What will happen, in sentences. */
  preview: string;
  /** What the button says. */
  submit: string;
  /** Below the list: where it is posted to. */
  rest: string;
  /** What is posted with it, beside the token and a name of this very form: clicked twice it is taken once. */
  fields?: Readonly<Record<string, string>>;
  /** It can be typed again. */
  edit?: boolean;
}

/** What will happen, and two answers that weigh the same. */
export function askPage(at: AtPeople, { title, preview, submit, rest, fields = {}, edit }: Asking): Html {
  const { page, token } = at;
  const { words } = page;
  const action = peoplePath(at, rest);
  const again =
    edit &&
    html`<form method="post" action="${action}">${hiddenFields({ ...fields, token, step: 'edit' })}<button class="btn btn-ghost">${words.say('people.edit')}</button></form>`;
  return layout(page, {
    title,
    staff: true,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${preview}</p><form method="post" action="${action}">${hiddenFields(
      { ...fields, token, step: 'confirm', form: randomUUID() },
    )}<div class="answers"><button class="btn btn-outline">${submit}</button><a class="btn btn-outline" href="${peoplePath(at)}">${words.say(
      'people.keep',
    )}</a></div></form>${again}</div>`,
  });
}

/** Another role for somebody. */
export function rolePage(at: AtPeople, asked: { title: string; rest: string; role: Role }): Html {
  const { page, token } = at;
  const { title, rest, role } = asked;
  return layout(page, {
    title,
    staff: true,
    main: html`<div class="single"><h1>${title}</h1><form method="post" action="${peoplePath(at, rest)}">${hiddenFields({ token })}${roleField(
      at,
      role,
    )}${onward(at)}</form></div>`,
  });
}

/** Who, and what they may do. */
export interface Typed {
  email: string;
  name: string;
  role: Role;
}

export function invitePage(at: AtPeople, { email, name, role }: Typed, problem: FormProblem): Html {
  const { page, token } = at;
  const { words } = page;
  const title = words.say('people.invite');
  const described = problem === 'email' ? html` aria-invalid="true" aria-describedby="problem"` : null;
  return layout(page, {
    title,
    staff: true,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('people.invite_intro')}</p>${problemBox(page, problem)}<form method="post" action="${peoplePath(
      at,
      '/invite',
    )}">${hiddenFields({ token })}<div class="field"><label for="email">${words.say('account.sign_in.email')}</label><input class="input" id="email" name="email" type="email" value="${email}" required maxlength="254" autocomplete="off"${described}></div><div class="field"><label for="name">${words.say(
      'people.name',
    )}</label><input class="input" id="name" name="name" value="${name}" maxlength="200" autocomplete="off"></div>${roleField(at, role)}${onward(at)}</form></div>`,
  });
}

function roleField(at: AtPeople, chosen: Role): Html {
  const { words } = at.page;
  return html`<fieldset class="roles"><legend>${words.say('people.role_label')}</legend>${ROLES.map(
    (role) =>
      html`<label><input type="radio" name="role" value="${role}"${role === chosen && html` checked`}><span><b>${words.say(
        `account.role.${role}`,
      )}</b> <span class="quiet">${canOf(at, role)}</span></span></label>`,
  )}</fieldset>`;
}

function onward(at: AtPeople): Html {
  const { words } = at.page;
  return html`<button class="btn btn-primary">${words.say('people.onward')}</button><p class="quiet"><a class="link" href="${peoplePath(at)}">${words.say('people.title')}</a></p>`;
}

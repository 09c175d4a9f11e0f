import { type Html, html } from '../../../lib/html.ts';
import { layout } from '../../components/layout.ts';
import type { Page } from '../../page.ts';
import { codeField, type FormProblem, hiddenFields, problemBox } from '../code-form.ts';
import { passkey_script, passkeyButton } from '../passkey-button.ts';
import type { Desk } from './door.ts';

export interface DeskForm {
  desk: Desk;
  email: string;
  /** As it was asked for, and where it leads. */
  back: string;
  onward: string;
  problem: FormProblem;
  /** This is the demonstration shop. */
  demonstration: boolean;
}

/** `/desk/sign-in` and `/operator/sign-in`. */
export function deskSignInPage(page: Page, form: DeskForm): Html {
  const { words, base } = page;
  const { desk, email, back, onward, problem, demonstration } = form;
  const title = words.say('account.desk.sign_in', { desk });
  const path = `${base}/${desk}/sign-in`;
  return layout(page, {
    title,
    staff: true,
    scripts: [passkey_script],
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('account.desk.intro')}</p>${problemBox(
      page,
      problem,
    )}${passkeyButton(page, { realm: 'staff', does: 'sign_in', back: onward })}<form method="post" action="${path}">${hiddenFields({ back })}${emailField(
      page,
      email,
      problem,
    )}<div class="field"><label for="password">${words.say('account.desk.password')}</label><input class="input" id="password" name="password" type="password" required maxlength="128" autocomplete="current-password"></div><button class="btn btn-primary">${words.say(
      'account.desk.submit',
    )}</button></form>${demonstration && demonstrationForm(page, path, back)}</div>`,
  });
}

function emailField({ words }: Page, email: string, problem: FormProblem): Html {
  const described = problem ? html` aria-describedby="problem"` : null;
  return html`<div class="field"><label for="email">${words.say('account.sign_in.email')}</label><input class="input" id="email" name="email" type="email" value="${email}" required maxlength="254" autocomplete="username webauthn"${described}></div>`;
}

function demonstrationForm({ words }: Page, path: string, back: string): Html {
  return html`<form method="post" action="${path}/demonstration">${hiddenFields({ back })}<p class="quiet">${words.say(
    'account.desk.demonstration',
  )}</p><div class="field"><label for="demonstration">${words.say('account.sign_in.email')}</label><input class="input" id="demonstration" name="email" type="email" required maxlength="254"></div><button class="btn btn-outline">${words.say(
    'account.desk.mail_code',
  )}</button></form>`;
}

/** The second half of a sign-in, and the second step of those who are signed in. */
export function secondPage(
  page: Page,
  asked: {
    what: 'second' | 'confirm';
    action: string;
    hidden: Readonly<Record<string, string>>;
    problem: FormProblem;
    /** Beside the code, or instead of it: a passkey, or the demonstration's mail. */
    other: Html | null;
    code: boolean;
  },
): Html {
  const { words } = page;
  const title = words.say(`account.${asked.what}.title`);
  const form = html`<form method="post" action="${asked.action}">${hiddenFields(asked.hidden)}${codeField(page, asked.problem)}<button class="btn btn-primary">${words.say('account.code.submit')}</button></form>`;
  return layout(page, {
    title,
    staff: true,
    scripts: [passkey_script],
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say(`account.${asked.what}.intro`)}</p>${problemBox(
      page,
      asked.problem,
    )}${asked.other}${asked.code && form}</div>`,
  });
}

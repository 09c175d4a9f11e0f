import { type Html, html } from '../../../lib/html.ts';
import {
  type AuthenticatorSetup,
  password_length_min,
  type SignedIn,
} from '../../../modules/accounts/index.ts';
import { layout } from '../../components/layout.ts';
import type { Page } from '../../page.ts';
import { codeField, type FormProblem, hiddenFields, problemBox } from '../code-form.ts';
import { type AccountView, oneButton, passkeysCard, sessionsCard } from '../lists.ts';
import { passkey_script, passkeyButton } from '../passkey-button.ts';
import type { Desk } from './door.ts';
import { changePasswordForm } from './password.ts';
import { qrCode } from './qr.ts';

export interface DeskView extends AccountView {
  desk: Desk;
  /** An authenticator is set up. */
  authenticator: boolean;
  /** They have just given themselves another password. */
  password_changed: boolean;
  /** They may change ways in now; otherwise they confirm first. */
  may_add: boolean;
  /** Where work begins. */
  home: string;
}

/** `/desk/account`, `/operator/account`: who they are here, how they come in, and where they are signed in. */
export function deskAccountPage(page: Page, person: SignedIn, view: DeskView, problem: FormProblem): Html {
  const { words } = page;
  const title = words.say('account.access.title');
  const role = words.say(`account.role.${person.role}`);
  return layout(page, {
    title,
    staff: true,
    scripts: [passkey_script],
    main: html`<div class="account"><h1>${title}</h1>${
      view.password_changed &&
      html`<p class="done-note" role="status">${words.say('account.password.done')}</p>`
    }${problemBox(page, problem)}<p class="intro">${words.say('account.access.intro', {
      email: person.email,
      role,
    })}</p>${onwardOrHint(page, person, view)}${passkeysCard(page, view, addPasskey(page, view))}${authenticatorCard(
      page,
      view,
    )}${sessionsCard(page, view)}</div>`,
  });
}

function onwardOrHint({ words }: Page, { complete }: SignedIn, { home }: DeskView): Html {
  return complete
    ? html`<p><a class="link" href="${home}">${words.say('account.access.go_on')}</a></p>`
    : html`<p>${words.say('account.access.enroll')}</p>`;
}

function confirmFirst(page: Page, { desk, path }: DeskView, to: 'add' | 'password' = 'add'): Html {
  const back = encodeURIComponent(`/${desk}/account`);
  return html`<p><a class="btn btn-outline btn-sm" href="${path.replace(/account$/, 'confirm')}?back=${back}">${page.words.say('account.access.confirm_first', { to })}</a></p>`;
}

function addPasskey(page: Page, view: DeskView): Html {
  if (!view.may_add) return confirmFirst(page, view);
  return passkeyButton(page, { realm: 'staff', does: 'add', back: view.path });
}

function authenticatorCard(page: Page, view: DeskView): Html {
  const { words } = page;
  const what = view.authenticator
    ? html`<p>${words.say('account.authenticator.on')}</p>${
        view.may_add ? changePasswordForm(page, view) : confirmFirst(page, view, 'password')
      }${
        // With nothing else to come in by it would lock them out.
        view.passkeys.length > 0 &&
        oneButton(view, 'authenticator/off', words.say('account.authenticator.off'))
      }`
    : view.may_add
      ? passwordForm(page, view)
      : confirmFirst(page, view);
  return html`<section class="card"><h2>${words.say('account.authenticator.title')}</h2><p class="quiet">${words.say(
    'account.authenticator.what',
  )}</p>${what}</section>`;
}

function passwordForm({ words }: Page, { path, token }: DeskView): Html {
  return html`<form class="one-field" method="post" action="${path}/authenticator">${hiddenFields({ token })}<div class="field"><label for="password">${words.say(
    'account.authenticator.password',
  )}</label><input class="input" id="password" name="password" type="password" required minlength="${password_length_min}" maxlength="128" autocomplete="new-password"><p class="quiet">${words.say(
    'account.problem.password_hint',
  )}</p></div><button class="btn btn-outline btn-sm">${words.say('account.authenticator.submit')}</button></form>`;
}

/** What is scanned, what is kept for bad days, and the code that ends the setting up. */
export function setupPage(page: Page, view: AccountView, setup: AuthenticatorSetup): Html {
  const { words } = page;
  const title = words.say('account.authenticator.scan');
  return layout(page, {
    title,
    staff: true,
    main: html`<div class="single"><h1>${title}</h1>${qrCode(setup.uri, title)}<p class="intro">${words.say('account.authenticator.secret')}</p><p><code>${groups(setup.secret)}</code></p><h2>${words.say(
      'account.authenticator.backup',
    )}</h2><p class="quiet">${words.say('account.authenticator.backup_text')}</p><ul class="codes">${setup.backup_codes.map(
      (code) => html`<li><code>${code}</code></li>`,
    )}</ul>${checkForm(page, view, null)}</div>`,
  });
}

/** After a wrong code: the secret is not shown again, it is in the phone. */
export function checkPage(page: Page, view: AccountView): Html {
  const title = page.words.say('account.second.title');
  return layout(page, {
    title,
    staff: true,
    main: html`<div class="single"><h1>${title}</h1>${problemBox(page, 'code')}${checkForm(page, view, 'code')}</div>`,
  });
}

function checkForm(page: Page, { path, token }: AccountView, problem: FormProblem): Html {
  return html`<form method="post" action="${path}/authenticator/check">${hiddenFields({ token })}${codeField(page, problem)}<button class="btn btn-primary">${page.words.say(
    'account.authenticator.check',
  )}</button></form>`;
}

/** Four letters at a time can be typed without losing the place. */
function groups(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}

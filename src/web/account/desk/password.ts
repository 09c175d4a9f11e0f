import { type Html, html } from '../../../lib/html.ts';
import { password_length_min } from '../../../modules/accounts/index.ts';
import type { Page } from '../../page.ts';
import { hiddenFields } from '../code-form.ts';
import type { AccountView } from '../lists.ts';

/** As it was typed: a password may begin with a space. What is longer is none: see `password_length_max` of the door. */
export function passwordIn(form: Record<string, unknown>, name: string): string {
  const typed = form[name];
  return typeof typed === 'string' && typed.length <= 128 ? typed : '';
}

/** Another password, for who knows the one they have. */
export function changePasswordForm({ words }: Page, { path, token }: AccountView): Html {
  return html`<form class="stacked" method="post" action="${path}/password">${hiddenFields({ token })}<div class="field"><label for="old-password">${words.say(
    'account.password.old',
  )}</label><input class="input" id="old-password" name="old_password" type="password" required maxlength="128" autocomplete="current-password"></div><div class="field"><label for="new-password">${words.say(
    'account.password.new',
  )}</label><input class="input" id="new-password" name="new_password" type="password" required minlength="${password_length_min}" maxlength="128" autocomplete="new-password" aria-describedby="new-password-hint"><p class="quiet" id="new-password-hint">${words.say(
    'account.problem.password_hint',
  )} ${words.say('account.password.hint')}</p></div><button class="btn btn-outline btn-sm">${words.say('account.password.submit')}</button></form>`;
}

import { type Html, html } from '../../lib/html.ts';
import { layout } from '../components/layout.ts';
import type { Page } from '../page.ts';
import { type FormProblem, hiddenFields, problemBox } from './code-form.ts';
import { passkey_script, passkeyButton } from './passkey-button.ts';

export interface SignInForm {
  email: string;
  /** Where to go on to, without PUBLIC_URL's path; empty: to their orders. */
  back: string;
  problem: FormProblem;
}

export function signInPath(base: string): string {
  return `${base}/sign-in`;
}

/** `/sign-in`: an address, and the mail does the rest; or a passkey. Who has one order in mind need not sign in. */
export function signInPage(page: Page, { email, back, problem }: SignInForm, onward: string): Html {
  const { words, base } = page;
  const title = words.say('account.sign_in.title');
  const described = problem ? html` aria-describedby="problem"` : null;
  return layout(page, {
    title,
    scripts: [passkey_script],
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('account.sign_in.intro')}</p>${problemBox(
      page,
      problem,
    )}<form method="post" action="${signInPath(base)}">${hiddenFields({ back, locale: words.locale })}<div class="field"><label for="email">${words.say(
      'account.sign_in.email',
    )}</label><input class="input" id="email" name="email" type="email" value="${email}" required maxlength="254" autocomplete="email webauthn" inputmode="email"${described}></div><button class="btn btn-primary">${words.say(
      'account.sign_in.submit',
    )}</button></form>${passkeyButton(page, { realm: 'customer', does: 'sign_in', back: onward })}<p class="quiet foot"><a class="link" href="${base}/status">${words.say(
      'account.sign_in.one_order',
    )}</a></p></div>`,
  });
}

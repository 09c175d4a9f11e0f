import { type Html, html } from '../../lib/html.ts';
import type { SignedIn } from '../../modules/accounts/index.ts';
import { layout } from '../components/layout.ts';
import type { Page } from '../page.ts';
import { type FormProblem, hiddenFields, problemBox } from './code-form.ts';
import { type AccountView, passkeysCard, sessionsCard } from './lists.ts';
import { passkey_script, passkeyButton } from './passkey-button.ts';

/** `/account`: what a buyer is called, where they read mail, how they come in, and where they are signed in. */
export function accountPage(
  page: Page,
  person: SignedIn,
  view: AccountView,
  { problem, fresh }: { problem: FormProblem; fresh: boolean },
): Html {
  const { words, base } = page;
  const title = words.say('account.title');
  // A new passkey wants a sign-in of these minutes: without one the button would only fail.
  const add = fresh
    ? passkeyButton(page, { realm: 'customer', does: 'add', back: view.path })
    : html`<p><a class="btn btn-outline btn-sm" href="${base}/sign-in?back=%2Faccount">${words.say('account.passkeys.sign_in_first')}</a></p>`;
  return layout(page, {
    title,
    scripts: [passkey_script],
    main: html`<div class="account"><h1>${title}</h1>${problemBox(page, problem)}<p class="intro">${words.say(
      'account.intro',
      {
        email: person.email,
      },
    )}</p><p><a class="link" href="${base}/orders">${words.say('account.orders')}</a></p><section class="card"><h2>${words.say(
      'account.you',
    )}</h2>${field(page, view, 'name', { value: person.name, type: 'text', complete: 'name' })}${field(
      page,
      view,
      'email',
      { value: person.email, type: 'email', complete: 'email' },
    )}</section>${passkeysCard(page, view, add)}${sessionsCard(page, view)}</div>`,
  });
}

function field(
  { words }: Page,
  { path, token }: AccountView,
  name: 'name' | 'email',
  { value, type, complete }: { value: string; type: string; complete: string },
): Html {
  return html`<form class="one-field" method="post" action="${path}/${name}">${hiddenFields({ token })}<div class="field"><label for="${name}">${words.say(
    `account.${name}.label`,
  )}</label><input class="input" id="${name}" name="${name}" type="${type}" value="${value}" maxlength="200" autocomplete="${complete}" required><p class="quiet">${words.say(
    `account.${name}.hint`,
  )}</p></div><button class="btn btn-outline btn-sm">${words.say(`account.${name}.submit`)}</button></form>`;
}

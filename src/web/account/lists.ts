import { type Html, html, type Value } from '../../lib/html.ts';
import type { PasskeyItem, SessionItem } from '../../modules/accounts/index.ts';
import type { Page } from '../page.ts';
import { hiddenFields } from './code-form.ts';

/** What an account page, a buyer's or a desk's, knows of the one who reads it. */
export interface AccountView {
  /** Path of the page itself, with PUBLIC_URL's: its forms are posted below it. */
  path: string;
  token: string;
  session: string;
  sessions: readonly SessionItem[];
  passkeys: readonly PasskeyItem[];
  /** IANA */
  time_zone: string;
}

/** One button that does one thing. */
export function oneButton(
  { path, token }: AccountView,
  action: string,
  label: Value,
  fields: Readonly<Record<string, string>> = {},
): Html {
  return html`<form method="post" action="${path}/${action}">${hiddenFields({ token, ...fields })}<button class="btn btn-outline btn-sm">${label}</button></form>`;
}

/** Where they are signed in, with a way to end each. */
export function sessionsCard(page: Page, view: AccountView): Html {
  const { words } = page;
  const others = view.sessions.filter(({ id }) => id !== view.session);
  return html`<section class="card"><h2>${words.say('account.sessions.title')}</h2><ul class="entries">${view.sessions.map(
    ({ id, browser, created_at_ms, seen_at_ms }) =>
      html`<li><div><strong>${browser}</strong>${id === view.session && html` <span class="badge badge-outline">${words.say('account.sessions.this')}</span>`}<p class="quiet">${words.say(
        'account.sessions.since',
        { since: moment(page, view, created_at_ms), seen: moment(page, view, seen_at_ms) },
      )}</p></div>${id !== view.session && oneButton(view, 'sessions/end', words.say('account.sessions.end'), { session: id })}</li>`,
  )}</ul><div class="row">${oneButton(view, 'sign-out', words.say('account.sign_out'))}${
    others.length > 0 && oneButton(view, 'sessions/end-others', words.say('account.sessions.end_others'))
  }</div></section>`;
}

/** Their passkeys, and the button of a script that adds one. */
export function passkeysCard(page: Page, view: AccountView, add: Html | null): Html {
  const { words } = page;
  return html`<section class="card"><h2>${words.say('account.passkeys.title')}</h2><p class="quiet">${words.say(
    'account.passkeys.what',
  )}</p>${
    view.passkeys.length > 0 &&
    html`<ul class="entries">${view.passkeys.map(
      ({ id, kept_in, created_at_ms }) =>
        html`<li><div><strong>${kept_in ?? words.say('account.passkeys.one')}</strong><p class="quiet">${words.say(
          'account.passkeys.since',
          { since: moment(page, view, created_at_ms) },
        )}</p></div>${oneButton(view, 'passkeys/remove', words.say('account.passkeys.remove'), { passkey: id })}</li>`,
    )}</ul>`
  }${add}</section>`;
}

function moment({ words }: Page, { time_zone }: AccountView, at_ms: number): string {
  return words.instant(new Date(at_ms).toISOString(), time_zone, 'long');
}

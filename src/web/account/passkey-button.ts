import { type Html, html } from '../../lib/html.ts';
import { authPath, type Realm } from '../../modules/accounts/index.ts';
import type { Page } from '../page.ts';

export const passkey_script = 'passkey.js';

/** Hidden until src/web/browser/passkey.js has found that this browser can. */
export function passkeyButton(
  page: Page,
  { realm, does, back }: { realm: Realm; does: 'sign_in' | 'add'; back: string },
): Html {
  const { words } = page;
  return html`<div class="passkey" data-passkey="${does}" data-path="${page.base}${authPath(realm)}/passkey" data-back="${back}" hidden><button class="btn btn-outline" type="button">${words.say(
    `account.passkey.${does}`,
  )}</button><p class="problem" role="alert" hidden>${words.say(`account.passkey.${does}_failed`)}</p></div>`;
}

import { type Html, html } from '../../lib/html.ts';
import { orderPath, type Page } from '../page.ts';
import { workerPath } from './worker.ts';

/** "Tell me on this device": about one order. */
export function deviceButton(page: Page & { view: { number: string } }): Html {
  return button(page, orderPath(page, page.view.number), 'on');
}

/** The same about all orders of who has signed in. */
export function accountDeviceButton(page: Page): Html {
  return button(page, `${page.base}/account`, 'on_account');
}

/**
 * Hidden: src/web/browser/push.js shows it where the browser can. Here are the words of all the states it can be in.
 * @param path of what the device is to be told about
 */
function button({ words, base }: Page, path: string, on: 'on' | 'on_account'): Html {
  const say = (key: string) => words.say(`app.device.${key}`);
  return html`<section id="device" class="device" hidden data-device="${path}/device" data-worker="${workerPath(
    base,
  )}" data-offer="${say('offer')}" data-stop="${say('stop')}" data-on="${say(on)}" data-blocked="${say(
    'blocked',
  )}" data-failed="${say('failed')}" data-unable="${say('unable')}" data-install="${say(
    'install',
  )}"><p class="quiet" role="status"></p><button class="btn btn-ghost" type="button" hidden>${say('offer')}</button></section>`;
}

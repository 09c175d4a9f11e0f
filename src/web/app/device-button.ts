import { type Html, html } from '../../lib/html.ts';
import { orderPath, type Page } from '../page.ts';
import { workerPath } from './worker.ts';

/**
 * "Tell me on this device". Hidden: src/web/browser/push.js shows it where the browser can. Here are the words of all
 * the states it can be in.
 */
export function deviceButton({ words, base, view }: Page & { view: { number: string } }): Html {
  const say = (key: string) => words.say(`app.device.${key}`);
  return html`<section id="device" class="device" hidden data-device="${orderPath({ base }, view.number)}/device" data-worker="${workerPath(
    base,
  )}" data-offer="${say('offer')}" data-stop="${say('stop')}" data-on="${say('on')}" data-blocked="${say(
    'blocked',
  )}" data-failed="${say('failed')}" data-unable="${say('unable')}" data-install="${say(
    'install',
  )}"><p class="quiet" role="status"></p><button class="btn btn-ghost" type="button" hidden>${say('offer')}</button></section>`;
}

import { type Html, html } from '../../lib/html.ts';
import { layout } from '../components/layout.ts';
import { orderPath, type Page } from '../page.ts';

/** Nobody has signed in: whoever opened an order here goes on to that, everybody else signs in or looks theirs up. */
export function choosePage(
  page: Page,
  orders: readonly { number: string }[],
  area: 'preferences' | 'privacy' = 'preferences',
): Html {
  const { words, base } = page;
  const title = words.say(area === 'privacy' ? 'privacy.title' : 'preferences.title');
  const how = words.say(area === 'privacy' ? 'privacy.choose' : 'preferences.choose');
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${how}</p>${
      orders.length > 0 &&
      html`<ul class="foot">${orders.map(
        ({ number }) =>
          html`<li><a class="btn btn-outline" href="${orderPath(page, number)}/${area}">${words.say('page.order.title', { number })}</a></li>`,
      )}</ul>`
    }<p class="foot"><a class="btn btn-primary" href="${base}/sign-in?back=${encodeURIComponent(`/${area}`)}">${words.say(
      'preferences.sign_in',
    )}</a></p>${orders.length === 0 && html`<p class="foot"><a class="link" href="${base}/status">${words.say('preferences.look_up')}</a></p>`}</div>`,
  });
}

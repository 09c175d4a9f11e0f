import { type Html, html } from '../../lib/html.ts';
import type { Page } from '../page.ts';
import { layout } from './layout.ts';

/** A page for what went wrong: what it is, what it means for the order, and the one thing to do. */
export function problemPage(page: Page, status: 403 | 404 | 413 | 500 | 503): Html {
  const { words } = page;
  const title = words.say(`page.error.${status}.title`);
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say(
      `page.error.${status}.text`,
    )}</p><p class="foot"><a class="btn btn-outline" href="${page.base}/status">${words.say('page.error.action')}</a></p></div>`,
  });
}

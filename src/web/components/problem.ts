import { type Html, html } from '../../lib/html.ts';
import type { Page } from '../page.ts';
import { layout } from './layout.ts';

/** `role`: whoever asks has come in, and what they ask for is not theirs to do. */
type Problem = 403 | 404 | 413 | 500 | 503 | 'role';

/** A page for what went wrong: what it is, what it means for the order, and the one thing to do. */
export function problemPage(page: Page, problem: Problem): Html {
  const { words, base, desk } = page;
  const title = words.say(`page.error.${problem}.title`);
  const at_desk = `page.error.${problem}.desk`;
  const text = words.say(desk && words.has(at_desk) ? at_desk : `page.error.${problem}.text`);
  const [href, action] = desk
    ? [`${base}/${desk.name}/requests`, 'account.access.go_on']
    : [`${base}/status`, 'page.error.action'];
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${text}</p><p class="foot"><a class="btn btn-outline" href="${href}">${words.say(action)}</a></p></div>`,
  });
}

import { type Html, html } from '../../../lib/html.ts';
import { buyers_min } from '../../../modules/recommendations/index.ts';
import { layout } from '../../components/layout.ts';
import { orderPath, type Page } from '../../page.ts';
import { IDEAS, type Ideas } from './wish.ts';

const LABELS: Record<Ideas, string> = {
  page: 'suggest.page.show',
  mail: 'suggest.page.mail',
  never: 'suggest.page.never',
};

/** How ideas come about, what is chosen now, and the two other choices, alike in weight. */
export function ideasPage(page: Page, asked: { number: string; token: string; now: Ideas }): Html {
  const { words, shop } = page;
  const { number, token, now } = asked;
  const title = words.say('suggest.page.title');
  const choices = IDEAS.filter((ideas) => ideas !== now);
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('suggest.page.how', {
      shop,
      count: buyers_min,
    })}</p><p class="intro">${words.say('suggest.page.never_when')}</p><p class="notice" role="status">${words.say(`suggest.page.now.${now}`)}</p><form method="post"><input type="hidden" name="token" value="${token}">${choices.map(
      (ideas) =>
        html`<button class="btn btn-outline" name="ideas" value="${ideas}">${words.say(LABELS[ideas])}</button>`,
    )}</form><p class="foot"><a class="btn btn-ghost" href="${orderPath(page, number)}">${words.say('suggest.page.back')}</a></p></div>`,
  });
}

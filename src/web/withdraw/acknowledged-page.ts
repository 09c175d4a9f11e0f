import { type Html, html } from '../../lib/html.ts';
import { type Declaration, declarationInWords } from '../../modules/order-view/acknowledgement.ts';
import { layout } from '../components/layout.ts';
import { orderPath, type Page } from '../page.ts';

interface Acknowledged {
  declared: Declaration;
  /** What happens now, in sentences; null: this reader is not known, and nothing of an order is said to them. */
  outcome: readonly string[] | null;
  /** The order's number, for who has it open. */
  order: string | null;
}

/** The declaration read back with its moment, to be kept: printed, or in the mail that says the same. */
export function acknowledgedPage(page: Page, { declared, outcome, order }: Acknowledged): Html {
  const { words } = page;
  const title = words.say('withdraw.done.title');
  const said = declarationInWords(declared, words);
  return layout(page, {
    title,
    main: html`<div class="single acknowledged"><h1>${title}</h1>${
      declared.email &&
      html`<p class="intro">${words.say('withdraw.done.mailed', { email: declared.email })}</p>`
    }<section aria-labelledby="declared-h"><h2 id="declared-h">${words.say(
      'withdraw.done.declared',
    )}</h2><dl class="declared">${said.map(
      ({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
    )}</dl></section><section class="outcome" aria-labelledby="next-h"><h2 id="next-h">${words.say('withdraw.done.next')}</h2>${(
      outcome ?? [words.say('withdraw.done.guest')]
    ).map((sentence) => html`<p>${sentence}</p>`)}</section>${
      order !== null &&
      html`<p class="foot"><a class="btn btn-outline" href="${orderPath(page, order)}">${words.say('withdraw.done.order')}</a></p>`
    }</div>`,
  });
}

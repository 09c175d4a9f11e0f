import { type Html, html } from '../../lib/html.ts';
import { layout } from '../components/layout.ts';
import type { Page } from '../page.ts';

/** What stands in the form, and what was wrong with it the last time. */
export interface StatusForm {
  number: string;
  email: string;
  problem: 'not_found' | { retry_after_s: number } | null;
}

export function statusPage(page: Page, form: StatusForm): Html {
  const { words } = page;
  return layout(page, {
    title: words.say('page.status.title'),
    main: html`<div class="single"><h1>${words.say('page.status.title')}</h1><p class="intro">${words.say('page.status.intro')}</p>${problem(
      page,
      form,
    )}${lookupForm(page, form)}<p class="foot"><a class="link" href="${page.base}/sign-in">${words.say('account.sign_in.offer')}</a></p><p class="quiet foot">${words.say('page.status.you_see')}</p></div>`,
  });
}

/** The form itself; the page behind an old link has it too. */
export function lookupForm(page: Page, { number, email, problem }: StatusForm): Html {
  const { words } = page;
  const described = problem ? html` aria-describedby="problem"` : null;
  return html`<form method="post" action="${page.base}/status"><input type="hidden" name="locale" value="${words.locale}"><div class="field"><label for="number">${words.say(
    'page.status.number',
  )}</label><input class="input" id="number" name="number" value="${number}" required maxlength="80" autocomplete="off" autocapitalize="off" spellcheck="false"${described}><p class="quiet">${words.say(
    'page.status.number_hint',
  )}</p></div><div class="field"><label for="email">${words.say(
    'page.status.email',
  )}</label><input class="input" id="email" name="email" type="email" value="${email}" required maxlength="320" autocomplete="email" inputmode="email"${described}><p class="quiet">${words.say(
    'page.status.email_hint',
  )}</p></div><button class="btn btn-primary">${words.say('page.status.submit')}</button></form>`;
}

function problem({ words }: Page, { problem }: StatusForm): Html | null {
  if (!problem) return null;
  const [what, hint] =
    problem === 'not_found'
      ? [words.say('page.status.not_found'), words.say('page.status.not_found_hint')]
      : [
          words.say('page.status.too_many'),
          words.say('page.status.too_many_hint', { seconds: problem.retry_after_s }),
        ];
  return html`<div class="problem" id="problem" role="alert"><strong>${what}</strong> ${hint}</div>`;
}

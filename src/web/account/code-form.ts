import { type Html, html } from '../../lib/html.ts';
import { code_minutes } from '../../modules/accounts/index.ts';
import { layout } from '../components/layout.ts';
import type { Page } from '../page.ts';

/** What was wrong with what somebody typed, said above the form; numbers and all. */
export type FormProblem =
  | 'email'
  | 'code'
  | 'taken'
  | 'wrong'
  | 'password'
  | { retry_after_s: number }
  | null;

export function problemBox({ words }: Page, problem: FormProblem): Html | null {
  if (!problem) return null;
  const [what, hint] =
    typeof problem === 'object'
      ? [
          words.say('account.problem.too_many'),
          words.say('account.problem.too_many_hint', { seconds: problem.retry_after_s }),
        ]
      : [words.say(`account.problem.${problem}`), words.say(`account.problem.${problem}_hint`)];
  return html`<div class="problem" id="problem" role="alert"><strong>${what}</strong> ${hint}</div>`;
}

export interface CodeForm {
  /** Where the code is posted to, with PUBLIC_URL's path. */
  action: string;
  /** Shown: where the mail went, or would have. */
  email: string;
  /** What is posted with it. */
  hidden: Readonly<Record<string, string>>;
  /** Where to begin again. */
  again: string;
  problem: FormProblem;
}

/** The page on which a mailed code is typed. It says the same whether a mail was sent or not. */
export function codePage(page: Page, { action, email, hidden, again, problem }: CodeForm): Html {
  const { words } = page;
  const title = words.say('account.code.title');
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('account.code.intro', {
      email,
      minutes: code_minutes,
    })}</p>${problemBox(page, problem)}<form method="post" action="${action}">${hiddenFields(hidden)}${codeField(
      page,
      problem,
    )}<button class="btn btn-primary">${words.say('account.code.submit')}</button></form><p class="quiet foot"><a class="link" href="${again}">${words.say(
      'account.code.again',
    )}</a></p></div>`,
  });
}

export function codeField({ words }: Page, problem: FormProblem): Html {
  const described = problem ? html` aria-describedby="problem"` : null;
  return html`<div class="field"><label for="code">${words.say('account.code.label')}</label><input class="input" id="code" name="code" required maxlength="24" inputmode="numeric" autocomplete="one-time-code" autocapitalize="off" spellcheck="false"${described}></div>`;
}

export function hiddenFields(fields: Readonly<Record<string, string>>): Html[] {
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
}

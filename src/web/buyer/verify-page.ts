import { type Html, html } from '../../lib/html.ts';
import { type Answer, verdictOn } from '../../modules/notifications/proof/index.ts';
import { layout } from '../components/layout.ts';
import type { Page } from '../page.ts';

/** What was pasted, and what is known about it: nothing asked yet, too often, no code in it, or what we sent. */
export interface VerifyForm {
  text: string;
  answer: null | { retry_after_s: number } | Answer;
}

/** What a code looks like. */
const example_code = '7QK2-9FXM-3TZP';

interface Genuine {
  mail_from: string;
  host: string;
  time_zone: string;
  /** Where a message can be forwarded to; null: nowhere. */
  forward_to: string | null;
}

export function verifyPage(page: Page, form: VerifyForm, genuine: Genuine): Html {
  const { words } = page;
  return layout(page, {
    title: words.say('proof.title'),
    main: html`<div class="single"><h1>${words.say('proof.title')}</h1><p class="intro">${words.say(
      'page.verify.intro',
    )}${genuine.forward_to !== null && html` ${words.say('page.verify.forward', { address: genuine.forward_to })}`}</p>${verdict(page, form, genuine)}<form method="post" action="${page.base}/verify?locale=${words.locale}"><div class="field"><label for="text">${words.say(
      'page.verify.text',
    )}</label><textarea class="textarea" id="text" name="text" rows="5" required spellcheck="false" autocomplete="off" aria-describedby="text-hint">${form.text}</textarea><p class="quiet" id="text-hint">${words.say(
      'page.verify.text_hint',
      { code: example_code },
    )}</p></div><button class="btn btn-primary">${words.say('page.verify.submit')}</button></form>${always(page, genuine)}</div>`,
  });
}

function verdict({ words }: Page, { answer }: VerifyForm, genuine: Genuine): Html | null {
  if (answer === null) return null;
  if (isLimit(answer)) {
    return alarm(
      words.say('page.status.too_many'),
      words.say('page.status.too_many_hint', { seconds: answer.retry_after_s }),
    );
  }
  const { ours, said, proofs, hint } = verdictOn(answer, words, genuine);
  if (!ours) return alarm(said, hint);
  return html`<div class="notice good" role="status"><strong>${said}</strong><ul>${proofs.map(
    (proof) => html`<li>${proof}</li>`,
  )}</ul><p>${hint}</p></div>`;
}

function isLimit(answer: Answer | { retry_after_s: number }): answer is { retry_after_s: number } {
  return typeof answer === 'object' && 'retry_after_s' in answer;
}

function alarm(what: string, hint: string): Html {
  return html`<div class="problem" id="problem" role="alert"><strong>${what}</strong> ${hint}</div>`;
}

/** What holds for every message, whoever asks. */
function always({ words }: Page, { mail_from, host }: Genuine): Html {
  const address = /<([^<>]+)>\s*$/.exec(mail_from)?.[1] ?? mail_from;
  return html`<section class="foot" aria-labelledby="always-h"><h2 class="small" id="always-h">${words.say(
    'page.verify.always',
  )}</h2><ul class="quiet"><li>${words.say('page.genuine.from', { address })}</li><li>${words.say(
    'page.genuine.links',
    {
      host,
    },
  )}</li><li>${words.say('page.genuine.never_ask')}</li></ul></section>`;
}

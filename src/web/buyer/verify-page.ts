import { type Html, html } from '../../lib/html.ts';
import type { Proof } from '../../modules/notifications/proof/index.ts';
import { layout } from '../components/layout.ts';
import type { Page } from '../page.ts';
import { messageTitle } from './messages.ts';

/** What was pasted, and what is known about it: nothing asked yet, too often, no code in it, or what we sent. */
export interface VerifyForm {
  text: string;
  answer: null | { retry_after_s: number } | 'unreadable' | readonly Proof[];
}

/** What a code looks like. */
const example_code = '7QK2-9FXM-3TZP';

interface Genuine {
  mail_from: string;
  host: string;
  time_zone: string;
}

export function verifyPage(page: Page, form: VerifyForm, genuine: Genuine): Html {
  const { words } = page;
  return layout(page, {
    title: words.say('page.verify.title'),
    main: html`<div class="single"><h1>${words.say('page.verify.title')}</h1><p class="intro">${words.say(
      'page.verify.intro',
    )}</p>${verdict(page, form, genuine)}<form method="post" action="${page.base}/verify?locale=${words.locale}"><div class="field"><label for="text">${words.say(
      'page.verify.text',
    )}</label><textarea class="textarea" id="text" name="text" rows="5" required spellcheck="false" autocomplete="off" aria-describedby="text-hint">${form.text}</textarea><p class="quiet" id="text-hint">${words.say(
      'page.verify.text_hint',
      { code: example_code },
    )}</p></div><button class="btn btn-primary">${words.say('page.verify.submit')}</button></form>${always(page, genuine)}</div>`,
  });
}

function verdict(page: Page, { answer }: VerifyForm, genuine: Genuine): Html | null {
  const { words } = page;
  if (answer === null) return null;
  if (answer === 'unreadable')
    return alarm(words.say('page.verify.unreadable'), words.say('page.verify.unreadable_hint'));
  if (!isProofs(answer)) {
    return alarm(
      words.say('page.status.too_many'),
      words.say('page.status.too_many_hint', { seconds: answer.retry_after_s }),
    );
  }
  if (answer.length === 0)
    return alarm(words.say('page.verify.not_ours'), words.say('page.verify.not_ours_hint'));
  return html`<div class="notice good" role="status"><strong>${words.say('page.verify.ours', {
    count: answer.length,
  })}</strong><ul>${answer.map((proof) => html`<li>${sentence(page, proof, genuine)}</li>`)}</ul><p>${words.say(
    'page.verify.compare',
  )}</p></div>`;
}

function isProofs(answer: readonly Proof[] | { retry_after_s: number }): answer is readonly Proof[] {
  return Array.isArray(answer);
}

function alarm(what: string, hint: string): Html {
  return html`<div class="problem" id="problem" role="alert"><strong>${what}</strong> ${hint}</div>`;
}

/** "Shipped, sent 17 July 2008, 10:00 by e-mail to a***n@e***.com, about the order that ends in 8232." */
function sentence({ words }: Page, proof: Proof, { time_zone }: Genuine): string {
  const { type, channel, sent_at, to, order_end } = proof;
  return words.say('page.verify.sent', {
    message: messageTitle(words, type),
    at: words.instant(sent_at, time_zone, 'long'),
    channel: words.say(`page.channel.${channel}`),
    known: to === null ? 'no' : 'yes',
    to: to ?? '',
    order: order_end ?? '',
    about: order_end === null ? 'nothing' : 'order',
  });
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

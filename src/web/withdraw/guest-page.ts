import { type Html, html } from '../../lib/html.ts';
import { layout } from '../components/layout.ts';
import { orderPath, type Page } from '../page.ts';

/** What stands in the form, and what was wrong with it the last time. */
export interface GuestForm {
  name: string;
  number: string;
  email: string;
  problem: 'missing' | 'missing_email' | { retry_after_s: number } | null;
}

/** Name, order, contact; nothing else. Who is known here chooses the order instead. */
export function guestPage(page: Page, form: GuestForm, known: readonly string[]): Html {
  const { words } = page;
  const title = words.say('withdraw.page.title');
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('withdraw.page.intro')}</p>${problem(page, form)}${knownOrders(
      page,
      known,
    )}${fields(page, form)}${onlySome(page, form)}</div>`,
  });
}

function knownOrders(page: Page, known: readonly string[]): Html | null {
  if (known.length === 0) return null;
  const { words } = page;
  return html`<section class="known"><h2>${words.say('withdraw.page.known')}</h2><ul>${known.map(
    (number) =>
      html`<li><a class="btn btn-outline" href="${orderPath(page, number)}/withdraw">${number}</a></li>`,
  )}</ul><h2>${words.say('withdraw.page.other')}</h2></section>`;
}

function fields({ words, base }: Page, { name, number, email, problem }: GuestForm): Html {
  const described = problem ? html` aria-describedby="problem"` : null;
  return html`<form method="post" action="${base}/withdraw"><input type="hidden" name="locale" value="${words.locale}"><div class="field"><label for="name">${words.say(
    'withdraw.name',
  )}</label><input class="input" id="name" name="name" value="${name}" required maxlength="200" autocomplete="name"${described}></div><div class="field"><label for="number">${words.say(
    'withdraw.number',
  )}</label><input class="input" id="number" name="number" value="${number}" required maxlength="80" autocomplete="off" autocapitalize="off" spellcheck="false"${described}><p class="quiet">${words.say(
    'withdraw.number_hint',
  )}</p></div><div class="field"><label for="email">${words.say(
    'withdraw.email',
  )}</label><input class="input" id="email" name="email" type="email" value="${email}" required maxlength="254" autocomplete="email" inputmode="email"${described}><p class="quiet">${words.say(
    'withdraw.email_hint',
  )}</p></div><button class="btn btn-primary">${words.say('withdraw.continue')}</button></form>`;
}

/** Which items an order has is shown to who has opened it. */
function onlySome({ words, base }: Page, { number }: GuestForm): Html {
  const href = `${base}/status${number ? `?number=${encodeURIComponent(number)}` : ''}`;
  return html`<p class="quiet foot">${words.say('withdraw.part')} <a class="link" href="${href}">${words.say(
    'withdraw.part_link',
  )}</a></p>`;
}

function problem({ words }: Page, { problem }: GuestForm): Html | null {
  if (!problem) return null;
  const said =
    typeof problem === 'string'
      ? words.say(`withdraw.${problem}`)
      : words.say('withdraw.too_many', { seconds: problem.retry_after_s });
  return html`<div class="problem" id="problem" role="alert">${said}</div>`;
}

/** The declaration as it will be, and the second step. */
export function reviewPage(page: Page, form: GuestForm, signed: string): Html {
  const { words, base } = page;
  const title = words.say('withdraw.review.title');
  const said = [
    [words.say('withdraw.ack.what'), words.say('withdraw.ack.whole_order')],
    [words.say('withdraw.ack.number'), form.number],
    [words.say('withdraw.ack.name'), form.name],
    [words.say('withdraw.ack.email'), form.email],
  ];
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('withdraw.review.intro', {
      email: form.email,
    })}</p><dl class="declared">${said.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl><form method="post" action="${base}/withdraw/confirm"><input type="hidden" name="declaration" value="${signed}"><div class="answers"><button class="btn btn-outline">${words.say(
      'withdraw.confirm',
    )}</button><a class="btn btn-outline" href="${base}/withdraw?number=${encodeURIComponent(form.number)}">${words.say(
      'withdraw.review.back',
    )}</a></div></form></div>`,
  });
}

import { type Html, html } from '../../lib/html.ts';
import { sent_messages_kept_days } from '../../modules/notifications/deliveries/sent.ts';
import { type Erasure, erasure_limits } from '../../modules/privacy/erasure/index.ts';
import { export_kept_days } from '../../modules/privacy/export/index.ts';
import { layout } from '../components/layout.ts';
import { orderPath, type Page } from '../page.ts';
import { type NeededOrder, shown_max } from './still-needed.ts';
import type { Whose } from './whose.ts';

/** Days, of what is kept for a while by itself. */
const KEPT_DAYS = { messages: sent_messages_kept_days, mails: 90, carriers: 90 };

/** What is kept and for how long, in plain words; then the two things that can be done. */
export function privacyPage(page: Page, whose: Whose, asked_export: boolean): Html {
  const { words } = page;
  const say = (key: string) => words.say(`privacy.${key}`);
  const kept = ['orders', 'contact', 'messages', 'letters', 'sign_in', 'wishes', 'never'] as const;
  return layout(page, {
    title: say('title'),
    main: html`<div class="wishes"><h1>${say('title')}</h1><p class="lead">${
      whose.order === null ? say('about_account') : words.say('privacy.about_order', { number: whose.order })
    }</p>${asked_export && html`<p class="done-note" role="status">${words.say('privacy.export.asked', { days: export_kept_days })}</p>`}<section class="card" aria-labelledby="kept-h"><h2 class="small" id="kept-h">${say('kept')}</h2><dl class="kept-of">${kept.map(
      (what) =>
        html`<dt>${words.say(`privacy.kept.${what}`)}</dt><dd>${words.say(`privacy.kept_for.${what}`, KEPT_DAYS)}</dd>`,
    )}</dl></section><section class="card" aria-labelledby="export-h"><h2 class="small" id="export-h">${say('export')}</h2><p>${say('export.means')}</p><form method="post" action="${whose.path}/export"><input type="hidden" name="token" value="${whose.token}"><div class="answers"><button class="btn btn-outline" name="shape" value="page">${say('export.page')}</button><button class="btn btn-outline" name="shape" value="json">${say('export.json')}</button></div></form></section><section class="card" aria-labelledby="erase-h"><h2 class="small" id="erase-h">${say('erase')}</h2><p>${say('erase.means')}</p><p class="answers"><a class="btn btn-outline" href="${whose.path}/erase">${say('erase.look')}</a></p></section><p class="foot"><a href="${preferencesPath(page, whose)}">${say('preferences')}</a></p></div>`,
  });
}

function preferencesPath(page: Page, { order }: Whose): string {
  return order === null ? `${page.base}/preferences` : `${orderPath(page, order)}/preferences`;
}

/** What will happen, in a few sentences, and two answers that weigh the same. */
export function erasePage(page: Page, whose: Whose, needed: readonly NeededOrder[]): Html {
  const { words } = page;
  const say = (key: string) => words.say(`privacy.erase.${key}`);
  return layout(page, {
    title: say('title'),
    main: html`<div class="wishes"><h1>${say('title')}</h1><section class="card"><p>${say('goes')}</p><p>${say('stays')}</p><p>${
      whose.order === null ? say('no_sign_in') : say('no_page')
    }</p><p>${say('last_mail')}</p></section>${needed.length > 0 && neededCard(page, whose, needed)}<form method="post" action="${whose.path}/erase"><input type="hidden" name="token" value="${whose.token}"><div class="answers"><button class="btn btn-outline">${say('confirm')}</button><a class="btn btn-outline" href="${whose.path}">${say('keep')}</a></div></form></div>`,
  });
}

function neededCard(page: Page, whose: Whose, needed: readonly NeededOrder[]): Html {
  const { words } = page;
  const more = needed.length - shown_max;
  return html`<section class="card warning" aria-labelledby="needed-h"><h2 class="small" id="needed-h">${words.say('privacy.needed.title')}</h2><p>${words.say('privacy.needed.means', { days: erasure_limits.kept_at_most_days })}</p><ul class="kept-list">${needed
    .slice(0, shown_max)
    .map(
      ({ number, reason }) =>
        html`<li><a class="link" href="${orderPath(page, number)}">${words.say('page.order.title', { number })}</a>: ${words.say(`privacy.needed.${reason}`)}</li>`,
    )}</ul>${more > 0 && html`<p class="quiet">${words.say('privacy.needed.more', { count: more })}</p>`}${
    whose.order === null || needed.some(({ reason }) => reason === 'to_send')
      ? html`<p class="quiet">${words.say('privacy.needed.cancel_first')}</p>`
      : null
  }</section>`;
}

/** How far it is, for who asked; it says nothing about whom. */
export function progressPage(page: Page, { done_at, orders, kept }: Erasure): Html {
  const { words } = page;
  const { total, erased } = orders;
  const key = done_at !== null ? 'done' : kept.length > 0 ? 'waiting' : 'running';
  const title = words.say(`privacy.progress.${key}`);
  return layout(page, {
    title,
    main: html`<div class="wishes"><h1>${title}</h1><section class="card" role="status"><p>${words.say(`privacy.progress.${key}_means`)}</p>${
      total > 0 &&
      html`<p>${words.say('privacy.progress.orders', { erased, total })}</p><progress value="${erased}" max="${total}">${erased} / ${total}</progress>`
    }${
      kept.length > 0 &&
      html`<p>${words.say('privacy.progress.kept', { count: total - erased })}</p><ul class="kept-list">${kept
        .slice(0, shown_max)
        .map(
          ({ number, reason }) =>
            html`<li>${number}: ${words.say(`privacy.needed.${reason ?? 'sending'}`)}</li>`,
        )}</ul>`
    }</section></div>`,
  });
}

/** An export lies ready. */
export function fetchPage(page: Page): Html {
  const { words } = page;
  const title = words.say('privacy.fetch.title');
  return layout(page, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say('privacy.fetch.means')}</p><form method="post"><button class="btn btn-outline" name="shape" value="page">${words.say('privacy.export.page')}</button><button class="btn btn-outline" name="shape" value="json">${words.say('privacy.export.json')}</button></form></div>`,
  });
}

import { type Html, html } from '../../lib/html.ts';
import { outcomeInWords } from '../../modules/order-view/acknowledgement.ts';
import type { WithdrawalView } from '../../modules/order-view/index.ts';
import { everythingLeft, expectationOf } from '../../modules/withdrawals/index.ts';
import { dateOf, type Reading, shortDay } from '../buyer/reading.ts';
import { orderPath } from '../page.ts';

/** What this buyer has withdrawn from: what happens with it, by when, and the acknowledgement. */
export function withdrawalCards(reading: Reading): Html[] {
  return reading.view.withdrawals.map((withdrawal) => withdrawalCard(reading, withdrawal));
}

function withdrawalCard(reading: Reading, withdrawal: WithdrawalView): Html {
  const { view, words, today } = reading;
  const { id, declared_at } = withdrawal;
  const on = shortDay(reading, dateOf(reading, declared_at));
  return html`<section class="card" id="withdrawal-${id}" data-part aria-labelledby="${id}-h"><h2 class="small" id="${id}-h">${words.say(
    'withdraw.card.title',
    { date: on },
  )}</h2>${outcomeInWords(withdrawal, view, words, today).map(
    (sentence) => html`<p class="lead">${sentence}</p>`,
  )}<p class="foot"><a class="link" href="${orderPath(reading, view.number)}/withdrawals/${encodeURIComponent(id)}">${words.say(
    'withdraw.card.acknowledgement',
  )}</a></p></section>`;
}

/** The way to the function, as long as the period lasts, and there is something to withdraw from. */
export function withdrawLink(reading: Reading): Html | null {
  const { view, words, state, returns, now_ms } = reading;
  const { within_period, until, today } = expectationOf(state, { returns, now_ms });
  if (!within_period || everythingLeft(state).length === 0) return null;
  const period =
    until === null
      ? words.say('withdraw.choose.open')
      : words.say('withdraw.choose.until', { date: words.dateRange(until, until, today) });
  return html`<section class="card side" id="withdraw" data-part aria-labelledby="withdraw-h"><h2 class="small" id="withdraw-h">${words.say(
    'mail.withdraw.heading',
  )}</h2><p class="quiet">${period}</p><p><a class="btn btn-outline" href="${orderPath(reading, view.number)}/withdraw">${words.say(
    'withdraw.link',
  )}</a></p></section>`;
}

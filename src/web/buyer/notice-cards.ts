import { type Html, html } from '../../lib/html.ts';
import { itemList } from './items.ts';
import { amount, dateOf, onDay, quantitiesInWords, type Reading } from './reading.ts';
import { owed } from './sums.ts';

/** Nothing moves until the buyer pays: how much, and how. */
export function paymentCard(reading: Reading): Html | null {
  const { view, words } = reading;
  if (view.status !== 'awaiting_payment') return null;
  const { due } = owed(view);
  return html`<section class="card warning" id="payment-due" data-part aria-labelledby="payment-due-h"><h2 id="payment-due-h">${words.say(
    'page.payment_due.headline',
    { amount: amount(reading, due) },
  )}</h2><p class="lead">${words.say(`page.payment_due.${view.payment.method}`, { number: view.number })}</p></section>`;
}

/** The whole order was canceled: that is the answer to every question about it. */
export function canceledCard(reading: Reading): Html | null {
  const { view, words } = reading;
  if (view.status !== 'canceled') return null;
  const last = view.adjustments.findLast(({ kind }) => kind === 'cancellation');
  const on = onDay(reading, dateOf(reading, last?.at ?? view.placed_at));
  const items = view.lines.map((line) => ({ line: line.id, quantity: line.quantity.ordered, anchor: true }));
  return html`<section class="card" id="canceled" data-part aria-labelledby="canceled-h"><h2 id="canceled-h">${words.say(
    'page.canceled.headline',
    { on },
  )}</h2><p class="lead">${moneyBack(reading)}</p>${itemList(reading, items)}</section>`;
}

/** What comes of the money: it has been sent, it is on its way, or there was none. */
function moneyBack({ view, words, ...reading }: Reading): string {
  const { paid, refunded } = view.payment;
  if (refunded === 0) return paid > 0 ? view.status_explanation : words.say('page.canceled.unpaid');
  const refunds = view.adjustments.filter(({ kind }) => kind === 'refund');
  const sent = refunds.every(({ status }) => status === 'settled');
  return words.say(sent ? 'page.canceled.sent_back' : 'page.canceled.refunded', {
    amount: amount({ ...reading, view, words }, refunded),
  });
}

/** What this reader has just done, said back to them. Taken from the order, never from the address. */
export function justCanceled(reading: Reading): Html | null {
  const { view, words, just_canceled } = reading;
  const cancellation = view.adjustments.find(
    ({ kind, id }) => kind === 'cancellation' && id === just_canceled,
  );
  if (!cancellation) return null;
  const refund = view.adjustments.find(
    ({ kind, id }) => kind === 'refund' && id === `${just_canceled}-refund`,
  );
  const what = quantitiesInWords(reading, cancellation.lines);
  const money = refund
    ? words.say(`page.refund_to.${view.payment.method}`, { amount: amount(reading, -refund.amount) })
    : words.say('page.cancel.nothing_back');
  return html`<p class="done-note" role="status" id="just-canceled" tabindex="-1">${words.sentences([words.say('page.cancel.done', { what }), money])}</p>`;
}

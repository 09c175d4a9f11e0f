import { type Html, html } from '../../lib/html.ts';
import { addressLines } from '../../modules/order-view/index.ts';
import type { PaymentMethod } from '../../modules/orders/vocabulary.ts';
import { changeLinks } from './change/links.ts';
import { amount, type Reading, shortDay } from './reading.ts';
import { receiptPath } from './receipt-path.ts';
import { owed } from './sums.ts';

/** Costs that sum, the invoice, where it goes. */
export function summary(reading: Reading): Html {
  return html`${costs(reading)}${address(reading)}`;
}

// Whole keys, not parts put together: joining and hashing them for each page costs more than saying the words.
const PAID_BY: Record<PaymentMethod, string> = {
  card: 'page.costs.paid_by.card',
  transfer: 'page.costs.paid_by.transfer',
  cash_on_delivery: 'page.costs.paid_by.cash_on_delivery',
  other: 'page.costs.paid_by.other',
};

type CostLine = [name: string, figure: string, emphasis?: 'sum' | 'quiet'];

function costs(reading: Reading): Html {
  const { view, words } = reading;
  return html`<section class="card side" id="costs" data-part aria-labelledby="costs-h"><h2 class="small" id="costs-h">${words.say(
    'page.costs.title',
  )}</h2>${costRows(reading)}${invoiceList(reading)}<p class="invoice"><a class="link" href="${receiptPath(reading, view.number)}">${words.say(
    'zone.receipt.link',
  )}</a></p></section>`;
}

/** Costs that sum. */
export function costRows(reading: Reading): Html {
  return html`<dl class="sums">${[...priceLines(reading), ...paidLines(reading)].map(
    ([name, figure, emphasis]) =>
      html`<div${emphasis && html` class="${emphasis}"`}><dt>${name}</dt><dd>${figure}</dd></div>`,
  )}</dl>`;
}

/** The invoices there are, linked where the seller said where they lie: nowhere but on the web. */
export function invoiceList(reading: Reading): Html[] {
  const { view, words } = reading;
  return view.invoices.map(({ number, url, issued_at }) => {
    const text = words.say('page.costs.invoice', { number, date: shortDay(reading, issued_at.slice(0, 10)) });
    const linked = url && /^https?:\/\//.test(url);
    return html`<p class="invoice">${linked ? html`<a class="link" href="${url}" rel="noreferrer external">${text}</a>` : text}</p>`;
  });
}

/** As placed: these never change, whatever happens to the order later. */
function priceLines(reading: Reading): CostLine[] {
  const { view, words } = reading;
  const { totals, lines, shipments } = view;
  const count = lines.reduce((sum, { quantity }) => sum + quantity.ordered, 0);
  const rows: CostLine[] = [[words.say('page.costs.items', { count }), amount(reading, totals.items)]];
  rows.push([
    words.say('page.costs.delivery'),
    totals.shipping === 0 ? words.say('page.costs.free') : amount(reading, totals.shipping),
  ]);
  const still_open = lines.some(({ quantity }) => quantity.open > 0);
  // A split costs the buyer nothing, and says so where the money is.
  if (shipments.length + (still_open ? 1 : 0) > 1 && shipments.length > 0) {
    rows.push([words.say('page.costs.second_delivery'), words.say('page.costs.free'), 'quiet']);
  }
  if (totals.discount !== 0) rows.push([words.say('page.costs.discount'), amount(reading, -totals.discount)]);
  if (totals.tax !== 0) rows.push([words.say('page.costs.tax'), amount(reading, totals.tax)]);
  rows.push([words.say('page.costs.total'), amount(reading, totals.total), 'sum']);
  return rows;
}

function paidLines(reading: Reading): CostLine[] {
  const { view, words } = reading;
  const { payment } = view;
  const { taken_off, changed, due, overpaid, owed: owed_now } = owed(view);
  const rows: CostLine[] = [];
  if (changed !== 0) rows.push([words.say('change.costs'), amount(reading, changed)]);
  if (taken_off !== 0) rows.push([words.say('page.costs.canceled'), amount(reading, taken_off)]);
  if (changed !== 0 || taken_off !== 0) {
    rows.push([words.say('mail.canceled.now'), amount(reading, owed_now), 'sum']);
  }
  if (payment.paid !== 0) rows.push([words.say(PAID_BY[payment.method]), amount(reading, payment.paid)]);
  if (payment.refunded !== 0)
    rows.push([words.say('page.costs.refunded'), amount(reading, -payment.refunded)]);
  if (due > 0) rows.push([words.say(dueKey(view.payment)), amount(reading, due), 'sum']);
  if (overpaid > 0) rows.push([words.say('page.costs.overpaid'), amount(reading, overpaid), 'quiet']);
  return rows;
}

function dueKey({ status, method }: Reading['view']['payment']): string {
  if (method === 'cash_on_delivery') return 'page.costs.due_on_delivery';
  return status === 'authorized' ? 'page.costs.authorized' : 'page.costs.due';
}

function address(reading: Reading): Html {
  const { view, words } = reading;
  const to = view.ship_to;
  return html`<section class="card side" id="address" data-part aria-labelledby="address-h"><h2 class="small" id="address-h">${words.say(
    to.pickup_point ? 'page.address.pickup' : 'page.address.title',
  )}</h2><address>${addressLines(words, to).map((line) => html`<span>${line}</span>`)}</address><p class="quiet">${words.say(
    `page.delivery.${view.delivery_option}`,
  )}</p>${changeLinks(reading)}</section>`;
}

import { type Html, html } from '../../lib/html.ts';
import type { LineView } from '../../modules/order-view/index.ts';
import { addressLines } from '../../modules/order-view/index.ts';
import { layout } from '../components/layout.ts';
import { orderPath } from '../page.ts';
import { history } from './history.ts';
import { amount, dateOf, moment, type Reading, titleIn } from './reading.ts';
import { costRows, invoiceList } from './summary.ts';

/**
 * A summary of the order for a folder or an employer. It says that it is no invoice: that one is the seller's to issue,
 * and is linked when there is one.
 */
export function receiptPage(reading: Reading): Html {
  const { view, words, shop } = reading;
  const title = words.say('zone.receipt.title', { number: view.number });
  const placed = words.date(dateOf(reading, view.placed_at), 'long');
  const now = new Date(reading.now_ms).toISOString();
  return layout(reading, {
    title,
    scripts: ['print.js'],
    main: html`<article class="receipt"><header><h1>${title}</h1><p>${words.say('zone.receipt.placed', { shop, date: placed })}</p><p class="quiet">${words.say(
      'zone.receipt.as_of',
      { when: moment(reading, now) },
    )}</p><p class="tools"><button class="btn btn-outline" type="button" hidden data-print>${words.say('zone.receipt.print')}</button><a class="btn btn-ghost" href="${orderPath(
      reading,
      view.number,
    )}">${words.say('page.cancel.back')}</a></p></header>${items(reading)}<div class="parts"><section aria-labelledby="costs-h"><h2 id="costs-h">${words.say(
      'page.costs.title',
    )}</h2>${costRows(reading)}</section>${goingTo(reading)}</div>${history(reading)}<footer><p><strong>${words.say('zone.receipt.no_invoice')}</strong> ${words.say(
      view.invoices.length > 0 ? 'zone.receipt.invoices' : 'zone.receipt.ask',
    )}</p>${invoiceList(reading)}</footer></article>`,
  });
}

/** Where it goes; what can still be changed about that is on the order's own page. */
function goingTo({ view, words }: Reading): Html {
  const to = view.ship_to;
  const title = words.say(to.pickup_point ? 'page.address.pickup' : 'page.address.title');
  return html`<section aria-labelledby="address-h"><h2 id="address-h">${title}</h2><address>${addressLines(
    words,
    to,
  ).map(
    (line) => html`<span>${line}</span>`,
  )}</address><p class="quiet">${words.say(`page.delivery.${view.delivery_option}`)}</p></section>`;
}

function items(reading: Reading): Html {
  const { view, words } = reading;
  const head = ['item', 'quantity', 'price', 'sum'].map(
    (name) => html`<th scope="col">${words.say(`zone.receipt.${name}`)}</th>`,
  );
  return html`<table class="bought"><thead><tr>${head}</tr></thead><tbody>${view.lines.map((line) => row(reading, line))}</tbody></table>`;
}

function row(reading: Reading, { id, sku, quantity, unit_price }: LineView): Html {
  const { words } = reading;
  const { ordered, canceled, returned } = quantity;
  const gone = [
    canceled > 0 ? words.say('zone.receipt.canceled', { count: canceled }) : null,
    returned > 0 ? words.say('zone.receipt.returned', { count: returned }) : null,
  ];
  return html`<tr><th scope="row">${titleIn(reading, id)} <span class="quiet">${sku}</span>${gone.map(
    (text) => text && html` <span class="quiet">${text}</span>`,
  )}</th><td>${ordered}</td><td>${amount(reading, unit_price)}</td><td>${amount(reading, unit_price * ordered)}</td></tr>`;
}

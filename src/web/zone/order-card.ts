import { type Html, html } from '../../lib/html.ts';
import { picture } from '../buyer/items.ts';
import { amount, dateOf, keepDates, type OrderReading, shortDay } from '../buyer/reading.ts';
import { orderPath } from '../page.ts';
import { helpWith } from './help.ts';
import { partsOf } from './parts.ts';

const pictures_max = 4;

/** An order in the list: when it comes, what is in it, and the one thing that helps. */
export function orderCard(reading: OrderReading, again: string | null): Html {
  const { view } = reading;
  const parts = partsOf(reading);
  const [first, ...rest] = parts;
  const help = helpWith(reading, parts, again);
  const { label, tone, text, titles } = first!;
  const total = amount(reading, view.totals.total);
  // "Delivered" above a date needs no second one below it.
  const said = parts.length === 1 && (view.status === 'delivered' || view.status === 'canceled');
  return html`<li class="card listed ${tone}">${label && html`<p class="label">${label}</p>`}<h2 class="small"><a href="${orderPath(
    reading,
    view.number,
  )}">${keepDates(text)}</a></h2><div class="holds"><div class="covers">${view.lines
    .slice(0, pictures_max)
    .map(picture)}</div><div><p class="title">${titles}</p>${rest.map(
    (part) => html`<p class="part"><strong>${keepDates(part.text)}</strong> ${part.titles}</p>`,
  )}</div></div><div class="foot"><p class="quiet">${!said && html`<span>${view.status_label}</span>\u00a0· `}<span>${view.number}</span>\u00a0· <time datetime="${view.placed_at}">${shortDay(reading, dateOf(reading, view.placed_at))}</time>\u00a0· ${total}</p>${
    help &&
    html`<a class="btn ${help.external ? 'btn-ghost' : 'btn-outline'}" href="${help.href}"${help.external && html` rel="noreferrer external"`}>${help.text}<span class="sr-only">: ${titles}</span></a>`
  }</div></li>`;
}

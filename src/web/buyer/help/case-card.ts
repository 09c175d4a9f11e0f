import { type Html, html } from '../../../lib/html.ts';
import type { CaseView, LineView, ShipmentView } from '../../../modules/order-view/index.ts';
import { type OrderReading, quantitiesInWords, type Reading, titleIn } from '../reading.ts';
import { conversation } from './conversation.ts';
import { casePath, helpPathOf } from './paths.ts';
import { standingOf } from './standing.ts';

/** The last that was said; all of it is on the page of the conversation. */
const shown_max = 3;

/** What is being asked: whose turn it is and until when, and what was said. */
export function caseCards(reading: Reading): Html[] {
  return reading.view.cases.filter(({ status }) => status !== 'closed').map((one) => caseCard(reading, one));
}

function caseCard(reading: Reading, one: CaseView): Html {
  const { words, view } = reading;
  const { label, sentence, tone } = standingOf(reading, one);
  const id = `case-${encodeURIComponent(one.id)}`;
  const said = reading.said.filter((message) => message.case === one.id);
  const path = casePath(reading, view.number, one.id);
  return html`<section class="card ${tone}" id="${id}" data-part aria-labelledby="${id}-h"><p class="label">${label}</p><h2 class="small" id="${id}-h">${caseTitle(
    reading,
    one,
  )}</h2><p class="lead">${sentence}</p>${conversation(reading, said.slice(-shown_max))}<p class="actions"><a class="btn btn-outline" href="${path}">${words.say(
    'case.card.write',
  )}</a>${said.length > shown_max && html`<a class="btn btn-ghost" href="${path}">${words.say('case.card.all', { count: said.length })}</a>`}</p></section>`;
}

/** "Wrong item: 1 x First book" */
export function caseTitle(reading: OrderReading, one: CaseView): string {
  const kind = reading.words.say(`case.kind.${one.kind}`);
  const units =
    one.lines.length > 0 ? one.lines : reading.view.shipments.find(({ id }) => id === one.shipment)?.lines;
  return units ? `${kind}: ${quantitiesInWords(reading, units)}` : kind;
}

/** What is settled, folded away. */
export function settledCases(reading: Reading): Html | null {
  const { words, view } = reading;
  const settled = view.cases.filter(({ status }) => status === 'closed');
  if (settled.length === 0) return null;
  return html`<details class="more" id="settled-cases" data-part><summary>${words.say('case.card.settled', { count: settled.length })}</summary><ul class="log">${settled.map(
    (one) =>
      html`<li><div><p><a class="link" href="${casePath(reading, view.number, one.id)}">${caseTitle(reading, one)}</a></p><p class="quiet">${standingOf(reading, one).sentence}</p></div></li>`,
  )}</ul></details>`;
}

/** The way to help, for the order as a whole. */
export function orderHelp(reading: Reading): Html {
  const path = helpPathOf(reading, reading.view.number);
  return html`<p class="help-link" id="order-help" data-part><a href="${path}">${reading.words.say('case.help.link_order')}</a></p>`;
}

/** The way to help with one parcel: straight to what can be done about one that was missed. */
export function helpWithShipment(reading: Reading, { id, stage }: ShipmentView): Html {
  const { words, view } = reading;
  const query = new URLSearchParams({ shipment: id }).toString();
  const missed = stage === 'attempt_failed';
  const path = missed
    ? `${helpPathOf(reading, view.number)}/missed_delivery?${query}`
    : helpPathOf(reading, view.number, query);
  const text = words.say(missed ? 'case.help.missed' : 'case.help.link');
  return html`<p class="help-link"><a${missed && html` class="btn btn-outline"`} href="${path}">${text}</a></p>`;
}

/** What is being packed can no longer just be canceled: the seller can be asked. Null when it was asked. */
export function askToCancel(reading: Reading, line: LineView): Html | null {
  const { words, view } = reading;
  const asked = view.cases.some(
    (one) =>
      one.kind === 'cancellation' &&
      one.status !== 'closed' &&
      one.lines.some(({ line: id }) => id === line.id),
  );
  if (line.can_cancel.why_not !== 'line_being_packed' || asked) return null;
  const query = new URLSearchParams({ line: line.id }).toString();
  const path = `${helpPathOf(reading, view.number)}/cancellation?${query}`;
  return html`<a class="btn btn-outline" href="${path}"><span>${words.say('case.cancel.ask')}</span><span class="sr-only">: ${titleIn(reading, line.id)}</span></a>`;
}

import { type Html, html } from '../../lib/html.ts';
import type { ScanView, ShipmentView } from '../../modules/order-view/index.ts';
import { STAGES, type Stage } from '../../modules/shipments/stages.ts';
import { daysLeft } from './days-left.ts';
import { carrierNote } from './delay/card.ts';
import { headlineOf } from './headline.ts';
import { helpWithShipment } from './help/case-card.ts';
import { itemList } from './items.ts';
import { journey } from './journey.ts';
import { placeName } from './place-name.ts';
import { promiseHistory } from './promise-history.ts';
import { keepDates, lineOf, moment, type Reading, titleIn } from './reading.ts';

/** One shipment: when it comes, how far it is, what is in it, and how to follow it. */
export function shipmentCard(reading: Reading, shipment: ShipmentView): Html {
  const { label, tone, text, sentence } = headlineOf(reading, shipment);
  const id = `shipment-${encodeURIComponent(shipment.id)}`;
  const left = isUnderway(shipment) ? daysLeft(reading, shipment.promise) : null;
  const lead = reading.words.sentences([left ?? '', sentence ?? '']);
  const help = helpWithShipment(reading, shipment);
  const missed = shipment.stage === 'attempt_failed';
  const lines = shipment.lines.map(({ line }) => line);
  const items = shipment.lines.map((item) => ({
    ...item,
    anchor: isAnchor(reading, item.line, shipment),
    action: shipment.stage === 'delivered' ? buyAgain(reading, shipment.id, item.line) : null,
  }));
  return html`<section class="card ${tone}" id="${id}" data-part aria-labelledby="${id}-h">${
    label && html`<p class="label">${label}</p>`
  }<h2 id="${id}-h">${keepDates(text)}</h2>${lead && html`<p class="lead">${lead}</p>`}${carrierNote(reading, shipment)}${missed && help}${journey(reading, shipment)}${itemList(
    reading,
    items,
  )}${promiseHistory(reading, lines, id)}${carrierRow(reading, shipment)}${scans(reading, shipment)}${!missed && help}</section>`;
}

/** In these stages the headline is the promised date. */
function isUnderway({ stage }: ShipmentView): boolean {
  return stage === 'announced' || stage === 'accepted' || stage === 'in_transit';
}

/** What arrived and is still sold can be bought again, in the shop; not while something is wrong with it. */
function buyAgain(reading: Reading, parcel: string, id: string): Html | null {
  const address = reading.again.get(lineOf(reading, id)?.sku ?? '');
  const asked = reading.view.cases.some(({ status, lines, shipment }) => {
    return status !== 'closed' && (shipment === parcel || lines.some(({ line }) => line === id));
  });
  if (!address || asked) return null;
  return html`<a class="btn btn-ghost" href="${address}" rel="noreferrer external">${reading.words.say('page.again.link')}<span class="sr-only">: ${titleIn(reading, id)}</span></a>`;
}

/** A link to a line leads to what has not left of it, else to the first shipment it is in. */
function isAnchor({ view }: Reading, line: string, shipment: ShipmentView): boolean {
  if (view.lines.some(({ id, quantity }) => id === line && quantity.open > 0)) return false;
  return view.shipments.find(({ lines }) => lines.some((part) => part.line === line)) === shipment;
}

function carrierRow({ words }: Reading, shipment: ShipmentView): Html | null {
  const { carrier_name, tracking_number, tracking_url } = shipment;
  if (!carrier_name && !tracking_number) return null;
  const copy =
    tracking_number &&
    html`<button class="btn btn-ghost" type="button" hidden data-copy="${tracking_number}" data-copied="${words.say('page.carrier.copied')}">${words.say('page.carrier.copy')}</button>`;
  const follow =
    tracking_url &&
    html`<a class="btn btn-ghost" href="${tracking_url}" rel="noreferrer external">${
      carrier_name
        ? words.say('page.carrier.follow', { carrier: carrier_name })
        : words.say('page.carrier.follow_anywhere')
    }</a>`;
  return html`<div class="carrier"><p>${carrier_name} ${
    tracking_number && html`<span class="number">${tracking_number}</span>`
  }</p><p class="actions">${copy}${follow}</p></div>`;
}

/** The newest scan; the others, with the carrier's own words, behind it. */
function scans(reading: Reading, { id, stage, events }: ShipmentView): Html | null {
  const [newest] = events;
  if (!newest) return null;
  // That it was delivered, when and where is all said above.
  const arrived = stage === 'delivered' && newest.stage === 'delivered';
  const seen = arrived
    ? null
    : reading.words.say('page.scans.last', {
        what: stageInWords(reading, newest),
        when: moment(reading, newest.occurred_at),
        where: whereIn(reading, newest) ?? '',
        known: newest.location ? 'yes' : 'no',
      });
  return html`<details class="scans" id="scans-${encodeURIComponent(id)}"><summary>${seen} <u>${reading.words.say('page.scans.all')}</u></summary><ol>${events.map(
    (event) => scan(reading, event),
  )}</ol></details>`;
}

function scan(reading: Reading, event: ScanView): Html {
  return html`<li><time datetime="${event.occurred_at}">${moment(reading, event.occurred_at)}</time><div><p>${stageInWords(
    reading,
    event,
  )}${event.location && `, ${whereIn(reading, event)}`}</p>${event.description && html`<p class="quiet">${event.description}</p>`}</div></li>`;
}

function whereIn({ words, view }: Reading, { location }: ScanView): string | null {
  return location && placeName(location, view.ship_to.country, words);
}

/** Made once: a page says some ten of them, and a key made anew has to be hashed anew. */
const STAGE_KEYS = Object.fromEntries(STAGES.map((stage) => [stage, `page.stage.${stage}`])) as Record<
  Stage,
  string
>;

function stageInWords({ words }: Reading, { stage }: ScanView): string {
  return words.say(STAGE_KEYS[stage]);
}

import { instant } from '../../../lib/clock.ts';
import { type Html, html } from '../../../lib/html.ts';
import { hasPickupPoints, readDeliveryPrices } from '../../../modules/delivery/index.ts';
import { DELIVERY_OPTIONS } from '../../../modules/orders/vocabulary.ts';
import { layout } from '../../components/layout.ts';
import { amount, days, keepDates, type OrderReading } from '../reading.ts';
import type { Asked, ChangeForm } from './form.ts';
import { backToOrder } from './links.ts';
import { type Offer, offersOf } from './options.ts';
import { changePath } from './paths.ts';

/** How it comes: every way the shop has a price for, with its dates. */
export const deliveryForm: ChangeForm = {
  page: deliveryPage,
  read({ stored }, fields) {
    const option = DELIVERY_OPTIONS.find((known) => known === fields.option);
    // A pickup point is chosen from a list, and leaving one asks for an address.
    const needs_place = option === 'pickup_point' || stored.state.order!.delivery_option === 'pickup_point';
    if (!option || needs_place) return null;
    return { draft: { wish: { delivery_option: option }, fields: { option }, notices: [] } };
  },
};

async function deliveryPage({ reading, stored, site }: Asked): Promise<Html> {
  const { words, view } = reading;
  const { database } = site.deps;
  const [prices, lockers] = await Promise.all([
    readDeliveryPrices(database, view.currency),
    hasPickupPoints(database, view.ship_to.country),
  ]);
  const offers = offersOf(stored, prices, instant(reading.now_ms)).filter(
    ({ option }) => option !== 'pickup_point' || lockers || view.delivery_option === 'pickup_point',
  );
  const title = words.say('change.title.delivery');
  const others = offers.some(({ option }) => option !== view.delivery_option);
  const list = html`<ul class="offers">${offers.map((offer) => offerItem(reading, offer))}</ul>`;
  const none = html`<p class="intro">${words.say('change.delivery.none')}</p>`;
  return layout(reading, {
    title,
    main: html`<div class="single"><h1>${title}</h1>${others ? list : none}${backToOrder(reading)}</div>`,
  });
}

function offerItem(reading: OrderReading, offer: Offer): Html {
  const { words, view } = reading;
  const { option, dates } = offer;
  const now = option === view.delivery_option;
  return html`<li${now && html` aria-current="true"`}><div><strong>${words.say(`page.delivery.${option}`)}</strong><p>${
    dates
      ? keepDates(words.say('change.delivery.dates', { dates: days(reading, dates) }))
      : words.say('change.delivery.undated')
  }</p><p class="quiet">${now ? words.say('change.delivery.now') : price(reading, offer)}</p></div>${choose(reading, offer, now)}</li>`;
}

export function price(reading: OrderReading, { surcharge }: Pick<Offer, 'surcharge'>): string {
  const { words } = reading;
  if (surcharge === 0) return words.say('change.delivery.same');
  const figure = amount(reading, Math.abs(surcharge));
  return words.say(surcharge > 0 ? 'change.delivery.more' : 'change.delivery.less', { amount: figure });
}

function choose(reading: OrderReading, { option }: Offer, now: boolean): Html | null {
  const { words, view } = reading;
  if (now && option !== 'pickup_point') return null;
  const place =
    option === 'pickup_point' ? 'pickup' : view.delivery_option === 'pickup_point' ? 'address' : 'delivery';
  const address = changePath(reading, view.number, place);
  const href = place === 'pickup' ? address : `${address}?option=${option}`;
  const text = words.say(place === 'pickup' ? 'change.delivery.which' : 'change.delivery.choose');
  return html`<a class="btn btn-outline" href="${href}">${text}<span class="sr-only">: ${words.say(`page.delivery.${option}`)}</span></a>`;
}

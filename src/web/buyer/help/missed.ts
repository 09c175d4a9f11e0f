import { type Html, html } from '../../../lib/html.ts';
import { DELIVERY_WISHES, type DeliveryWish } from '../../../modules/cases/vocabulary.ts';
import type { ShipmentView } from '../../../modules/order-view/index.ts';
import { redeliveryUrl } from '../../../modules/shipments/carrier/index.ts';
import { layout } from '../../components/layout.ts';
import { orderPath } from '../../page.ts';
import { addDays, type OrderReading, quantitiesInWords, shortDay } from '../reading.ts';
import { helpPath } from './ask-page.ts';
import type { Fields } from './forms.ts';
import type { Subject } from './topics.ts';

/** A parcel is not kept for longer. */
const days_ahead_max = 14;
const place_length_max = 500;

export type WishKind = DeliveryWish['to'];

export function isWish(text: unknown): text is WishKind {
  return DELIVERY_WISHES.some((wish) => wish === text);
}

/** What is to happen to a parcel that was missed: by the carrier itself where it can, else by asking the seller. */
export function missedPage(reading: OrderReading, subject: Subject): Html {
  const { words, view } = reading;
  const title = words.say('case.topic.missed_delivery');
  const choices = DELIVERY_WISHES.map((wish) => {
    const path = helpPath(reading, { topic: 'missed_delivery', subject, wish });
    return html`<li><a href="${path}">${words.say(`case.wish.${wish}`)}</a></li>`;
  });
  return layout(reading, {
    title,
    main: html`<div class="single help"><h1>${title}</h1><p class="intro">${quantitiesInWords(reading, subject.lines)}</p>${
      subject.shipment && carrierDoesIt(reading, subject.shipment)
    }<section class="card" aria-labelledby="wishes"><h2 class="small" id="wishes">${words.say('case.missed.ask_seller')}</h2><ul class="choices">${choices}</ul></section><p class="foot"><a class="btn btn-outline" href="${orderPath(reading, view.number)}">${words.say('page.cancel.back')}</a></p></div>`,
  });
}

function carrierDoesIt({ words, view }: OrderReading, shipment: ShipmentView): Html | null {
  const { tracking_number } = shipment;
  const carrier = shipment.carrier_name ?? '';
  const url = redeliveryUrl(shipment.carrier, tracking_number, view.locale);
  if (!url) return null;
  return html`<section class="card" aria-labelledby="carrier-does"><h2 class="small" id="carrier-does">${words.say('case.missed.carrier', { carrier })}</h2><p class="quiet">${words.say('case.missed.carrier_explain')}</p><p class="foot"><a class="btn btn-outline" href="${url}" rel="noreferrer external">${words.say(
    'case.missed.carrier_go',
    { carrier },
  )}</a></p></section>`;
}

/** What one wish needs to know. */
export function wishFields({ words, today }: OrderReading, wish: WishKind): Html {
  if (wish === 'another_day') {
    return html`<div class="field"><label for="day">${words.say('case.wish.day')}</label><input class="input" type="date" id="day" name="day" required min="${addDays(today, 1)}" max="${addDays(today, days_ahead_max)}"></div>`;
  }
  const autocomplete = wish === 'another_address' ? 'street-address' : 'off';
  return html`<div class="field"><label for="place">${words.say(`case.wish.place.${wish}`)}</label><textarea class="textarea" id="place" name="place" rows="4" maxlength="${place_length_max}" required autocomplete="${autocomplete}"></textarea></div>`;
}

interface Wished {
  wish: DeliveryWish;
  /** What is said to the seller: the wish in words, and the place. */
  text: string;
}

/** Null: the day is none that can be wished for, or the place is missing. */
export function readWish(reading: OrderReading, to: WishKind, fields: Fields): Wished | null {
  const { words, today } = reading;
  if (to === 'another_day') {
    const { day = '' } = fields;
    const possible = /^\d{4}-\d{2}-\d{2}$/.test(day) && day > today && day <= addDays(today, days_ahead_max);
    if (!possible || Number.isNaN(Date.parse(day))) return null;
    return {
      wish: { to, day },
      text: words.say('case.wish.text.another_day', { day: shortDay(reading, day) }),
    };
  }
  const place = (fields.place ?? '').trim().slice(0, place_length_max);
  return place === ''
    ? null
    : { wish: { to, day: null }, text: words.say(`case.wish.text.${to}`, { place }) };
}

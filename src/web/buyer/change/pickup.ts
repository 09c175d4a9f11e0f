import { type Html, html } from '../../../lib/html.ts';
import { findPickupPoints, type PickupPoint, readPickupPoint } from '../../../modules/delivery/index.ts';
import { addressLines } from '../../../modules/order-view/index.ts';
import { layout } from '../../components/layout.ts';
import type { OrderReading } from '../reading.ts';
import type { Asked, ChangeForm } from './form.ts';
import { backToOrder } from './links.ts';
import { changePath } from './paths.ts';
import { typed } from './typed.ts';

/** Nobody walks farther than the twentieth. */
const shown_max = 20;

/** Where it waits: one of the shop's points near a place, at first near where it was to go. */
export const pickupForm: ChangeForm = {
  page: pickupPage,
  async read({ reading }, fields, site) {
    const id = fields.point ?? '';
    const point = id === '' || id.length > 64 ? null : await readPickupPoint(site.deps.database, id);
    if (!point?.active || point.country !== reading.view.ship_to.country) return null;
    return { draft: { wish: { pickup_point: point }, fields: { point: id }, notices: [] } };
  },
};

async function pickupPage({ reading, site, fields }: Asked): Promise<Html> {
  const { words, view } = reading;
  const { country, postal_code, city } = view.ship_to;
  const near = typed(fields, 'near') ?? [postal_code, city].filter(Boolean).join(' ');
  const wish = { near: near || null, country, after: null, limit: shown_max };
  const points = await findPickupPoints(site.deps.database, wish);
  const title = words.say('change.title.pickup');
  return layout(reading, {
    title,
    main: html`<div class="single"><h1>${title}</h1><form method="get" action="${changePath(reading, view.number, 'pickup')}" role="search"><div class="field"><label for="near">${words.say(
      'change.pickup.near',
    )}</label><div class="row"><input class="input" id="near" name="near" type="search" value="${near}" maxlength="100" autocomplete="postal-code"><button class="btn btn-outline">${words.say(
      'change.pickup.search',
    )}</button></div></div></form>${
      points.length === 0
        ? html`<p class="intro" role="status">${words.say('change.pickup.none')}</p>`
        : html`<ul class="offers">${points.map((point) => pointItem(reading, point))}</ul>`
    }${backToOrder(reading)}</div>`,
  });
}

function pointItem(reading: OrderReading, point: PickupPoint): Html {
  const { words, view } = reading;
  const { id, name, hours } = point;
  // Its name stands above, its country is the order's.
  const where = addressLines(words, { ...point, name: null, pickup_point: null })
    .slice(0, -1)
    .join(', ');
  const href = `${changePath(reading, view.number, 'pickup')}?point=${encodeURIComponent(id)}`;
  return html`<li><div><strong>${name}</strong><p>${where}</p>${
    hours && html`<p class="quiet">${words.say('change.pickup.hours', { hours })}</p>`
  }</div><a class="btn btn-outline" href="${href}">${words.say('change.pickup.here')}<span class="sr-only">: ${name}</span></a></li>`;
}

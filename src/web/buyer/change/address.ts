import { html } from '../../../lib/html.ts';
import type { ShipTo } from '../../../modules/orders/commands.ts';
import { DELIVERY_OPTIONS, type DeliveryOption } from '../../../modules/orders/vocabulary.ts';
import { layout } from '../../components/layout.ts';
import type { Opened } from '../help/open.ts';
import type { OrderReading } from '../reading.ts';
import { field, hidden, mistakesBox } from './field.ts';
import type { Asked, ChangeForm, Mistakes } from './form.ts';
import { backToOrder } from './links.ts';
import { changePath } from './paths.ts';
import { hasRegion, unusualPostalCode } from './postal-code.ts';
import { typed } from './typed.ts';

const FIELDS = [
  'name',
  'line1',
  'line2',
  'postal_code',
  'city',
  'region',
] as const satisfies (keyof ShipTo)[];
const NEEDED = ['name', 'line1', 'city'] as const;

/** Where it goes, within the country: another one has other taxes. */
export const addressForm: ChangeForm = {
  page: (asked) => addressPage(asked),
  read({ reading, stored }, fields) {
    // What a program wrote into every field once is a form; the address alone is a visit.
    if (!('line1' in fields)) return null;
    const { words } = reading;
    const needed = NEEDED.filter((name) => typed(fields, name) === null);
    if (needed.length > 0) {
      return {
        mistakes: Object.fromEntries(needed.map((name) => [name, words.say(`change.problem.${name}`)])),
      };
    }
    const ship_to = Object.fromEntries(FIELDS.map((name) => [name, typed(fields, name)])) as Partial<ShipTo>;
    const option = optionOf(stored.state.order!.delivery_option, fields.option);
    return {
      draft: {
        wish: { ship_to: { ...ship_to, pickup_point: null }, ...(option && { delivery_option: option }) },
        fields: { ...plain(ship_to), ...(option && { option }) },
        notices: notices(reading, ship_to),
      },
    };
  },
};

/** Leaving a pickup point is another way of delivery: the one that was chosen, or the usual one. */
function optionOf(now: DeliveryOption, asked: string | undefined): DeliveryOption | null {
  const chosen = DELIVERY_OPTIONS.find((option) => option === asked && option !== 'pickup_point') ?? null;
  return chosen ?? (now === 'pickup_point' ? 'standard' : null);
}

function plain(ship_to: Partial<ShipTo>): Record<string, string> {
  return Object.fromEntries(FIELDS.map((name) => [name, ship_to[name] ?? '']));
}

function notices({ words, view }: OrderReading, { postal_code = null }: Partial<ShipTo>): string[] {
  const { country } = view.ship_to;
  const example = unusualPostalCode(country, postal_code);
  return example === null
    ? []
    : [words.say('change.notice.postal_code', { country: words.country(country), example })];
}

function addressPage({ reading, stored, fields, mistakes, token }: Asked) {
  const { words, view } = reading;
  const { country } = view.ship_to;
  const title = words.say('change.title.address');
  const input = (name: (typeof FIELDS)[number], autocomplete: string, required = false) =>
    field(words, {
      name,
      autocomplete,
      required,
      value: typedOr({ reading, stored }, fields, name),
      mistake: mistakes[name],
    });
  const option = optionOf(view.delivery_option, fields.option);
  return layout(reading, {
    title,
    main: html`<div class="single"><h1>${title}</h1><p class="intro">${words.say(
      view.shipments.length > 0 ? 'change.address.rest' : 'change.address.intro',
    )}</p>${mistakesBox(words, mistakes as Mistakes)}<form method="post" action="${changePath(reading, view.number, 'address')}" autocomplete="on">${hidden(
      { token, ...(option && { option }) },
    )}${input('name', 'shipping name', true)}${input('line1', 'shipping address-line1', true)}${input(
      'line2',
      'shipping address-line2',
    )}${input('postal_code', 'shipping postal-code')}${input('city', 'shipping address-level2', true)}${
      (hasRegion(country) || view.ship_to.region) && input('region', 'shipping address-level1')
    }<div class="field"><strong>${words.country(country)}</strong><p class="quiet">${words.say('change.address.country')}</p></div><button class="btn btn-primary">${words.say(
      'change.show',
    )}</button></form>${backToOrder(reading)}</div>`,
  });
}

/** As typed; before that as it is, unless it is the address of a pickup point. */
function typedOr(
  { reading: { view } }: Pick<Opened, 'reading' | 'stored'>,
  fields: Asked['fields'],
  name: (typeof FIELDS)[number],
) {
  if ('line1' in fields) return fields[name] ?? '';
  const { ship_to } = view;
  return ship_to.pickup_point === null || name === 'name' ? ship_to[name] : null;
}

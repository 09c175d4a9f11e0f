import { describe, expect, test } from 'vitest';
import terms from '../../../../fixtures/schema-org/terms.json' with { type: 'json' };
import { exampleContact } from '../../../modules/notifications/example.ts';
import { canceled, dispatched, placed } from '../../../modules/notifications/example-facts.ts';
import { typeNamed } from '../../../modules/notifications/index.ts';
import { renderExamples, renderStory } from '../render/examples.ts';
import { withMarkup } from './index.ts';

type Thing = { '@type': string; [property: string]: unknown };

/** What a mail program finds: every block of JSON-LD in the page. */
function markupIn(html: string): Thing[] {
  const blocks = html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g);
  return [...blocks].map(([, json]) => JSON.parse(json!));
}

const ranges: Record<string, (value: unknown) => boolean> = {
  Text: (value) => typeof value === 'string' && value !== '' && !/\p{Cc}/u.test(value),
  URL: (value) => typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value),
  Number: (value) => typeof value === 'number' || /^-?\d+(\.\d+)?$/.test(String(value)),
  Date: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  DateTime: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(value)),
  Country: (value) => /^[A-Z]{2}$/.test(String(value)),
  OrderStatus: (value) => terms.order_status.some((status) => value === `https://schema.org/${status}`),
};
const types: Record<string, Record<string, string[]>> = terms.types;

/** Every property that schema.org does not know on its type, or whose value is not what it may hold. */
function faults(thing: Thing, path = thing['@type']): string[] {
  const properties = types[thing['@type']];
  if (!properties) return [`${path}: no such type`];
  return Object.entries(thing).flatMap(([name, value]) => {
    if (name.startsWith('@')) return [];
    const expected = properties[name];
    if (!expected) return [`${path}.${name}: no such property`];
    return [value].flat().flatMap((one) => {
      const type = (one as Thing | null)?.['@type'];
      if (type !== undefined)
        return expected.includes(type) ? faults(one as Thing, `${path}.${name}`) : [name];
      return expected.some((range) => ranges[range]?.(one)) ? [] : [`${path}.${name}: ${one}`];
    });
  });
}

/** The paths that Gmail needs and that are not there, in each of several values. */
function missing(thing: Thing): string[] {
  const required: Record<string, string[]> = terms.gmail_requires;
  const lacks = (value: unknown, [name, ...rest]: string[]): boolean => {
    if (name === undefined) return value === undefined || value === '';
    const inner = (value as Thing | undefined)?.[name];
    const all = [inner].flat();
    return all.length === 0 || all.some((one) => lacks(one, rest));
  };
  return required[thing['@type']]!.filter((path) => lacks(thing, path.split('.')));
}

const buyers = renderExamples().filter(({ type }) => typeNamed(type).audience === 'buyer');

test.each(buyers.map(({ type, locale, email }) => [`${type} in ${locale}`, email.html] as const))(
  '%s describes one thing, by words that schema.org knows, with all that Gmail requires',
  (_name, html) => {
    const things = markupIn(html);
    expect(things).toHaveLength(1);
    expect(things[0]!['@context']).toBe('https://schema.org');
    expect(faults(things[0]!)).toEqual([]);
    expect(missing(things[0]!)).toEqual([]);
  },
);

const thingOf = (...story: Parameters<typeof renderStory>) => markupIn(renderStory(...story).html)[0]!;

test('a shipment is described as a parcel, everything else as an order', () => {
  const shapes = new Map(buyers.map(({ type, email }) => [type, markupIn(email.html)[0]!['@type']]));
  for (const [type, shape] of shapes) {
    if (type.startsWith('shipment_')) expect([type, shape]).toEqual([type, 'ParcelDelivery']);
  }
  for (const type of ['order_confirmed', 'payment_received', 'promise_revised', 'order_canceled']) {
    expect([type, shapes.get(type)]).toEqual([type, 'Order']);
  }
});

test('each state has its word', () => {
  const pending = placed({ payment_method: 'transfer', payment_status: 'pending' });
  for (const [type, facts, status] of [
    ['order_confirmed', [placed()], 'OrderProcessing'],
    ['order_confirmed', [pending], 'OrderPaymentDue'],
    ['lines_canceled', [placed(), canceled(['2'])], 'OrderProcessing'],
    ['order_canceled', [placed(), canceled(['1', '2'])], 'OrderCancelled'],
  ] as const) {
    expect(thingOf(type, facts).orderStatus).toBe(`https://schema.org/${status}`);
  }
  const parcel = thingOf('shipment_delivered', typeNamed('shipment_delivered').example);
  expect((parcel.partOfOrder as Thing).orderStatus).toBe('https://schema.org/OrderDelivered');
  const waiting = typeNamed('shipment_available_for_pickup').example;
  expect((thingOf('shipment_available_for_pickup', waiting).partOfOrder as Thing).orderStatus).toBe(
    'https://schema.org/OrderPickupAvailable',
  );
});

test('the cancellation repeats the number of the confirmation', () => {
  const number = thingOf('order_confirmed', [placed()]).orderNumber;
  expect(thingOf('order_canceled', [placed(), canceled(['1', '2'])]).orderNumber).toBe(number);
});

describe('what is not known', () => {
  const erased = { id: null, email: '', name: null, phone: null };
  const nowhere = { name: null, line1: null, line2: null, city: null, region: null, postal_code: null };

  test('without an address a shipment is described by its order', () => {
    const contact = { customer: erased, ship_to: { ...nowhere, country: 'US', pickup_point: null } };
    expect(thingOf('shipment_dispatched', [placed(), dispatched()], { contact })['@type']).toBe('Order');
  });

  test('without a carrier too', () => {
    const facts = [placed(), dispatched({ carrier: null })];
    expect(thingOf('shipment_dispatched', facts)['@type']).toBe('Order');
  });

  test('where addresses have no region the town stands for it', () => {
    const ship_to = { ...exampleContact.ship_to, region: null, city: 'Łódź', country: 'PL' };
    const contact = { ...exampleContact, ship_to };
    const parcel = thingOf('shipment_dispatched', [placed(), dispatched()], { contact });
    expect(parcel.deliveryAddress).toMatchObject({ addressRegion: 'Łódź', addressLocality: 'Łódź' });
    expect(missing(parcel)).toEqual([]);
  });
});

test.each([
  '</script><script>alert(1)</script>',
  '<!-- <script>',
  '"}]}',
  '\\u003c/script>',
  'a\u2028b\u2029c\u0000d',
  '&lt;/script&gt;',
])('a text like %j stays inside its JSON', (title) => {
  const fact = placed();
  if (fact.type !== 'OrderPlaced') throw new Error('not placed');
  const lines = [{ ...fact.data.lines[0]!, title, sku: title }];
  const { html } = renderStory('order_confirmed', [placed({ lines })]);
  const [thing, ...others] = markupIn(html);
  expect(others).toEqual([]);
  expect(html.match(/<\/?script/g)).toHaveLength(2);
  const [offer] = thing!.acceptedOffer as { itemOffered: Thing }[];
  expect(offer!.itemOffered.name).toBe(title.replace(/[\p{Cc}\u2028\u2029]/gu, ' '));
});

test('it stands in the head, and at the end of a page that has none', () => {
  const { html } = renderStory('order_confirmed', [placed()]);
  expect(html).toMatch(/<script type="application\/ld\+json">.*<\/script>\n<\/head>/);
  const told = { audience: 'buyer', order: null } as unknown as Parameters<typeof withMarkup>[2];
  expect(withMarkup('<p>', null, told)).toBe('<p>');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { place, scan, shop as wishes } from '../support/stories.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
});
afterAll(() => shop.close());

let orders = 0;
/** A buyer who has opened an order of three pieces of line 1 and one of line 2 by number and e-mail. */
async function buyerWith(
  ...then: ((to: ReturnType<typeof wishes>) => Parameters<typeof shop.deps.ledger.execute>[0])[]
) {
  orders += 1;
  const number = `help-${orders}`;
  await shop.deps.ledger.execute(place({ number }));
  for (const make of then) {
    const { refusal } = await shop.deps.ledger.execute(make(wishes(number)));
    expect(refusal).toBeUndefined();
  }
  const buyer = new Visitor(shop.app);
  await buyer.post('/status', { number, email: 'buyer@example.com' });
  return { buyer, number, path: `/orders/${number}` };
}

type To = ReturnType<typeof wishes>;
const dispatched = (to: To) => to.dispatch('p-1', { '1': 3 });
const delivered = (to: To) => to.scans('p-1', scan('delivered', '2026-03-02T11:00:00Z'));
const missed = (to: To) => to.scans('p-1', scan('attempt_failed', '2026-03-02T11:00:00Z'));
const packed = (to: To) => to.pack({ '1': 2 });

const text = async (response: Response | Promise<Response>) => (await response).text();
const links = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));

async function casesOf(number: string) {
  const stored = await shop.deps.reader.read(number);
  return stored!.state.cases?.cases ?? [];
}

describe('two clicks from the parcel to the right form', () => {
  test.each([
    ['not_received', [dispatched, delivered], 'Ask your neighbors'],
    ['damaged', [dispatched, delivered], 'Which items?'],
    ['question', [dispatched], 'Your question'],
  ] as const)('%s', async (topic, given, words) => {
    const { buyer, path } = await buyerWith(...given);
    const [help] = links(await text(buyer.get(path))).filter((href) => href.includes('/help?shipment=p-1'));
    const [form] = links(await text(buyer.get(help!))).filter((href) => href.includes(`/help/${topic}?`));
    const page = await text(buyer.get(form!));
    expect(page).toContain(words);
    expect(page).toContain('The seller has until 6 March');
  });

  test('not before there is reason: nothing that has not arrived is called damaged or lost', async () => {
    const { buyer, path } = await buyerWith(dispatched);
    const page = await text(buyer.get(`${path}/help?shipment=p-1`));
    expect(page).not.toContain('not_received');
    expect((await buyer.get(`${path}/help/not_received?shipment=p-1`)).status).toBe(409);
  });

  test.each([
    '/help/dance?shipment=p-1',
    '/help/question?shipment=p-9',
    '/help/question?line=9',
    '/cases/cas_9',
  ])('nothing is there: %s', async (address) => {
    const { buyer, path } = await buyerWith(dispatched);
    expect((await buyer.get(path + address)).status).toBe(404);
  });

  test('for the whole order too', async () => {
    const { buyer, path, number } = await buyerWith();
    const page = await text(buyer.get(`${path}/help`));
    const form = links(page).find((href) => href.includes('/help/invoice_missing'))!;
    const done = await buyer.post(form, Visitor.fields(await text(buyer.get(form))));
    expect(done.status).toBe(303);
    expect(await casesOf(number)).toMatchObject([{ kind: 'invoice_missing', seller: 's-1', lines: [] }]);
  });
});

describe('asking', () => {
  test('goes to the seller, and the page says by when the answer comes', async () => {
    const { buyer, path, number } = await buyerWith(dispatched, delivered);
    const form = `${path}/help/damaged?shipment=p-1`;
    const fields = Visitor.fields(await text(buyer.get(form)));
    const none = await buyer.post(form, { ...fields, 'units-0': '0', message: 'A corner is bent' });
    expect(none.status).toBe(422);
    expect(await text(none)).toMatch(/Say which items.*A corner is bent/s);
    const done = await buyer.post(form, { ...fields, 'units-0': '2', message: 'A corner is bent' });
    const talk = await text(buyer.get(done.headers.get('location')!));
    expect(talk).toContain('Arrived damaged: 2\u00a0×\u00a0Thing 1');
    expect(talk).toContain('A corner is bent');
    const order = await text(buyer.get(path));
    expect(order).toContain('Waiting for the seller');
    expect(order).toContain('The seller has until 6 March');
    expect(await casesOf(number)).toMatchObject([
      { kind: 'damaged', lines: [{ line: '1', quantity: 2 }], shipment: 'p-1' },
    ]);
  });

  test('a form sent twice asks once and is answered twice', async () => {
    const { buyer, path, number } = await buyerWith(dispatched);
    const form = `${path}/help/question?shipment=p-1`;
    const fields = { ...Visitor.fields(await text(buyer.get(form))), message: 'Where is it?' };
    const twice = await Promise.all([buyer.post(form, fields), buyer.post(form, fields)]);
    expect(new Set(twice.map(({ status, headers }) => `${status} ${headers.get('location')}`)).size).toBe(1);
    expect(await casesOf(number)).toMatchObject([{ messages: 1 }]);
  });

  test('the same again is shown, and what is written goes there', async () => {
    const { buyer, path, number } = await buyerWith(dispatched);
    const form = `${path}/help/question?shipment=p-1`;
    const asked = async (message: string) => {
      const page = await text(buyer.get(form));
      await buyer.post(form, { ...Visitor.fields(page), message });
      return page;
    };
    expect(await asked('Where is it?')).not.toContain('You have asked about this before');
    expect(await asked('Really, where?')).toContain('You have asked about this before');
    expect(await casesOf(number)).toMatchObject([{ messages: 2 }]);
  });

  test('is not believed without the token, or from another site', async () => {
    const { buyer, path, number } = await buyerWith(dispatched);
    const form = `${path}/help/question?shipment=p-1`;
    const fields = { ...Visitor.fields(await text(buyer.get(form))), message: 'Where is it?' };
    expect((await buyer.post(form, { ...fields, token: '' })).status).toBe(403);
    expect((await buyer.post(form, fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const stranger = new Visitor(shop.app);
    expect((await stranger.post(form, fields)).headers.get('location')).toContain('/status?number=');
    expect(await casesOf(number)).toEqual([]);
  });

  test('not without an end', async () => {
    const { buyer, path } = await buyerWith(dispatched);
    const form = `${path}/help/question?shipment=p-1`;
    const statuses: number[] = [];
    for (let times = 0; times < 21; times++) {
      const fields = Visitor.fields(await text(buyer.get(form)));
      statuses.push((await buyer.post(form, { ...fields, message: `Question ${times}` })).status);
    }
    expect(statuses.slice(0, 20).every((status) => status === 303)).toBe(true);
    expect(statuses[20]).toBe(429);
  });

  test('what people write is text', async () => {
    const { buyer, path } = await buyerWith(dispatched);
    const form = `${path}/help/question?shipment=p-1`;
    const fields = Visitor.fields(await text(buyer.get(form)));
    await buyer.post(form, { ...fields, message: '<script>alert(1)</script>\u0000' });
    const done = await buyer.post(form, { ...fields, message: '<script>alert(1)</script>' });
    for (const address of [done.headers.get('location')!, path]) {
      const page = await text(buyer.get(address));
      expect(page).toContain('&lt;script&gt;');
      expect(page).not.toContain('<script>alert');
    }
  });
});

describe('a missed delivery', () => {
  test('begins with the carrier where it can, then asks the seller for another day', async () => {
    const { buyer, path, number } = await buyerWith(dispatched, missed);
    const [choose] = links(await text(buyer.get(path))).filter((href) =>
      href.includes('/help/missed_delivery'),
    );
    const page = await text(buyer.get(choose!));
    expect(page).toContain('UPS can do it at once');
    const form = links(page).find((href) => href.includes('wish=another_day'))!;
    const fields = Visitor.fields(await text(buyer.get(form)));
    expect((await buyer.post(form, { ...fields, day: '2026-03-02' })).status).toBe(422);
    expect((await buyer.post(form, { ...fields, day: '2026-02-30' })).status).toBe(422);
    expect((await buyer.post(form, { ...fields, day: '2026-03-09' })).status).toBe(303);
    expect(await casesOf(number)).toMatchObject([
      { kind: 'missed_delivery', shipment: 'p-1', wish: { to: 'another_day', day: '2026-03-09' } },
    ]);
    expect(await text(buyer.get(path))).toContain('Please bring it on 9 March.');
  });

  test('another address is asked only of somebody who reads the mail of the order', async () => {
    const { buyer, path, number } = await buyerWith(dispatched, missed);
    const form = `${path}/help/missed_delivery?shipment=p-1&wish=another_address`;
    expect((await buyer.get(form)).headers.get('location')).toContain(`${path}/identify?back=`);
    const elsewhere = `${path}/help/missed_delivery?shipment=p-1&wish=pickup_point`;
    const fields = Visitor.fields(await text(buyer.get(elsewhere)));
    const tried = await buyer.post(form, { ...fields, place: '2 Side St' });
    expect(tried.headers.get('location')).toContain('/identify?back=');
    expect(await casesOf(number)).toEqual([]);
    const reader = new Visitor(shop.app);
    const link = shop.link(number);
    await reader.post(link, Visitor.fields(await text(reader.get(link))));
    const page = await text(reader.get(form));
    expect((await reader.post(form, { ...Visitor.fields(page), place: '2 Side St' })).status).toBe(303);
    expect(await casesOf(number)).toMatchObject([{ wish: { to: 'another_address', day: null } }]);
  });
});

describe('canceling what is being packed', () => {
  test('leads from the order and from the refusal to asking the seller, who agrees', async () => {
    const { buyer, path, number } = await buyerWith((to) => to.pack({ '1': 3 }));
    const order = await text(buyer.get(path));
    const ask = links(order).find((href) => href.includes('/help/cancellation'))!;
    expect(await text(buyer.get(`${path}/cancel?line=1`))).toContain(ask.replaceAll('&', '&amp;'));
    const page = await text(buyer.get(ask));
    expect(page).toContain('cancel 3 × Thing 1');
    expect(page).toContain('$30.00 goes back to your card.');
    expect(await text(buyer.get(`${ask}&quantity=2`))).toContain('$20.00 goes back to your card.');
    const done = await buyer.post(ask, Visitor.fields(page));
    const talk = done.headers.get('location')!;
    expect(await text(buyer.get(talk))).toContain('If it leaves before they answer');
    expect(links(await text(buyer.get(path))).some((href) => href.includes('/help/cancellation'))).toBe(
      false,
    );
    const [one] = await casesOf(number);
    await shop.deps.ledger.execute(wishes(number).grant(true, '2026-03-02T12:00:00Z', one!.id));
    expect(await text(buyer.get(talk))).toContain('The seller agreed, and it is canceled.');
    expect(await text(buyer.get(path))).toContain('$30.00');
  });

  test('left meanwhile: the page says what can be done now', async () => {
    const { buyer, path, number } = await buyerWith(packed);
    const ask = `${path}/help/cancellation?line=1`;
    const fields = Visitor.fields(await text(buyer.get(ask)));
    await shop.deps.ledger.execute(dispatched(wishes(number)));
    const late = await buyer.post(ask, fields);
    expect(late.status).toBe(409);
    expect(await text(late)).toContain('That is not possible any more');
  });
});

describe('the conversation', () => {
  test('goes on until one says that it is settled', async () => {
    const { buyer, path, number } = await buyerWith(dispatched, (to) =>
      to.ask('question', { shipment: 'p-1' }),
    );
    const talk = `${path}/cases/cas_1`;
    const fields = async () => Visitor.fields(await text(buyer.get(talk)));
    await shop.deps.ledger.execute(wishes(number).say('seller', 'It is in Boston'));
    expect(await text(buyer.get(path))).toMatch(/Answered.*It is in Boston/s);
    expect((await buyer.post(talk, { ...(await fields()), message: ' ' })).status).toBe(422);
    expect((await buyer.post(talk, { ...(await fields()), message: 'Thank you' })).status).toBe(303);
    expect(await text(buyer.get(talk))).toMatch(/Please help.*It is in Boston.*Thank you/s);
    expect((await buyer.post(`${talk}/closure`, await fields())).status).toBe(303);
    const over = await text(buyer.get(talk));
    expect(over).toContain('This conversation is over.');
    expect(over).not.toContain('<textarea');
    expect(await text(buyer.get(path))).toContain('1 settled request');
  });

  test('of another order is not there', async () => {
    const { path } = await buyerWith(dispatched, (to) => to.ask('question', { shipment: 'p-1' }));
    const other = await buyerWith(dispatched);
    expect((await other.buyer.get(`${other.path}/cases/cas_1`)).status).toBe(404);
    expect((await other.buyer.get(`${path}/cases/cas_1`)).status).toBe(303);
  });
});

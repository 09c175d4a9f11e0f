import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../src/lib/clock.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { atDesk } from '../support/staff.ts';
import { place, shop as wishes } from '../support/stories.ts';

let shop: TestShop;
let one: Visitor;
let two: Visitor;
let viewer: Visitor;
let operator: Visitor;
beforeAll(async () => {
  shop = await testShop();
  shop.clock.set(Date.now());
  one = await atDesk(shop, { email: 'one@seller.example', seller: 's-1' });
  two = await atDesk(shop, { email: 'two@seller.example', seller: 's-2' });
  viewer = await atDesk(shop, { email: 'viewer@seller.example', seller: 's-1', role: 'viewer' });
  operator = await atDesk(shop, { email: 'operator@shop.example' });
});
afterAll(() => shop.close());

let orders = 0;
type To = ReturnType<typeof wishes>;
/** An order of two sellers, two units each, with what is asked now. */
async function asked(...then: ((to: To, at: string) => Parameters<typeof shop.deps.ledger.execute>[0])[]) {
  orders += 1;
  const number = `desk-${orders}`;
  const lines = [
    { id: '1', seller: 's-1', quantity: 2, title: 'A lamp' },
    { id: '2', seller: 's-2', quantity: 2, title: 'A chair' },
  ];
  await shop.deps.ledger.execute(place({ number, lines }));
  for (const make of then) {
    const { refusal } = await shop.deps.ledger.execute(make(wishes(number), instant(shop.clock.now())));
    expect(refusal).toBeUndefined();
  }
  return { number, id: `cas_${number}` };
}
const question = (to: To, at: string) =>
  to.ask('question', { case: `cas_desk-${orders}`, units: { '1': 1 }, text: 'Which color?', at });
const packed = (to: To) => to.pack({ '1': 2 });
const wish = (to: To, at: string) =>
  to.ask('cancellation', { case: `cas_desk-${orders}`, units: { '1': 2 }, at });

const text = async (response: Response | Promise<Response>) => (await response).text();

/** Fills in the form of a request and presses a button. */
async function press(visitor: Visitor, path: string, act: string, message = ''): Promise<Response> {
  return visitor.post(path, { ...Visitor.fields(await text(visitor.get(path))), act, message });
}

async function caseOf(number: string) {
  const stored = await shop.deps.reader.read(number);
  return stored!.state.cases!.cases[0]!;
}

describe('the list', () => {
  test('has what waits, the clock first, and only what is theirs', async () => {
    const { number, id } = await asked(question);
    const list = await text(one.get('/desk/requests'));
    expect(list).toContain(`/desk/requests/${id}`);
    expect(list).toMatch(/hours? left.*A question.*A lamp/s);
    const other = await text(two.get('/desk/requests'));
    expect(other).not.toContain(number);
    expect(await text(operator.get('/operator/requests'))).toContain(`/operator/requests/${id}`);
  });

  test.each([
    'status=answered',
    'status=closed',
    'status=strange',
    'after=%5B1%5D',
    'after=%5B%222026-99-99T99:99:99Z%22,%22a%22,%22b%22%5D',
  ])('with ?%s is a list too', async (query) => {
    expect((await one.get(`/desk/requests?${query}`)).status).toBe(200);
  });

  test('goes on after fifty', async () => {
    const commands = Array.from({ length: 51 }, (_, index) => {
      const number = `many-${index}`;
      return [
        place({ number, lines: [{ id: '1', seller: 's-many' }] }),
        wishes(number).ask('question', { case: `cas_${number}` }),
      ];
    });
    for (const pair of commands) for (const command of pair) await shop.deps.ledger.execute(command);
    const many = await atDesk(shop, { email: 'many@seller.example', seller: 's-many' });
    const first = await text(many.get('/desk/requests'));
    const more = /href="([^"]*after=[^"]*)"/.exec(first)![1]!.replaceAll('&amp;', '&');
    const second = await text(many.get(more));
    const ids = [first, second].flatMap((page) =>
      [...page.matchAll(/requests\/(cas_many-\d+)"/g)].map(([, id]) => id),
    );
    expect(new Set(ids).size).toBe(51);
  });
});

describe('who may', () => {
  test.each(['/desk/requests', '/desk/requests/cas_1', '/operator/requests'])(
    'nobody without signing in: %s',
    async (path) => {
      const answer = await new Visitor(shop.app).get(path);
      expect(answer.headers.get('location')).toContain('/sign-in?back=');
    },
  );

  test('another seller has no such request, to read or to answer', async () => {
    const { id } = await asked(question);
    expect((await two.get(`/desk/requests/${id}`)).status).toBe(404);
    const mine = Visitor.fields(await text(one.get(`/desk/requests/${id}`)));
    expect((await two.post(`/desk/requests/${id}`, { ...mine, act: 'say', message: 'x' })).status).toBe(404);
  });

  test('at their own desk only', async () => {
    expect((await one.get('/operator/requests')).status).toBe(403);
    expect((await operator.get('/desk/requests')).status).toBe(403);
  });

  test('who may only look sees no form, and cannot send one', async () => {
    const { id, number } = await asked(question);
    const path = `/desk/requests/${id}`;
    expect(await text(viewer.get(path))).not.toContain('<textarea');
    const form = Visitor.fields(await text(one.get(path)));
    expect((await viewer.post(path, { ...form, act: 'say', message: 'x' })).status).toBe(403);
    expect((await caseOf(number)).messages).toBe(1);
  });

  test('not without the token, nor from another site', async () => {
    const { id } = await asked(question);
    const path = `/desk/requests/${id}`;
    const form = { ...Visitor.fields(await text(one.get(path))), act: 'say', message: 'x' };
    expect((await one.post(path, { ...form, token: '' })).status).toBe(403);
    expect((await one.post(path, form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test('a seller sees of the order its own part', async () => {
    const { id } = await asked(question);
    const page = await text(one.get(`/desk/requests/${id}`));
    expect(page).toContain('A lamp');
    expect(page).not.toContain('A chair');
    expect(page).not.toContain('buyer@example.com');
  });
});

describe('answering', () => {
  test('is told to the buyer and stops the clock; then it can be settled', async () => {
    const { id, number } = await asked(question);
    const path = `/desk/requests/${id}`;
    expect((await press(one, path, 'say')).status).toBe(422);
    expect((await press(one, path, 'say', 'Green, as in the picture')).status).toBe(303);
    expect(await caseOf(number)).toMatchObject({ status: 'answered', answer_due: null });
    expect(await text(one.get(path))).toMatch(/You<\/b>.*Green, as in the picture/s);
    const { rows } = await shop.database.pool.query(
      "select recipient, type from notifications where order_number = $1 and type like 'case%'",
      [number],
    );
    expect(rows).toEqual([{ recipient: 'customer', type: 'case_message' }]);
    expect((await press(one, path, 'close')).status).toBe(303);
    expect(await caseOf(number)).toMatchObject({ status: 'closed', closed: { outcome: 'resolved' } });
    expect(await text(one.get(path))).not.toContain('<textarea');
  });

  test('in one go, and only with words', async () => {
    const { id, number } = await asked(question);
    const path = `/desk/requests/${id}`;
    expect((await press(one, path, 'say_and_close')).status).toBe(422);
    expect((await press(one, path, 'say_and_close', 'It is green')).status).toBe(303);
    expect(await caseOf(number)).toMatchObject({ closed: { outcome: 'resolved' } });
  });

  test('by an operator is said by the shop', async () => {
    const { id, number } = await asked(question);
    await press(operator, `/operator/requests/${id}`, 'say', 'We look into it');
    expect(await text(one.get(`/desk/requests/${id}`))).toMatch(/The shop<\/b>.*We look into it/s);
    const buyer = new Visitor(shop.app);
    await buyer.post('/status', { number, email: 'buyer@example.com' });
    expect(await text(buyer.get(`/orders/${number}`))).toMatch(/The shop<\/b>.*We look into it/s);
  });

  test('a form sent twice says it once', async () => {
    const { id, number } = await asked(question);
    const path = `/desk/requests/${id}`;
    const form = { ...Visitor.fields(await text(one.get(path))), act: 'say', message: 'Green' };
    const twice = await Promise.all([one.post(path, form), one.post(path, form)]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect((await caseOf(number)).messages).toBe(2);
  });
});

describe('what is being packed', () => {
  test('is canceled when the seller agrees', async () => {
    const { id, number } = await asked(packed, wish);
    expect((await press(one, `/desk/requests/${id}`, 'accept')).status).toBe(303);
    const stored = await shop.deps.reader.read(number);
    expect(stored!.state.order!.lines[0]!.quantity).toMatchObject({ canceled: 2, packed: 0 });
    expect(stored!.state.payments.refunds).toMatchObject([{ amount: 2000, cause: 'cancellation' }]);
  });

  test('is declined with words alone', async () => {
    const { id, number } = await asked(packed, wish);
    const path = `/desk/requests/${id}`;
    expect((await press(one, path, 'decline')).status).toBe(422);
    expect((await press(one, path, 'decline', 'It is in the van')).status).toBe(303);
    expect(await caseOf(number)).toMatchObject({ closed: { outcome: 'declined' } });
  });

  test('sent meanwhile: the desk is shown how it stands', async () => {
    const { id, number } = await asked(packed, wish);
    const path = `/desk/requests/${id}`;
    const form = { ...Visitor.fields(await text(one.get(path))), act: 'accept', message: '' };
    await shop.deps.ledger.execute(wishes(number).dispatch('p-1', { '1': 2 }));
    const late = await one.post(path, form);
    expect(late.status).toBe(409);
    expect(await text(late)).toContain('Declined by sending it');
  });
});

import { describe, expect, test } from 'vitest';
import { aLine, anOrder } from '../support/api.ts';
import { api, keys, made, opened, placed } from './asking.ts';

describe('a case', () => {
  test('is asked, answered and settled', async () => {
    const number = await placed();
    const id = await opened(number, {
      seller: null,
      kind: 'wrong_item',
      lines: [{ line: '1', quantity: 1 }],
      message: 'Another book',
    });
    const asked = (await api.call('GET', `/v1/cases/${id}`)).body;
    expect(asked).toMatchObject({
      ...{ order: number, kind: 'wrong_item', seller: 's-1', from: 'buyer', status: 'open', overdue: false },
      messages: [{ from: 'buyer', text: 'Another book', at: '2026-03-02T12:00:00Z' }],
    });
    expect(asked.answer_due).toMatch(/^2026-03-03T/);
    const answered = await made(
      `/v1/cases/${id}/messages`,
      { from: 'seller', text: 'We are sorry' },
      keys.one,
    );
    expect(answered).toMatchObject({ status: 'answered', answer_due: null, message_count: 2 });
    const settled = await made(`/v1/cases/${id}/closure`, { by: 'buyer', message: 'Thank you' });
    expect(settled).toMatchObject({
      status: 'closed',
      outcome: 'resolved',
      closed_at: '2026-03-02T12:00:00Z',
    });
    expect(settled.messages.map(({ from, text }: { from: string; text: string }) => [from, text])).toEqual([
      ['buyer', 'Another book'],
      ['seller', 'We are sorry'],
      ['buyer', 'Thank you'],
    ]);
  });

  test('is one however often it is asked', async () => {
    const number = await placed();
    const id = await opened(number);
    const again = await api.call('POST', `/v1/orders/${number}/cases`, {
      kind: 'question',
      seller: 's-1',
      message: 'When?',
    });
    expect(again).toMatchObject({
      status: 200,
      body: { result: { kind: 'case', id }, cases: [{ id, message_count: 1 }] },
    });
    expect(await opened(number, { message: 'And in which color?' })).toBe(id);
  });

  test('a call repeated with its key is answered as before', async () => {
    const number = await placed();
    const id = await opened(number);
    const say = () =>
      api.call(
        'POST',
        `/v1/cases/${id}/messages`,
        { from: 'seller', text: 'On Friday' },
        { headers: { 'idempotency-key': `say-${id}` } },
      );
    const [first, second] = [await say(), await say()];
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(second.body).toEqual(first.body);
    expect(first.body.message_count).toBe(2);
  });

  test('is erased with the notes of its order: that something was said remains', async () => {
    const id = await opened(await placed());
    await api.database.pool.query('delete from notes');
    expect((await api.call('GET', `/v1/cases/${id}`)).body.messages).toMatchObject([
      { from: 'buyer', text: null },
    ]);
  });

  test.each([
    ['no words', { message: '' }, 422],
    ['a kind nobody knows', { kind: 'complain' }, 422],
    ['nobody knows which seller', { seller: null }, 422],
    ['a quantity of nothing', { lines: [{ line: '1', quantity: 0 }] }, 422],
  ])('is refused: %s', async (_name, body, status) => {
    const number = await placed();
    const path = `/v1/orders/${number}/cases`;
    const refused = await api.call('POST', path, {
      kind: 'question',
      seller: 's-1',
      message: 'When?',
      ...body,
    });
    expect(refused.status).toBe(status);
  });

  test('that is not there', async () => {
    for (const path of ['', '/messages', '/answer', '/closure']) {
      const bodies: Record<string, object> = {
        '/messages': { from: 'seller', text: 'x' },
        '/answer': { accept: true },
        '/closure': {},
      };
      const answer = await api.call(path === '' ? 'GET' : 'POST', `/v1/cases/cas_none${path}`, bodies[path]);
      expect([answer.status, answer.body.code]).toEqual([404, 'case_not_found']);
    }
  });
});

test('the story says that something was said, and not what', async () => {
  const number = await placed();
  const id = await opened(number, { message: 'My door code is 4711' });
  await made(`/v1/cases/${id}/messages`, { from: 'seller', text: 'Noted: 4711' }, keys.one);
  await made(`/v1/cases/${id}/closure`, { by: 'buyer', message: 'Forget 4711' });
  await made(`/v1/orders/${number}/cancellations`, {
    ...{ lines: [{ line: '2', quantity: 1 }], reason: 'Too late', by: 'customer' },
  });
  const { items } = (await api.call('GET', `/v1/orders/${number}/story`)).body;
  const notes = items
    .filter(({ type }: { type: string }) => /^Case|^LinesCanceled/.test(type))
    .map(({ type, note }: { type: string; note: string | null }) => [type, note]);
  expect(notes).toEqual([
    ['CaseOpened', null],
    ['CaseMessageAdded', null],
    ['CaseClosed', null],
    ['LinesCanceled', 'Too late'],
  ]);
  expect(JSON.stringify(items)).not.toContain('4711');
  const { messages } = (await api.call('GET', `/v1/cases/${id}`)).body;
  expect(messages).toHaveLength(3);
  expect(JSON.stringify(messages)).toContain('4711');
});

describe('of two sellers', () => {
  test('each sees and answers its own, and nothing of the other', async () => {
    const number = await placed();
    const one = await opened(number, { message: 'A word for the first' });
    const two = await opened(number, { seller: 's-2', message: 'A word for the second' });
    const story = await api.call('GET', `/v1/orders/${number}/story`, undefined, { key: keys.two });
    const order = await api.call('GET', `/v1/orders/${number}`, undefined, { key: keys.two });
    const list = await api.call('GET', '/v1/cases', undefined, { key: keys.two });
    expect(order.body.cases.map(({ id }: { id: string }) => id)).toEqual([two]);
    for (const { body } of [story, order, list]) {
      expect(JSON.stringify(body)).toContain(two);
      expect(JSON.stringify(body)).not.toContain(one);
    }
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['POST', '/messages', { from: 'seller', text: 'x' }],
      ['POST', '/closure', { message: 'x' }],
      ['POST', '/answer', { accept: true }],
    ] as const) {
      const answer = await api.call(method, `/v1/cases/${one}${path}`, body, { key: keys.two });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await api.call('GET', '/v1/cases?seller=s-1', undefined, { key: keys.two })).body.items).toEqual(
      [],
    );
  });

  test("a seller's key begins as the seller, and never speaks for the buyer", async () => {
    const number = await placed();
    const id = await opened(number, { seller: null }, keys.two);
    expect((await api.call('GET', `/v1/cases/${id}`)).body).toMatchObject({
      from: 'seller',
      seller: 's-2',
      answer_due: null,
    });
    const said = await api.call(
      'POST',
      `/v1/cases/${id}/messages`,
      { from: 'buyer', text: 'I agree' },
      { key: keys.two },
    );
    const ended = await api.call('POST', `/v1/cases/${id}/closure`, { by: 'buyer' }, { key: keys.two });
    expect([said.status, ended.status]).toEqual([422, 422]);
  });
});

describe('lists', () => {
  test('of those that wait the soonest first, of all the newest; in pages', async () => {
    const seller = 's-list';
    const order = anOrder({ lines: [aLine({ id: '1', seller })] });
    await made('/v1/orders', order);
    const kinds = ['question', 'damaged', 'complaint'];
    for (const [day, kind] of kinds.entries()) {
      api.clock.set(`2026-03-0${2 + day}T12:30:00Z`);
      await made(`/v1/orders/${order.number}/cases`, { kind, message: 'Hello' });
    }
    const list = async (query: string) => {
      const found: string[] = [];
      let cursor = '';
      do {
        const { body } = await api.call('GET', `/v1/cases?seller=${seller}&limit=2${query}${cursor}`);
        found.push(...body.items.map(({ kind }: { kind: string }) => kind));
        cursor = body.next_cursor ? `&cursor=${body.next_cursor}` : '';
      } while (cursor);
      return found;
    };
    expect(await list('&status=open')).toEqual(kinds);
    expect(await list('')).toEqual(kinds.toReversed());
    expect(await list('&status=closed')).toEqual([]);
    api.clock.set('2026-03-02T12:00:00Z');
  });
});

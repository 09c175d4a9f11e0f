import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { place, scan, shop as wishes } from '../support/stories.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await testShop();
});
afterAll(() => shop.close());

const here = { country: 'PL', time_zone: 'Europe/Warsaw' };
const emailOf = (number: string) => `buyer-of-${number}@example.com`;

/** Every order has an address of its own: what is limited by address is not limited between tests. */
async function ordered(number: string, more: Parameters<typeof place>[0] = here): Promise<void> {
  const { body, ...wish } = place({ number, ...more });
  const contact = { ...body.contact, email: emailOf(number) };
  await shop.deps.ledger.execute({ ...wish, body: { ...body, contact } });
}

async function buyerOf(number: string): Promise<Visitor> {
  const buyer = new Visitor(shop.app);
  await buyer.post('/status', { number, email: emailOf(number) });
  return buyer;
}

async function factsOf(number: string): Promise<string[]> {
  const { rows } = await shop.database.pool.query(
    'select type from facts where order_number = $1 order by version',
    [number],
  );
  return rows.map(({ type }) => type);
}

/** Types and addresses of the mails planned since the test began, in no order. */
async function told(where: string, value: string): Promise<string[]> {
  const { rows } = await shop.database.pool.query(`select type from notifications where ${where} = $1`, [
    value,
  ]);
  return rows.map(({ type }) => type).sort();
}

/** Declares as somebody who is known by nothing but what they type, up to the page with the second step. */
async function declare(form: { number: string; name?: string; email?: string }) {
  const visitor = new Visitor(shop.app);
  const email = emailOf(form.number.replace(/[ #]/g, ''));
  const page = await (await visitor.post('/withdraw', { name: 'Ann B.', email, ...form })).text();
  return { visitor, page, fields: Visitor.fields(page) };
}

const confirm = async (visitor: Visitor, fields: Record<string, string>) => {
  const response = await visitor.post('/withdraw/confirm', fields);
  return { response, page: await response.text() };
};

describe('a guest', () => {
  test('declares, sees the declaration, and confirms: nothing before that', async () => {
    await ordered('g-1');
    const { visitor, page, fields } = await declare({ number: ' #g-1' });
    expect(page).toContain('Confirm withdrawal');
    for (const said of ['the whole order', 'g-1', 'Ann B.', emailOf('g-1')]) expect(page).toContain(said);
    expect(await factsOf('g-1')).toEqual(['OrderPlaced']);
    const done = await confirm(visitor, fields);
    expect(done.response.status).toBe(200);
    expect(done.page).toContain('5 March 2026, 13:00 (Europe/Warsaw, UTC+01:00)');
    expect(await factsOf('g-1')).toEqual([
      'OrderPlaced',
      'WithdrawalDeclared',
      'LinesCanceled',
      'RefundIssued',
    ]);
    expect(await told('order_number', 'g-1')).toContain('withdrawal_acknowledged');
  });

  test('whose form is sent twice, also at once, has declared once', async () => {
    await ordered('g-2');
    const { visitor, fields } = await declare({ number: 'g-2' });
    const twice = await Promise.all([confirm(visitor, fields), confirm(visitor, fields)]);
    twice.push(await confirm(visitor, fields));
    for (const { response, page } of twice) {
      expect(response.status).toBe(200);
      expect(page).toContain('We have your withdrawal');
    }
    expect((await factsOf('g-2')).filter((type) => type === 'WithdrawalDeclared')).toHaveLength(1);
  });

  test.each([
    ['another address', { number: 'g-3', email: 'other@example.com' }],
    ['a number there is none of', { number: 'g-none', email: 'nobody@example.com' }],
    ['an order of which nothing is left', { number: 'g-gone', email: emailOf('g-gone') }],
  ])('with %s sees the very same, is acknowledged by mail, and a person finds it', async (_, form) => {
    // In the shop's own zone: in which zone a moment is told is for whoever names an order of theirs.
    const zone = { country: 'PL', time_zone: shop.deps.config.shop.timeZone };
    await ordered('g-3', zone);
    await ordered('g-gone', zone);
    await shop.deps.ledger.execute(wishes('g-gone').cancel({ '1': 3, '2': 1 }));
    await ordered(`fits-${form.number}`, zone);
    const good = await declare({ number: `fits-${form.number}` });
    const matched = await confirm(good.visitor, good.fields);
    const { visitor, fields } = await declare(form);
    const kept = await confirm(visitor, fields);
    const alike = (page: string) =>
      page
        .replaceAll(emailOf(`fits-${form.number}`), form.email)
        .replaceAll(`fits-${form.number}`, form.number);
    expect(matched.response.status).toBe(200);
    expect(alike(kept.page)).toBe(alike(matched.page));
    expect([...kept.response.headers]).toEqual([...matched.response.headers]);
    const { rows } = await shop.database.pool.query(
      'select number, name, email from unmatched_withdrawals where number = $1',
      [form.number],
    );
    expect(rows).toEqual([{ number: form.number, name: 'Ann B.', email: form.email }]);
    expect(await told('type', 'withdrawal_kept')).not.toEqual([]);
    if (form.number !== 'g-none') expect(await factsOf(form.number)).not.toContain('WithdrawalDeclared');
  });

  test('that fits no order is kept and answered once, however often the form is sent', async () => {
    const { visitor, fields } = await declare({ number: 'g-4-none' });
    const pages = [await confirm(visitor, fields), await confirm(visitor, fields)].map(({ page }) => page);
    expect(pages[1]).toBe(pages[0]);
    const { rows } = await shop.database.pool.query(
      `select count(*)::int as kept, count(n.id)::int as told from unmatched_withdrawals u
       left join notifications n on n.subject_key = 'letter:' || u.id where u.number = $1`,
      ['g-4-none'],
    );
    expect(rows).toEqual([{ kept: 1, told: 1 }]);
  });

  test('is asked again for what is missing, and has lost nothing they typed', async () => {
    for (const wrong of [{ number: '' }, { name: ' ' }, { email: 'ann' }, { email: 'a@b, c@d' }]) {
      const visitor = new Visitor(shop.app);
      const response = await visitor.post('/withdraw', {
        name: 'Ann B.',
        number: 'g-5',
        email: 'a@b',
        ...wrong,
      } as Record<string, string>);
      expect(response.status).toBe(422);
      const page = await response.text();
      expect(page).toContain('role="alert"');
      expect(page).not.toContain('/withdraw/confirm');
    }
  });

  test('is believed only with the page of ours that showed the declaration', async () => {
    await ordered('g-6');
    const { visitor, fields } = await declare({ number: 'g-6' });
    const forged = { declaration: fields.declaration!.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) };
    for (const wrong of [{}, { declaration: '' }, forged])
      expect((await visitor.post('/withdraw/confirm', wrong as Record<string, string>)).status).toBe(403);
    const elsewhere = await visitor.post('/withdraw/confirm', fields, { 'sec-fetch-site': 'cross-site' });
    expect(elsewhere.status).toBe(403);
    expect(await factsOf('g-6')).toEqual(['OrderPlaced']);
  });

  test('cannot make us write to an address again and again', async () => {
    const victim = { number: 'g-7', email: 'victim@example.com' };
    const statuses: number[] = [];
    for (let time = 0; time < 7; time++) {
      const { visitor, fields } = await declare({ ...victim, number: `g-7-${time}` });
      statuses.push((await confirm(visitor, fields)).response.status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  });

  test('keeps names as they are written, and nothing in them is HTML', async () => {
    const { visitor, page, fields } = await declare({
      number: 'g-8',
      name: '<b>Zoë</b> & "co"',
      email: 'zoe@example.com',
    });
    expect(page).toContain('&lt;b&gt;Zoë&lt;/b&gt;');
    expect((await confirm(visitor, fields)).page).not.toContain('<b>Zoë');
  });
});

describe('whoever has the order open', () => {
  const units = (page: string) =>
    [...page.matchAll(/name="(units-\d)"[^>]*value="(\d+)"/g)].map(([, , value]) => value);

  test('is asked for nothing but which items, and who they are is not asked again', async () => {
    await ordered('o-1');
    const buyer = await buyerOf('o-1');
    const page = await (await buyer.get('/orders/o-1/withdraw')).text();
    expect(units(page)).toEqual(['3', '1']);
    expect(page).not.toMatch(/name="(name|email|number)"/);
  });

  test('sees what will happen, confirms, and gets the acknowledgement', async () => {
    await ordered('o-2');
    await shop.deps.ledger.execute(wishes('o-2').dispatch('p-o-2', { '1': 2 }));
    const buyer = await buyerOf('o-2');
    const review = await (await buyer.get('/orders/o-2/withdraw/review?units-0=3&units-1=0')).text();
    expect(review).toContain('3\u00a0×\u00a0Thing 1');
    expect(review).toContain('1\u00a0×\u00a0Thing 1: not sent yet, canceled at once.');
    expect(review).toContain('$10.00 comes back to you.');
    expect(review).toContain('2\u00a0×\u00a0Thing 1: already packed, on the way or with you.');
    expect(await factsOf('o-2')).not.toContain('WithdrawalDeclared');
    const fields = Visitor.fields(
      review.replaceAll('&quot;', '"').replace(/value="(\[\[.*?\]\])"/, "value='$1'"),
    );
    const posted = { ...fields, units: '[["1",3]]' };
    const answers = [
      await buyer.post('/orders/o-2/withdraw', posted),
      await buyer.post('/orders/o-2/withdraw', posted),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await factsOf('o-2')).filter((type) => type === 'WithdrawalDeclared')).toHaveLength(1);
    const done = await (await buyer.get(answers[0]!.headers.get('location')!)).text();
    expect(done).toContain('5 March 2026, 13:00 (Europe/Warsaw, UTC+01:00)');
    expect(done).toContain('<dd>3 × Thing 1</dd>');
    expect(done).toContain('$10.00 goes back to the card you paid with');
    const order = await (await buyer.get('/orders/o-2')).text();
    expect(order).toContain('You withdrew on 5 March');
  });

  test('chooses at least one thing, and no more than there is', async () => {
    await ordered('o-3');
    const buyer = await buyerOf('o-3');
    expect((await buyer.get('/orders/o-3/withdraw/review?units-0=0')).status).toBe(422);
    expect(await (await buyer.get('/orders/o-3/withdraw/review?units-0=9')).text()).toContain(
      '3\u00a0×\u00a0Thing 1',
    );
  });

  test.each<Record<string, string>>([
    { token: '' },
    { form: 'x' },
    { units: '[]' },
    { units: '[["9",1]]' },
    { units: '{' },
  ])('is not believed with %o', async (wrong) => {
    await ordered('o-4');
    const buyer = await buyerOf('o-4');
    const review = await (await buyer.get('/orders/o-4/withdraw/review?units-1=1')).text();
    const posted = { ...Visitor.fields(review), units: '[["2",1]]', ...wrong };
    expect((await buyer.post('/orders/o-4/withdraw', posted)).status).toBe(403);
    expect(await factsOf('o-4')).toEqual(['OrderPlaced']);
  });

  test('sees what is left when something happened meanwhile', async () => {
    await ordered('o-5');
    const buyer = await buyerOf('o-5');
    const review = await (await buyer.get('/orders/o-5/withdraw/review?units-1=1')).text();
    await shop.deps.ledger.execute(wishes('o-5').cancel({ '2': 1 }));
    const late = await buyer.post('/orders/o-5/withdraw', { ...Visitor.fields(review), units: '[["2",1]]' });
    expect(late.headers.get('location')).toBe('/orders/o-5/withdraw');
  });

  test('is led there as long as the period lasts, and not where no law gives it', async () => {
    const link = '/withdraw">Withdraw from contract here</a></p>';
    await ordered('o-6');
    await shop.deps.ledger.execute(wishes('o-6').dispatch('p-o-6', { '1': 3, '2': 1 }));
    await shop.deps.ledger.execute(wishes('o-6').scans('p-o-6', scan('delivered', '2026-03-03T10:00:00Z')));
    const buyer = await buyerOf('o-6');
    const page = await (await buyer.get('/orders/o-6')).text();
    expect(page).toContain(link);
    expect(page).toContain('Your withdrawal period ends on 17 March, at the end of the day.');
    await ordered('o-7', {});
    expect(await (await (await buyerOf('o-7')).get('/orders/o-7')).text()).not.toContain(link);
  });

  test('and nobody else: no page of it opens without the order', async () => {
    await ordered('o-8');
    const stranger = new Visitor(shop.app);
    for (const path of ['withdraw', 'withdraw/review?units-0=1', 'withdrawals/wdr_x'])
      expect((await stranger.get(`/orders/o-8/${path}`)).headers.get('location')).toBe('/status?number=o-8');
    expect((await stranger.post('/orders/o-8/withdraw', {})).headers.get('location')).toBe(
      '/status?number=o-8',
    );
    const buyer = await buyerOf('o-8');
    expect((await buyer.get('/orders/o-8/withdrawals/wdr_x')).status).toBe(404);
  });

  test('finds their orders on the page for everybody', async () => {
    await ordered('o-9');
    const page = await (await (await buyerOf('o-9')).get('/withdraw')).text();
    expect(page).toContain('href="/orders/o-9/withdraw"');
  });
});

test('every page of a buyer leads to the function', async () => {
  for (const [locale, link] of [
    ['en', 'Withdraw from contract here'],
    ['pl', 'Odstąp od umowy tutaj'],
    ['zh-Hans', '在此撤销合同'],
    ['ru', 'Отказаться от договора здесь'],
  ]) {
    const page = await (await shop.app.request(`/status?locale=${locale}`)).text();
    expect(page).toContain(`<a href="/withdraw">${link}</a>`);
  }
});

test('a link of a mail leads to withdrawing from its order', async () => {
  await ordered('m-1');
  const buyer = new Visitor(shop.app);
  const opened = await buyer.post(`${shop.link('m-1')}?withdraw`, {});
  expect(opened.headers.get('location')).toBe('/orders/m-1/withdraw');
});

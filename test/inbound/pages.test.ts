import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAddresses } from '../../src/modules/addresses/index.ts';
import { keepReply } from '../../src/modules/correspondence/index.ts';
import { planAnswer } from '../../src/modules/notifications/proof/index.ts';
import { type TestShop, testShop, Visitor } from '../support/shop.ts';
import { ORDER, place } from '../support/stories.ts';
import { operatorApp } from '../web/operator-app.ts';

const path = `/orders/${ORDER}`;
let shop: TestShop;
let visitor: Visitor;
beforeAll(async () => {
  shop = await testShop();
  await shop.deps.ledger.execute(place());
  visitor = new Visitor(shop.app);
  await visitor.post('/status', { number: ORDER, email: 'buyer@example.com' });
});
afterAll(() => shop.close());

const orderPage = async () => (await visitor.get(path)).text();
const addresses = () => openAddresses(shop.database.pool);

async function operator(address: string, form?: Record<string, string>) {
  const app = operatorApp(shop.database.pool, shop.clock);
  const init = form
    ? {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }
    : {};
  const env = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
  const response = await app.request(`http://localhost:3000${address}`, init, env);
  return { status: response.status, text: await response.text() };
}

async function refusedAtTheDoor(last_error: string): Promise<void> {
  await shop.database.pool.query(
    `update deliveries set status = 'failed', last_error = $1, due_at = $2
     where subject_key = $3 and type = 'order_confirmed'`,
    [last_error, new Date(shop.clock.now()), `order:${ORDER}`],
  );
}

async function write(id: string, subject_key: string, text: string): Promise<void> {
  const letter = {
    from: '<i>Ann</i> <buyer@example.com>',
    subject: 'Re: <b>hi</b>',
    text,
    quoted: '> <q>ours</q>',
  };
  await keepReply(shop.database.pool, {
    ...{ id, subject_key, notification_id: null, received_at: '2026-03-04T10:00:00Z' },
    letter: { ...letter, attachments: [{ name: 'door<.jpg', type: 'image/jpeg' }] },
  });
}

describe('an address that no mail reaches', () => {
  test('is seen by the operator also when the mail server refused it at once', async () => {
    expect((await operator('/operator/mail')).text).not.toContain(ORDER);
    await refusedAtTheDoor('451 4.7.1 come back later (RCPT TO)');
    expect((await operator('/operator/mail')).text).not.toContain(ORDER);
    await refusedAtTheDoor('550 5.1.1 <***> User unknown (RCPT TO)');
    const { text } = await operator('/operator/mail');
    expect(text).toContain(ORDER);
    expect(text).toContain('5.1.1');
    await refusedAtTheDoor('450 4.2.2 full (RCPT TO)');
  });

  test('is told on the order’s page, masked, and seen and lifted by the operator', async () => {
    const before = (await visitor.get(path)).headers.get('etag')!;
    expect(await orderPage()).not.toContain('could not reach you');
    await addresses().cameBack('Buyer@Example.com', {
      ...{ kind: 'hard_bounce', at_ms: shop.clock.now(), reason: 'no_such_mailbox', status: '5.1.1' },
    });
    await shop.database.pool.query(
      `insert into inbound_mails (digest, received_at, recipient, envelope_sender, body, handled_at, kind, reason,
         status, subject_key) values ('x', $1, 'bounce', '', '', $1, 'hard_bounce', 'no_such_mailbox', '5.1.1', $2)`,
      [new Date(shop.clock.now()), `order:${ORDER}`],
    );
    // An open page fetches what changed.
    const changed = await visitor.get(path, { 'if-none-match': before });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('We could not reach you at b***r@e***.com');

    const seen = await operator('/operator/mail');
    expect(seen.text).toContain('b***r@e***.com');
    expect(seen.text).toContain('5.1.1 no_such_mailbox');
    expect(seen.text).toContain('Nothing more is sent to this address.');
    expect((await operator('/operator/mail/lift', { order_number: ORDER })).status).toBe(303);
    expect(await orderPage()).not.toContain('could not reach you');
    expect((await operator('/operator/mail')).text).not.toContain('Nothing more is sent');
  });
});

describe('what a buyer wrote', () => {
  const id = '00000000-0000-4000-8000-000000000001';

  test('is shown on the order as text, what they quoted folded away', async () => {
    await write(id, `order:${ORDER}`, 'Leave it <script>alert(1)</script>\nat No. 5');
    const page = await orderPage();
    expect(page).toContain('What you wrote to us');
    expect(page).toContain('Leave it &lt;script&gt;alert(1)&lt;/script&gt;\nat No. 5');
    expect(page).toMatch(/<details[^>]*><summary>Quoted text<\/summary><p[^>]*>&gt; &lt;q&gt;ours/);
    expect(page).toContain('1 attachment: door&lt;.jpg');
    expect(page).not.toContain('<i>Ann');
  });

  test('waits with the operator until somebody has dealt with it, with or without an order', async () => {
    await write('00000000-0000-4000-8000-000000000002', '', 'Who are you?');
    const { text } = await operator('/operator/mail');
    expect(text).toContain('Who are you?');
    expect(text).toContain('About no order we know');
    expect(text).toContain('&lt;i&gt;Ann&lt;/i&gt;');
    expect(await orderPage()).not.toContain('Who are you?');
    await operator('/operator/mail/settle', { subject_key: `order:${ORDER}`, id });
    expect((await operator('/operator/mail')).text).not.toContain('at No. 5');
    expect(await orderPage()).toContain('at No. 5');
  });

  test('says so when we told its writer whether a message is ours', async () => {
    const asked = '00000000-0000-4000-8000-000000000003';
    await write(asked, '', 'Is this yours?');
    const { pool } = shop.database;
    const now_ms = shop.clock.now();
    await planAnswer(pool, { letter_id: asked, writer: 'address:x', locale: 'en', now_ms });
    expect((await operator('/operator/mail')).text).toContain('is about to leave');
    await pool.query(`update deliveries set status = 'sent', sent_at = $2 where subject_key = $1`, [
      ...[`letter:${asked}`, new Date(now_ms)],
    ]);
    const { text } = await operator('/operator/mail');
    expect(text.match(/Its writer was told by e-mail/g)).toHaveLength(1);
  });

  test.each([{}, { id: 'x' }, { subject_key: '\u0000', id }, { id: 'x'.repeat(3_000) }])(
    'a form with %j changes nothing and breaks nothing',
    async (form) => {
      for (const action of ['settle', 'lift']) {
        expect((await operator(`/operator/mail/${action}`, form as Record<string, string>)).status).toBe(303);
      }
    },
  );
});

test('the operator’s page speaks every language', async () => {
  for (const [locale, title] of [
    ['en', 'Mail that came in'],
    ['pl', 'Poczta, która przyszła'],
    ['ru', 'Входящая почта'],
    ['zh-Hans', '收到的邮件'],
  ]) {
    expect((await operator(`/operator/mail?locale=${locale}`)).text).toContain(`>${title}</h1>`);
  }
});

import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmail, openSmtp } from '../../src/channels/email/index.ts';
import { tellStory } from '../../src/channels/email/render/examples.ts';
import { openWriter } from '../../src/channels/email/writer.ts';
import type { Teller, Told } from '../../src/channels/teller.ts';
import type { ClaimedDelivery } from '../../src/modules/notifications/deliveries/index.ts';
import { typeNamed } from '../../src/modules/notifications/index.ts';
import { readPreferences } from '../../src/modules/notifications/preferences/index.ts';
import { type MailServer, startMailServer } from '../outbox/mail-server.ts';
import { type TestShop, testShop } from '../support/shop.ts';

/** There is no promotional type yet: the test makes one of a type that can be muted. */
const type = 'shipment_out_for_delivery';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

let shop: TestShop;
let server: MailServer;
beforeAll(async () => {
  shop = await testShop({ public_url: 'https://orders.harbour.example' });
  server = await startMailServer();
});
afterAll(async () => {
  await server.goDown();
  await shop.close();
});

async function sendAs(type_class: 'promotional' | 'operational' | 'mandatory'): Promise<string> {
  const { notification, told } = tellStory(type, typeNamed(type).example);
  const teller: Teller = async () => ({
    ...(told as Told),
    to: { email: 'ann@example.com', phone: null },
    inShort: () => told.message,
  });
  const write = openWriter({ teller, secrets: shop.deps.secrets, classOf: () => type_class });
  const provider = openSmtp({
    url: server.url,
    from: 'Harbour Books <orders@harbour.example>',
    clock: shop.clock,
    dkim: [{ domain: 'harbour.example', selector: 'a1', key: privateKey }],
  });
  const row = { ...notification, audience: 'buyer', recipient: 'customer', order_number: '1', locale: 'en' };
  const delivery = {
    notification: { ...row, subject_key: 'order:1', fact_version: 1, importance: 5 },
    ...{ channel: 'email', person: 'customer:c-1', attempts: 1, message_id: null, resends: 0 },
  } as ClaimedDelivery;
  const email = openEmail({ provider, write });
  expect((await email.send(delivery, AbortSignal.timeout(20_000))).kind).toBe('sent');
  await email.close();
  return server.messages.at(-1)!;
}

test('a promotional mail ends by one click, and nobody on the way can have written that', async () => {
  const raw = await sendAs('promotional');
  const { results } = await dkimVerify(Buffer.from(raw), {
    resolver: async () => [
      [`v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`],
    ],
  });
  expect(results.map(({ status }) => status.result)).toEqual(['pass']);
  const signed = results[0]!.signingHeaders!.keys.toLowerCase().split(/\s*:\s*/);
  expect(signed).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']));

  const mail = await simpleParser(raw);
  const line = (name: string) => mail.headerLines.find(({ key }) => key === name)?.line.replace(/\r?\n/g, '');
  expect(line('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const link = /^List-Unsubscribe: <(https:[^>]+)>, <mailto:orders@harbour\.example\?subject=/.exec(
    line('list-unsubscribe')!,
  );
  // Whose program offers nothing finds the same in the mail.
  expect(mail.html).toContain(`href="${link![1]}"`);
  expect(mail.text).toContain(link![1]);

  const { pathname } = new URL(link![1]!);
  expect((await shop.app.request(pathname)).status).toBe(200);
  expect((await readPreferences(shop.database.pool, 'customer:c-1')).types).toEqual({});
  const answer = await shop.app.request(pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(answer.status).toBe(200);
  expect((await readPreferences(shop.database.pool, 'customer:c-1')).types).toEqual({
    [type]: { email: 'off' },
  });
});

test('news of an order does not offer one click, and what must be told offers nothing', async () => {
  expect(await sendAs('operational')).toMatch(/^List-Unsubscribe: /m);
  expect(server.messages.at(-1)).not.toMatch(/^List-Unsubscribe-Post/m);
  expect(await sendAs('mandatory')).not.toMatch(/^List-Unsubscribe/m);
});

import { unsubscribePath } from '../../../../src/channels/email/unsubscribe.ts';
import { serverSecret } from '../../../../src/lib/secrets.ts';
import { proofCode } from '../../../../src/modules/notifications/proof/index.ts';
import { EMAIL, linkTo, ORDERS } from '../orders.ts';
import type { Reader } from '../reader.ts';
import type { Stage, Walk } from './index.ts';

/** Until the door is shut: each try is a form of the page itself, answered and not looked at. */
async function tooOften(reader: Reader, path: string, form: Record<string, string>): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    await reader.page.request.post(path, { form, headers: { 'sec-fetch-site': 'same-origin' } });
  }
}

async function unsubscribe({ running }: Stage, type: string): Promise<string> {
  const secrets = await serverSecret(running.database.pool);
  return unsubscribePath(secrets, { person: `order:${ORDERS.waiting}`, type });
}

async function codeOfMessage({ running }: Stage): Promise<string> {
  const { rows } = await running.database.pool.query(
    "select id from notifications where order_number = $1 and type = 'order_confirmed'",
    [ORDERS.waiting],
  );
  return proofCode(rows[0].id);
}

const nothing = { number: '999', email: 'nobody@example.com' };

/** Whom we do not know. */
export const NOBODY: readonly Walk[] = [
  {
    who: 'somebody who looks an order up',
    states: [
      { name: 'status', reach: (reader) => reader.go('/status') },
      { name: 'status-not-found', status: 404, reach: (reader) => reader.send(nothing) },
      {
        name: 'status-too-often',
        status: 429,
        reach: async (reader) => {
          await tooOften(reader, '/status', nothing);
          await reader.send(nothing);
        },
      },
      { name: 'nowhere', status: 404, reach: (reader) => reader.go('/nowhere') },
      { name: 'status-of-an-order', reach: (reader) => reader.go(`/orders/${ORDERS.waiting}`) },
      { name: 'offline', reach: (reader) => reader.go('/offline') },
    ],
  },
  {
    who: 'somebody with a link from a mail',
    states: [
      {
        name: 'landing',
        async reach(reader, { running }) {
          await reader.page.route('**/open*.js*', (route) => route.abort());
          await reader.go(await linkTo(running, ORDERS.waiting));
        },
      },
      { name: 'link-unknown', status: 404, reach: (reader) => reader.go('/o/nothing-we-wrote') },
      {
        name: 'link-expired',
        status: 410,
        reach: async (reader, { running }) => reader.go(await linkTo(running, ORDERS.waiting, 400)),
      },
      {
        name: 'link-from-elsewhere',
        status: 403,
        async reach(reader, { running }) {
          const path = await linkTo(running, ORDERS.waiting);
          await reader.go('/status');
          const { origin } = new URL(reader.page.url());
          // A page of somebody else's that posts to ours.
          await reader.page.route('http://elsewhere.invalid/', (route) =>
            route.fulfill({
              body: `<main><form method="post" action="${origin}${path}"><button></button></form></main>`,
              contentType: 'text/html',
            }),
          );
          await reader.go('http://elsewhere.invalid/');
          await reader.send({});
        },
      },
      {
        name: 'unsubscribe',
        reach: async (reader, stage) => reader.go(await unsubscribe(stage, 'shipment_out_for_delivery')),
      },
      { name: 'unsubscribe-done', reach: (reader) => reader.send({}) },
      {
        name: 'unsubscribe-kept',
        async reach(reader, stage) {
          await reader.go(await unsubscribe(stage, 'order_confirmed'));
          await reader.send({});
        },
      },
      {
        name: 'unsubscribe-refused',
        status: 403,
        async reach(reader, stage) {
          await reader.go(await unsubscribe(stage, 'shipment_out_for_delivery'));
          await reader.send({ more: '1' });
        },
      },
      { name: 'undo-unknown', status: 404, reach: (reader) => reader.go('/account/undo/nothing') },
      { name: 'export-unknown', status: 404, reach: (reader) => reader.go('/privacy/exports/nothing') },
      { name: 'invitation-unknown', status: 404, reach: (reader) => reader.go('/invitation/nothing') },
      { name: 'shop-sign-in-stale', status: 401, reach: (reader) => reader.go('/sign-in/shop?token=old') },
    ],
  },
  {
    who: 'somebody who doubts a message',
    states: [
      { name: 'verify', reach: (reader) => reader.go('/verify') },
      { name: 'verify-without-code', reach: (reader) => reader.send({ text: 'Γεια σας' }) },
      { name: 'verify-not-ours', reach: (reader) => reader.send({ text: '0000-0000-0000' }) },
      {
        name: 'verify-ours',
        reach: async (reader, stage) => reader.send({ text: await codeOfMessage(stage) }),
      },
      {
        name: 'verify-too-often',
        status: 429,
        async reach(reader) {
          await tooOften(reader, '/verify', { text: '' });
          await reader.send({ text: '0000-0000-0000' });
        },
      },
    ],
  },
  {
    who: 'a guest who withdraws',
    states: [
      { name: 'withdraw', reach: (reader) => reader.go('/withdraw') },
      {
        name: 'withdraw-missing',
        status: 422,
        reach: (reader) => reader.send({ name: 'Άννα', number: '', email: '' }),
      },
      {
        name: 'withdraw-half-an-address',
        status: 422,
        reach: (reader) => reader.send({ name: 'Άννα', number: ORDERS.withdrawn, email: 'anna' }),
      },
      {
        name: 'withdraw-review',
        reach: (reader) => reader.send({ name: 'Άννα', number: ORDERS.withdrawn, email: EMAIL }),
      },
      { name: 'withdraw-acknowledged', reach: (reader) => reader.send({}) },
      {
        name: 'withdraw-too-often',
        status: 429,
        async reach(reader) {
          for (let times = 0; times < 6; times++) {
            await reader.go('/withdraw');
            await reader.send({ name: 'Άννα', ...nothing });
            await reader.send({});
            if (reader.status === 429) return;
          }
        },
      },
      { name: 'withdraw-forged', status: 403, reach: forgedDeclaration },
    ],
  },
  {
    who: 'somebody who signs in',
    states: [
      { name: 'sign-in', reach: (reader) => reader.go('/sign-in') },
      { name: 'sign-in-half-an-address', status: 422, reach: (reader) => reader.send({ email: 'anna' }) },
      { name: 'sign-in-code', reach: (reader) => reader.send({ email: 'nobody@example.com' }) },
      { name: 'sign-in-wrong-code', status: 422, reach: (reader) => reader.send({ code: '1' }) },
      {
        name: 'sign-in-code-too-often',
        status: 429,
        async reach(reader) {
          await tooOften(reader, '/sign-in/code', { code: '1' });
          await reader.send({ code: '1' });
        },
      },
      {
        name: 'sign-in-too-often',
        status: 429,
        async reach(reader) {
          await tooOften(reader, '/sign-in', { email: 'nobody@example.com' });
          await reader.go('/sign-in');
          await reader.send({ email: 'nobody@example.com' });
        },
      },
      { name: 'preferences-whose', reach: (reader) => reader.go('/preferences') },
      { name: 'privacy-whose', reach: (reader) => reader.go('/privacy') },
    ],
  },
];

async function forgedDeclaration(reader: Reader): Promise<void> {
  await reader.go('/withdraw');
  await reader.send({ name: 'Άννα', ...nothing });
  await reader.send({ declaration: 'forged' });
}

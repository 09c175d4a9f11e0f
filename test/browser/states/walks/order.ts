import { codeMailedTo } from '../codes.ts';
import { EMAIL, linkTo, ORDERS } from '../orders.ts';
import type { Reader } from '../reader.ts';
import type { Stage, State, Walk } from './index.ts';

/** Comes to an order from its mail, with all that this allows. */
export async function openFromMail(reader: Reader, { running }: Stage, number: string): Promise<void> {
  await reader.go(await linkTo(running, number));
  await reader.page.waitForURL(`**/orders/${number}`);
}

const at = (number: string, path = '') => `/orders/${number}${path}`;

/** An order as it is shown to whoever comes from its mail. */
function shown(name: string, number: string): State {
  return { name, reach: (reader, stage) => openFromMail(reader, stage, number) };
}

const elsewhere = { line1: 'Οδός Αθηνάς 3', city: 'Αθήνα', postal_code: '00-950' };

/** Who has an order open, and what they do with it while it goes well. */
export const ORDER: readonly Walk[] = [
  {
    who: 'a buyer whose order waits',
    states: [
      shown('order-waiting', ORDERS.waiting),
      { name: 'receipt', reach: (reader) => reader.go(at(ORDERS.waiting, '/receipt')) },
      { name: 'cancel', reach: (reader) => reader.go(at(ORDERS.waiting, '/cancel?line=1')) },
      { name: 'cancel-forged', status: 403, reach: (reader) => reader.send({ token: 'forged' }) },
      {
        name: 'cancel-too-many',
        status: 409,
        reach: (reader) => reader.go(at(ORDERS.waiting, '/cancel?line=1&quantity=9')),
      },
      {
        name: 'cancel-of-nothing',
        status: 404,
        reach: (reader) => reader.go(at(ORDERS.waiting, '/cancel?line=none')),
      },
      {
        name: 'order-cancel-done',
        async reach(reader) {
          await reader.go(at(ORDERS.waiting, '/cancel?line=1&quantity=1'));
          await reader.send({});
        },
      },
      { name: 'order-canceled', reach: (reader, stage) => openFromMail(reader, stage, ORDERS.canceled) },
      shown('order-unpaid', ORDERS.unpaid),
      shown('order-of-forty-lines', ORDERS.many),
      { name: 'receipt-of-forty-lines', reach: (reader) => reader.go(at(ORDERS.many, '/receipt')) },
      { name: 'orders-of-a-guest', reach: (reader) => reader.go('/orders') },
      shown('order-with-ideas', ORDERS.ideas),
      { name: 'ideas', reach: (reader) => reader.go(at(ORDERS.ideas, '/ideas')) },
      { name: 'ideas-never', reach: (reader) => reader.press('main button[value=never]') },
      { name: 'ideas-forged', status: 403, reach: (reader) => reader.send({ token: 'forged' }) },
    ],
  },
  {
    who: 'a buyer who changes what was ordered',
    states: [
      shown('order-to-change', ORDERS.contact),
      { name: 'change-address', reach: (reader) => reader.go(at(ORDERS.contact, '/change/address')) },
      { name: 'change-address-empty', status: 422, reach: (reader) => reader.send({ line1: '', city: '' }) },
      { name: 'change-address-odd', reach: (reader) => reader.send({ ...elsewhere, postal_code: '7' }) },
      {
        name: 'change-address-confirm',
        async reach(reader) {
          await reader.go(at(ORDERS.contact, '/change/address'));
          await reader.send(elsewhere);
        },
      },
      { name: 'change-address-done', reach: (reader) => reader.send({}) },
      { name: 'change-delivery', reach: (reader) => reader.go(at(ORDERS.contact, '/change/delivery')) },
      {
        name: 'change-with-surcharge',
        reach: (reader) => reader.go(at(ORDERS.contact, '/change/delivery?option=expedited')),
      },
      { name: 'change-with-surcharge-done', reach: (reader) => reader.send({}) },
      { name: 'change-pickup', reach: (reader) => reader.go(at(ORDERS.contact, '/change/pickup')) },
      {
        name: 'change-pickup-none',
        reach: (reader) => reader.go(at(ORDERS.contact, '/change/pickup?near=πουθενά')),
      },
      {
        name: 'change-pickup-confirm',
        reach: (reader) => reader.go(at(ORDERS.contact, '/change/pickup?point=1')),
      },
      { name: 'change-contact', reach: (reader) => reader.go(at(ORDERS.contact, '/change/contact')) },
      {
        name: 'change-contact-wrong',
        status: 422,
        reach: (reader) => reader.send({ email: 'anna', phone: 'x', name: '' }),
      },
      {
        name: 'change-email-code',
        async reach(reader) {
          await reader.go(at(ORDERS.contact, '/change/contact'));
          await reader.send({ email: 'other@example.com' });
        },
      },
      { name: 'change-email-wrong-code', status: 422, reach: (reader) => reader.send({ code: '1' }) },
      {
        name: 'change-forged',
        status: 403,
        async reach(reader) {
          await reader.go(at(ORDERS.contact, '/change/contact'));
          await reader.send({ token: 'forged' });
        },
      },
    ],
  },
  {
    who: 'a guest who proves their mailbox',
    states: [
      {
        name: 'identify',
        async reach(reader) {
          await reader.go(`/status?number=${ORDERS.packed}`);
          await reader.send({ email: EMAIL });
          await reader.go(at(ORDERS.packed, '/privacy'));
        },
      },
      { name: 'identify-code', reach: (reader) => reader.send({}) },
      { name: 'identify-wrong-code', status: 422, reach: (reader) => reader.send({ code: '1' }) },
      {
        name: 'privacy-of-an-order',
        reach: async (reader, { running }) => reader.send({ code: await codeMailedTo(running, EMAIL) }),
      },
      { name: 'privacy-forged', status: 403, reach: (reader) => reader.send({ token: 'forged' }) },
      { name: 'preferences-of-an-order', reach: (reader) => reader.go(at(ORDERS.packed, '/preferences')) },
      {
        name: 'preferences-wrong',
        status: 422,
        reach: (reader) =>
          reader.send(
            { time_zone: 'Nowhere/None', quiet: 'on', quiet_from: '', quiet_to: '', digest_at: '' },
            'main form:not(.presets)',
          ),
      },
      { name: 'preferences-saved', reach: savePreferences },
    ],
  },
  {
    who: 'a buyer who wants to be forgotten',
    states: [
      {
        name: 'erase',
        async reach(reader, stage) {
          await openFromMail(reader, stage, ORDERS.erased);
          await reader.go(at(ORDERS.erased, '/privacy/erase'));
        },
      },
      { name: 'erase-forged', status: 403, reach: (reader) => reader.send({ token: 'forged' }) },
      {
        name: 'erase-running',
        async reach(reader) {
          await reader.go(at(ORDERS.erased, '/privacy/erase'));
          await reader.send({});
        },
      },
      { name: 'erase-unknown', status: 404, reach: (reader) => reader.go('/privacy/erasures/nothing') },
    ],
  },
];

async function savePreferences(reader: Reader): Promise<void> {
  await reader.go(at(ORDERS.packed, '/preferences'));
  await reader.send({ quiet: 'on', quiet_from: '22:00', quiet_to: '07:00' }, 'main form:not(.presets)');
}

import { ORDERS } from '../orders.ts';
import type { Walk } from './index.ts';
import { openFromMail } from './order.ts';

const at = (number: string, path = '') => `/orders/${number}${path}`;

/** Who has an order open with which something is wrong. */
export const TROUBLE: readonly Walk[] = [
  {
    who: 'a buyer of whom half is late',
    states: [
      { name: 'delay-order', reach: (reader, stage) => openFromMail(reader, stage, ORDERS.late) },
      { name: 'delay', reach: (reader) => reader.go(at(ORDERS.late, '/delay?line=2')) },
      { name: 'delay-forged', status: 403, reach: (reader) => reader.send({ token: 'forged' }) },
      {
        name: 'delay-over',
        status: 409,
        reach: (reader) => reader.go(at(ORDERS.late, '/delay?line=1')),
      },
      {
        name: 'delay-waits',
        async reach(reader, stage) {
          await openFromMail(reader, stage, ORDERS.waited);
          await reader.go(at(ORDERS.waited, '/delay?line=2'));
          await reader.press('main button[value=wait]');
        },
      },
      {
        name: 'delay-decided-before',
        status: 409,
        reach: (reader) => reader.go(at(ORDERS.waited, '/delay?line=2')),
      },
      {
        name: 'delay-canceled',
        async reach(reader, stage) {
          await openFromMail(reader, stage, ORDERS.canceledLate);
          await reader.go(at(ORDERS.canceledLate, '/delay?line=2'));
          await reader.press('main button[value=cancel]');
        },
      },
    ],
  },
  {
    who: 'a buyer who asks the seller',
    states: [
      { name: 'order-delivered', reach: (reader, stage) => openFromMail(reader, stage, ORDERS.delivered) },
      { name: 'help', reach: (reader) => reader.go(at(ORDERS.delivered, '/help')) },
      {
        name: 'help-ask',
        reach: (reader) => reader.go(at(ORDERS.delivered, '/help/question?shipment=p-1')),
      },
      { name: 'help-says-nothing', status: 422, reach: (reader) => reader.send({ message: '' }) },
      {
        name: 'help-case-new',
        reach: (reader) => reader.send({ message: 'Πού είναι το δεύτερο;\n\nΕυχαριστώ.' }),
      },
      { name: 'help-case-empty', status: 422, reach: (reader) => reader.send({ message: '' }) },
      {
        name: 'help-over',
        status: 409,
        reach: (reader) => reader.go(at(ORDERS.delivered, '/help/missed_delivery?shipment=p-1')),
      },
      {
        name: 'case-answered',
        reach: (reader, { cases }) => reader.go(at(ORDERS.delivered, `/cases/${cases.open}`)),
      },
      {
        name: 'case-settled',
        reach: (reader) => reader.send({}, 'main form[action$=closure]'),
      },
      {
        name: 'case-closed',
        reach: (reader, { cases }) => reader.go(at(ORDERS.delivered, `/cases/${cases.closed}`)),
      },
      { name: 'case-unknown', status: 404, reach: (reader) => reader.go(at(ORDERS.delivered, '/cases/x')) },
    ],
  },
  {
    who: 'a buyer with a missed parcel',
    states: [
      { name: 'order-missed', reach: (reader, stage) => openFromMail(reader, stage, ORDERS.failed) },
      {
        name: 'missed',
        reach: (reader) => reader.go(at(ORDERS.failed, '/help/missed_delivery?shipment=p-1')),
      },
      {
        name: 'missed-another-day',
        reach: (reader) =>
          reader.go(at(ORDERS.failed, '/help/missed_delivery?shipment=p-1&wish=another_day')),
      },
      { name: 'missed-without-a-day', status: 422, reach: (reader) => reader.send({ day: '' }) },
      { name: 'order-packed', reach: (reader, stage) => openFromMail(reader, stage, ORDERS.packed) },
      {
        name: 'cancel-packed',
        status: 409,
        reach: (reader) => reader.go(at(ORDERS.packed, '/cancel?line=1')),
      },
      {
        name: 'change-packed',
        status: 409,
        reach: (reader) => reader.go(at(ORDERS.packed, '/change/delivery?option=expedited')),
      },
      {
        name: 'ask-to-cancel',
        reach: (reader) => reader.go(at(ORDERS.packed, '/help/cancellation?line=1')),
      },
      { name: 'ask-to-cancel-done', reach: (reader) => reader.send({}) },
    ],
  },
  {
    who: 'a buyer who withdraws',
    states: [
      {
        name: 'withdraw-choose',
        async reach(reader, stage) {
          await openFromMail(reader, stage, ORDERS.ideas);
          await reader.go(at(ORDERS.ideas, '/withdraw'));
        },
      },
      {
        name: 'withdraw-nothing-chosen',
        status: 422,
        reach: (reader) => reader.send({ 'units-0': '0' }, 'main form'),
      },
      {
        name: 'withdraw-order-review',
        reach: (reader) => reader.go(at(ORDERS.ideas, '/withdraw/review?units-0=2')),
      },
      { name: 'withdraw-order-acknowledged', reach: (reader) => reader.send({}) },
      { name: 'order-withdrawn', reach: (reader) => reader.go(at(ORDERS.ideas)) },
      {
        name: 'withdraw-nothing-left',
        status: 409,
        reach: (reader) => reader.go(at(ORDERS.ideas, '/withdraw')),
      },
      {
        name: 'withdraw-unknown',
        status: 404,
        reach: (reader) => reader.go(at(ORDERS.ideas, '/withdrawals/x')),
      },
      { name: 'withdraw-known', reach: (reader) => reader.go('/withdraw') },
    ],
  },
];

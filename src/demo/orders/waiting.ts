import type { DemoOrder } from '../order.ts';
import { BUYERS } from '../people.ts';
import { book } from '../tale.ts';

const british = { currency: 'GBP', locale: 'en', time_zone: 'Europe/London' } as const;
const polish = { currency: 'PLN', locale: 'pl', time_zone: 'Europe/Warsaw' } as const;

/** A guest in Poland; the warehouse waits for one of the two books. */
export const inTheWarehouse: DemoOrder = {
  number: 'HB-1003',
  email: BUYERS.ewa.email,
  shows: 'a guest in Poland, in Polish: waiting to be packed',
  status: 'awaiting_packing',
  time_zone: polish.time_zone,
  tell(tale, { daysAgo, date, workday }) {
    return tale
      .placed(daysAgo(3, '21:17'), {
        ...polish,
        buyer: BUYERS.ewa,
        payment_method: 'transfer',
        payment_status: 'pending',
        shipping: 1299,
        lines: [
          book('solaris', 4490, { earliest: workday(2), latest: workday(4) }, { seller: 'latarnia' }),
          book(
            'latarnik',
            1990,
            { earliest: date(12), latest: date(18) },
            {
              ...{ id: '2', seller: 'latarnia', availability: 'backorder', ships_after: date(9) },
            },
          ),
        ],
      })
      .paid(daysAgo(2, '10:41'), 7779, 'transfer')
      .handedOff(daysAgo(2, '12:00'));
  },
};

export const awaitingTransfer: DemoOrder = {
  number: 'HB-1004',
  email: BUYERS.jan.email,
  shows: 'awaiting payment by bank transfer, in Polish',
  status: 'awaiting_payment',
  time_zone: polish.time_zone,
  tell(tale, { daysAgo, workday }) {
    return tale.placed(daysAgo(1, '18:30'), {
      ...polish,
      buyer: BUYERS.jan,
      payment_method: 'transfer',
      payment_status: 'pending',
      shipping: 1299,
      lines: [
        book(
          'lord-jim',
          3900,
          { earliest: workday(3), latest: workday(6) },
          { seller: 'latarnia', quantity: 2 },
        ),
      ],
    });
  },
};

/** Nothing is paid, and nothing is waited for: the courier takes the money. */
export const cashOnDelivery: DemoOrder = {
  number: 'HB-1005',
  email: BUYERS.priya.email,
  shows: 'cash on delivery; its buyer has chosen a faster delivery since',
  status: 'processing',
  time_zone: british.time_zone,
  tell(tale, { minutesAgo, workday }) {
    const placed = tale.placed(minutesAgo(95), {
      ...british,
      buyer: BUYERS.priya,
      payment_method: 'cash_on_delivery',
      payment_status: 'pending',
      shipping: 350,
      lines: [
        book('lighthouse', 899, { earliest: workday(2), latest: workday(4) }, { seller: 'second-shelf' }),
      ],
    });
    return placed.deliveredBy(minutesAgo(40), 'expedited', BUYERS.priya, british.currency);
  },
};

/** Not yet published; the card is only charged when it leaves. */
export const preorder: DemoOrder = {
  number: 'HB-1006',
  email: BUYERS.priya.email,
  shows: 'a preorder, promised for the day it is published',
  status: 'processing',
  time_zone: british.time_zone,
  tell(tale, { daysAgo, date }) {
    const published = { availability: 'preorder', ships_after: date(29), seller: 'second-shelf' } as const;
    return tale.placed(daysAgo(12, '08:05'), {
      ...british,
      buyer: BUYERS.priya,
      payment_method: 'card',
      payment_status: 'authorized',
      shipping: 0,
      lines: [book('beagle', 2499, { earliest: date(30), latest: date(33) }, published)],
    });
  },
};

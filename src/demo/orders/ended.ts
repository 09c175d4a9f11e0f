import type { DemoOrder } from '../order.ts';
import { BUYERS } from '../people.ts';
import { book } from '../tale.ts';

const american = { currency: 'USD', locale: 'en', time_zone: 'America/New_York' } as const;

export const delivered: DemoOrder = {
  number: 'HB-1011',
  email: BUYERS.ann.email,
  shows: 'delivered yesterday, one copy damaged: its seller has some hours to answer',
  status: 'delivered',
  time_zone: american.time_zone,
  tell(tale, { daysAgo, minutesAgo, date, workday }) {
    return tale
      .placed(daysAgo(6, '19:33'), {
        ...american,
        buyer: BUYERS.ann,
        payment_method: 'card',
        payment_status: 'paid',
        shipping: 399,
        tax: 112,
        lines: [book('old-man', 1400, { earliest: date(-2), latest: workday(1) }, { quantity: 2 })],
      })
      .packed(daysAgo(5, '10:02'), 'harbour', { '1': 2 })
      .dispatched(daysAgo(5, '15:30'), 'shp_1011', 'harbour', { '1': 2 }, 'ups', '1Z7Y41E50330298468')
      .scanned(daysAgo(5, '18:45'), 'shp_1011', 'accepted', { location: 'Portsmouth, NH' })
      .scanned(daysAgo(3, '03:12'), 'shp_1011', 'in_transit', { location: 'Chelmsford, MA' })
      .scanned(daysAgo(1, '08:58'), 'shp_1011', 'out_for_delivery', { location: 'Boston, MA' })
      .scanned(daysAgo(1, '15:04'), 'shp_1011', 'delivered', {
        location: 'Boston, MA',
        description: 'Handed to a person',
      })
      .asked(minutesAgo(95), 'damaged', { '1': 1 }, 'The cover of one copy is torn. Can I get another one?');
  },
};

/** Nothing went wrong: a book to go with it is offered, and the logbook again. */
export const asPromised: DemoOrder = {
  number: 'HB-1015',
  email: BUYERS.ann.email,
  shows: 'delivered as promised: what others bought with it, and what is bought again',
  status: 'delivered',
  time_zone: american.time_zone,
  tell(tale, { daysAgo, date, workday }) {
    const promise = { earliest: date(-2), latest: workday(1) };
    return tale
      .placed(daysAgo(7, '21:12'), {
        ...american,
        buyer: BUYERS.ann,
        payment_method: 'card',
        payment_status: 'paid',
        shipping: 399,
        lines: [book('treasure-island', 1299, promise), book('logbook', 950, promise, { id: '2' })],
      })
      .packed(daysAgo(6, '11:40'), 'harbour', { '1': 1, '2': 1 })
      .dispatched(
        daysAgo(6, '15:30'),
        'shp_1015',
        'harbour',
        { '1': 1, '2': 1 },
        'usps',
        '9400111899560912345678',
      )
      .scanned(daysAgo(5, '18:20'), 'shp_1015', 'accepted', { location: 'Portsmouth, NH' })
      .scanned(daysAgo(3, '02:44'), 'shp_1015', 'in_transit', { location: 'Nashua, NH' })
      .scanned(daysAgo(1, '09:21'), 'shp_1015', 'out_for_delivery', { location: 'Boston, MA' })
      .scanned(daysAgo(1, '12:37'), 'shp_1015', 'delivered', {
        location: 'Boston, MA',
        description: 'Left with an individual',
      });
  },
};

/** All of it canceled by the buyer, and the money is back. */
export const canceledAndRefunded: DemoOrder = {
  number: 'HB-1012',
  email: BUYERS.george.email,
  shows: 'canceled, and the money is back',
  status: 'canceled',
  time_zone: american.time_zone,
  tell(tale, { daysAgo, date, workday }) {
    return tale
      .placed(daysAgo(5, '22:10'), {
        ...american,
        buyer: BUYERS.george,
        payment_method: 'card',
        payment_status: 'paid',
        shipping: 499,
        lines: [book('treasure-island', 1299, { earliest: date(-1), latest: workday(1) })],
      })
      .canceled(daysAgo(4, '07:25'), 'customer', { '1': 1 }, 'Ordered twice')
      .refunded(daysAgo(2, '09:00'));
  },
};

/** One of three copies canceled; its money is on its way back, the others are being packed. */
export const partlyCanceled: DemoOrder = {
  number: 'HB-1013',
  email: BUYERS.ann.email,
  shows: 'one of three copies canceled, its refund under way',
  status: 'processing',
  time_zone: american.time_zone,
  tell(tale, { daysAgo, minutesAgo, workday }) {
    return tale
      .placed(daysAgo(2, '12:31'), {
        ...american,
        buyer: BUYERS.ann,
        payment_method: 'card',
        payment_status: 'paid',
        shipping: 399,
        discount: 300,
        lines: [book('moby-dick', 1899, { earliest: workday(3), latest: workday(5) }, { quantity: 3 })],
      })
      .canceled(daysAgo(1, '09:15'), 'customer', { '1': 1 }, 'Two are enough')
      .packed(minutesAgo(45), 'harbour', { '1': 1 });
  },
};

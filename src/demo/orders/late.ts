import type { DemoOrder } from '../order.ts';
import { BUYERS } from '../people.ts';
import { book } from '../tale.ts';

const american = { currency: 'USD', locale: 'en', time_zone: 'America/New_York' } as const;

/** Two books, of which one is on its way and the other has to be printed again: wait, or cancel just that one. */
export const secondBookLate: DemoOrder = {
  number: 'HB-1001',
  email: BUYERS.ann.email,
  shows: 'two books: one on its way, the other late: wait, or cancel just that one',
  status: 'partially_shipped',
  time_zone: american.time_zone,
  tell(tale, { daysAgo, date, workday }) {
    const promise = { earliest: date(-2), latest: workday(1) };
    return tale
      .placed(daysAgo(8, '05:49'), {
        ...american,
        buyer: BUYERS.ann,
        payment_method: 'card',
        payment_status: 'paid',
        shipping: 399,
        lines: [book('moby-dick', 1899, promise), book('twenty-thousand', 2250, promise, { id: '2' })],
      })
      .handedOff(daysAgo(8, '09:30'))
      .dispatched(daysAgo(6, '16:10'), 'shp_1001', 'harbour', { '1': 1 }, 'ups', '1Z5R89390357567127')
      .scanned(daysAgo(6, '19:22'), 'shp_1001', 'accepted', {
        location: 'Portsmouth, NH',
        description: 'Origin scan',
      })
      .scanned(daysAgo(2, '04:15'), 'shp_1001', 'in_transit', {
        location: 'Chelmsford, MA',
        description: 'Departed from facility',
      })
      .revised(daysAgo(1, '11:05'), ['2'], { earliest: date(10), latest: date(50) }, 'reprint');
  },
};

/** The promised day has passed, the carrier says why, and nobody has promised another one yet. */
export const lateOnTheWay: DemoOrder = {
  number: 'HB-1002',
  email: BUYERS.george.email,
  shows: 'late on the way: held up by a storm',
  status: 'shipped',
  time_zone: american.time_zone,
  tell(tale, { daysAgo, date }) {
    return tale
      .placed(daysAgo(9, '20:14'), {
        ...american,
        buyer: BUYERS.george,
        payment_method: 'card',
        payment_status: 'paid',
        shipping: 499,
        lines: [book('night-sea', 1650, { earliest: date(-5), latest: date(-2) })],
      })
      .dispatched(daysAgo(7, '15:40'), 'shp_1002', 'harbour', { '1': 1 }, 'usps', '9400111899563123456782')
      .scanned(daysAgo(7, '18:02'), 'shp_1002', 'accepted', { location: 'Portsmouth, NH' })
      .scanned(daysAgo(5, '03:30'), 'shp_1002', 'in_transit', { location: 'Nashua, NH' })
      .scanned(daysAgo(3, '08:00'), 'shp_1002', 'in_transit', {
        reason: 'weather_delay',
        flags: ['delayed'],
        location: 'Portland, ME',
        description: 'Delayed: severe weather',
      });
  },
};

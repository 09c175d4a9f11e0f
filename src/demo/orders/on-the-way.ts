import type { DemoOrder } from '../order.ts';
import { BUYERS } from '../people.ts';
import { book } from '../tale.ts';

const british = { currency: 'GBP', locale: 'en', time_zone: 'Europe/London' } as const;
const polish = { currency: 'PLN', locale: 'pl', time_zone: 'Europe/Warsaw' } as const;

/** The van is out, and every name on the page is longer than anybody planned for. */
export const longNames: DemoOrder = {
  number: 'HB-1007',
  email: BUYERS.long.email,
  shows: 'out for delivery today, with very long names',
  status: 'shipped',
  time_zone: british.time_zone,
  tell(tale, { daysAgo, minutesAgo, date }) {
    const promise = { earliest: date(0), latest: date(1) };
    const from = { seller: 'second-shelf' };
    return tale
      .placed(daysAgo(4, '13:37'), {
        ...british,
        buyer: BUYERS.long,
        delivery_option: 'expedited',
        payment_method: 'card',
        payment_status: 'paid',
        shipping: 599,
        lines: [
          book('crusoe', 12_500, promise, from),
          book('danube', 3_400, promise, { ...from, id: '2', quantity: 3 }),
        ],
      })
      .dispatched(
        daysAgo(2, '16:45'),
        'shp_1007',
        'second-shelf',
        { '1': 1, '2': 3 },
        'royal_mail',
        'RM732849185GB',
      )
      .scanned(daysAgo(2, '19:10'), 'shp_1007', 'accepted', { location: 'Bristol' })
      .scanned(daysAgo(1, '20:55'), 'shp_1007', 'in_transit', {
        location: 'Chester Mail Centre',
        description: 'Item received at the regional mail centre; it will be sorted for delivery overnight',
      })
      .scanned(minutesAgo(35), 'shp_1007', 'out_for_delivery', { location: 'Llanfairpwll Delivery Office' });
  },
};

/** In a locker around the corner, until the day after tomorrow. */
export const atPickupPoint: DemoOrder = {
  number: 'HB-1008',
  email: BUYERS.ewa.email,
  shows: 'ready to collect at a parcel locker, in Polish',
  status: 'shipped',
  time_zone: polish.time_zone,
  tell(tale, { daysAgo, minutesAgo, date }) {
    const ship_to = { ...BUYERS.ewa.ship_to, pickup_point: 'Paczkomat KRA01M, ul. Długa 12' };
    return tale
      .placed(daysAgo(4, '11:20'), {
        ...polish,
        buyer: { ...BUYERS.ewa, ship_to },
        delivery_option: 'pickup_point',
        payment_method: 'other',
        payment_status: 'paid',
        shipping: 1099,
        lines: [book('lord-jim', 3900, { earliest: date(-1), latest: date(1) }, { seller: 'latarnia' })],
      })
      .dispatched(
        daysAgo(2, '17:00'),
        'shp_1008',
        'latarnia',
        { '1': 1 },
        'inpost',
        '620000123456789012345678',
      )
      .scanned(daysAgo(2, '20:14'), 'shp_1008', 'accepted', { location: 'Gdańsk' })
      .scanned(daysAgo(1, '05:48'), 'shp_1008', 'in_transit', { location: 'Sortownia Kraków' })
      .scanned(minutesAgo(240), 'shp_1008', 'available_for_pickup', {
        location: 'Paczkomat KRA01M',
        description: 'Przesyłka czeka na odbiór w Paczkomacie',
        pickup_until: `${date(2)}T18:00:00Z`,
      });
  },
};

/** Nobody was at home yesterday. */
export const attemptFailed: DemoOrder = {
  number: 'HB-1009',
  email: BUYERS.priya.email,
  shows: 'the courier rang and nobody was at home',
  status: 'shipped',
  time_zone: british.time_zone,
  tell(tale, { daysAgo, date, workday }) {
    return tale
      .placed(daysAgo(5, '07:50'), {
        ...british,
        buyer: BUYERS.priya,
        payment_method: 'card',
        payment_status: 'paid',
        shipping: 350,
        lines: [
          book(
            'treasure-island',
            1199,
            { earliest: date(-1), latest: workday(1) },
            { seller: 'second-shelf' },
          ),
        ],
      })
      .dispatched(daysAgo(3, '15:15'), 'shp_1009', 'second-shelf', { '1': 1 }, 'dpd', '00097713245678T')
      .scanned(daysAgo(2, '02:40'), 'shp_1009', 'in_transit', { location: 'Hinckley' })
      .scanned(daysAgo(1, '08:12'), 'shp_1009', 'out_for_delivery', { location: 'Bristol' })
      .scanned(daysAgo(1, '13:26'), 'shp_1009', 'attempt_failed', {
        reason: 'consignee_not_home',
        flags: ['action_required'],
        location: 'Bristol',
        description: 'We tried to deliver your parcel; we left a card',
      });
  },
};

/** Two sellers, two parcels: one has arrived, the other comes across the sea. */
export const twoSellers: DemoOrder = {
  number: 'HB-1010',
  email: BUYERS.george.email,
  shows: 'two sellers: one parcel delivered, one on its way, a question answered',
  status: 'partially_delivered',
  time_zone: 'America/New_York',
  tell(tale, { daysAgo, date, workday }) {
    return tale
      .placed(daysAgo(7, '12:00'), {
        ...{ currency: 'USD', locale: 'en', time_zone: 'America/New_York' },
        buyer: BUYERS.george,
        payment_method: 'card',
        payment_status: 'paid',
        shipping: 899,
        discount: 500,
        lines: [
          book('old-man', 1400, { earliest: date(-3), latest: date(-1) }),
          book(
            'lighthouse',
            2100,
            { earliest: workday(1), latest: workday(4) },
            { id: '2', seller: 'second-shelf' },
          ),
        ],
      })
      .dispatched(daysAgo(6, '14:00'), 'shp_1010a', 'harbour', { '1': 1 }, 'ups', '1ZA20W303456789012')
      .dispatched(daysAgo(5, '16:20'), 'shp_1010b', 'second-shelf', { '2': 1 }, 'royal_mail', 'RM610933272GB')
      .scanned(daysAgo(5, '06:30'), 'shp_1010a', 'in_transit', { location: 'Portsmouth, NH' })
      .scanned(daysAgo(4, '22:05'), 'shp_1010b', 'in_transit', { location: 'Heathrow Worldwide DC' })
      .scanned(daysAgo(3, '09:10'), 'shp_1010a', 'out_for_delivery', { location: 'Portland, ME' })
      .scanned(daysAgo(3, '14:48'), 'shp_1010a', 'delivered', {
        location: 'Portland, ME',
        description: 'Left at the front door',
      })
      .scanned(daysAgo(1, '17:30'), 'shp_1010b', 'in_transit', {
        reason: 'customs_inspection',
        location: 'New York, NY',
        description: 'Inbound into customs',
      })
      .asked(
        daysAgo(1, '18:05'),
        'question',
        { '2': 1 },
        'Does customs in the United States cost me anything?',
      )
      .answered(
        daysAgo(1, '19:12'),
        'second-shelf',
        'No, it is paid: what you see on the order is all you pay.',
      );
  },
};

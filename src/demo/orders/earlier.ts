import type { Sku } from '../books.ts';
import { OFFERS } from '../listings.ts';
import type { DemoOrder } from '../order.ts';
import { BUYERS, READERS } from '../people.ts';
import { book } from '../tale.ts';

const { ann } = BUYERS;
const { nora, tom, lena, marek, zofia, kasia } = READERS;
type Buyer = typeof ann | (typeof READERS)[keyof typeof READERS];

const american = { currency: 'USD', locale: 'en', time_zone: 'America/New_York', shipping: 399 } as const;
const polish = { currency: 'PLN', locale: 'pl', time_zone: 'Europe/Warsaw', shipping: 1299 } as const;

/**
 * The year before, imported without telling anybody: who bought what, so many days ago. The same two books of three
 * people are a pair, three people who came back for a logbook are a habit: what is offered beside orders is worked out
 * from these as from those of any shop.
 */
const BOUGHT: readonly [days_ago: number, buyer: Buyer, ...skus: Sku[]][] = [
  [331, ann, 'logbook'],
  [318, tom, 'treasure-island', 'slocum', 'riddle', 'logbook'],
  [302, nora, 'treasure-island', 'slocum', 'riddle'],
  [289, ann, 'night-sea'],
  [274, marek, 'lord-jim', 'solaris', 'latarnik'],
  [260, lena, 'treasure-island', 'slocum', 'riddle'],
  [241, nora, 'logbook', 'kidnapped'],
  [226, ann, 'kidnapped', 'sea-wolf'],
  [205, zofia, 'lord-jim', 'solaris'],
  [188, lena, 'logbook'],
  [163, ann, 'logbook', 'old-man'],
  [142, tom, 'logbook'],
  [121, kasia, 'lord-jim', 'solaris', 'latarnik'],
  [104, lena, 'logbook', 'sea-wolf'],
  [87, zofia, 'lord-jim', 'latarnik'],
  [71, ann, 'slocum'],
  [58, nora, 'logbook'],
  [33, ann, 'moby-dick', 'sea-wolf'],
];
const first_number = 712;

/** Nobody is invited to look at these one by one; they are found in the list of their buyer. */
export const EARLIER_ORDERS: readonly DemoOrder[] = BOUGHT.map(([days_ago, buyer, ...skus], index) => {
  const number = first_number + index;
  const abroad = buyer.ship_to.country === 'PL';
  const { shipping, ...home } = abroad ? polish : american;
  return {
    number: `HB-0${number}`,
    email: buyer.email,
    shows: 'delivered long ago',
    status: 'delivered',
    time_zone: home.time_zone,
    tell(tale, { daysAgo, date }) {
      const shipment = `shp_${number}`;
      const promise = { earliest: date(4 - days_ago), latest: date(7 - days_ago) };
      const lines = skus.map((sku, place) => {
        const { price, seller } = OFFERS[sku];
        return book(sku, price, promise, { id: String(place + 1), seller });
      });
      const { seller } = OFFERS[skus[0]!];
      const units = Object.fromEntries(lines.map(({ id }) => [id, 1]));
      const carrier = abroad ? 'inpost' : 'dhl_ecommerce';
      const tracking_number = `${abroad ? '62000000000000000000' : 'GM60511800'}${number}0`;
      return tale
        .placed(daysAgo(days_ago, '18:20'), {
          ...{ ...home, buyer, shipping, lines },
          ...{ payment_method: 'card', payment_status: 'paid', notify: false },
        })
        .dispatched(daysAgo(days_ago - 2, '16:05'), shipment, seller, units, carrier, tracking_number)
        .scanned(daysAgo(days_ago - 5, '13:40'), shipment, 'delivered', { location: buyer.ship_to.city! });
    },
  };
});

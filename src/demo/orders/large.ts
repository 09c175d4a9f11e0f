import type { PlacedLine } from '../../modules/orders/facts.ts';
import { SHELF } from '../books.ts';
import type { DemoOrder } from '../order.ts';
import { BUYERS } from '../people.ts';

/** A school buys a shelf: forty lines on one page, and an invoice. */
export const fortyLines: DemoOrder = {
  number: 'HB-1014',
  email: BUYERS.school.email,
  shows: 'forty lines for a school, invoiced',
  status: 'invoiced',
  time_zone: 'Europe/London',
  tell(tale, { daysAgo, workday }) {
    const promise = { earliest: workday(3), latest: workday(6) };
    const lines = SHELF.map(
      (title, index): PlacedLine => ({
        ...{
          id: String(index + 1),
          sku: `shelf-${index + 1}`,
          title,
          seller: 'second-shelf',
          image_url: null,
        },
        ...{ unit_price: 499 + (index % 7) * 100, quantity: 1 + (index % 3), availability: 'in_stock' },
        ...{ ships_after: null, promise: { ...promise, source: 'given' } },
      }),
    );
    const total = lines.reduce((sum, line) => sum + line.unit_price * line.quantity, 0);
    return tale
      .placed(daysAgo(3, '10:00'), {
        ...{ currency: 'GBP', locale: 'en', time_zone: 'Europe/London', buyer: BUYERS.school },
        ...{ payment_method: 'transfer', payment_status: 'pending', shipping: 0, lines },
      })
      .paid(daysAgo(2, '14:22'), total, 'transfer')
      .invoiced(daysAgo(2, '14:30'), 'HB/2041');
  },
};

/** Bodies as a shop would send them. `run` keeps one run's numbers apart from another's. */

/** An order of three lines, paid by card, of one seller: about 1.1 KB. */
export function orderBody(number: string) {
  return {
    number,
    placed_at: '2020-01-01T08:00:00Z',
    currency: 'USD',
    locale: 'en-US',
    time_zone: 'America/New_York',
    customer: { id: `c-${number}`, email: `${number}@example.com`, name: 'Ann Buyer', phone: '+12025550143' },
    ship_to: {
      name: 'Ann Buyer',
      line1: '1 Main St',
      city: 'Boston',
      region: 'MA',
      postal_code: '02101',
      country: 'US',
    },
    delivery_option: 'standard',
    payment: { method: 'card', status: 'paid', reference: `pi_${number}` },
    lines: TITLES.map((title, index) => ({
      id: String(index + 1),
      sku: `book-${index + 1}`,
      title,
      quantity: 1,
      unit_price: 1999 + index * 500,
      seller: 's-1',
      availability: 'in_stock',
      promise: { earliest: '2026-11-24', latest: '2026-11-28' },
    })),
    shipping_price: 399,
    tax: 412,
    discount: 100,
  };
}

const TITLES = [
  'The Design of Everyday Things',
  'Structure and Interpretation of Computer Programs',
  'The Mythical Man-Month',
];

export function shipmentBody(id: string, lines: string[], trackingNumber: string) {
  return {
    id,
    lines: lines.map((line) => ({ line, quantity: 1 })),
    carrier: 'ups',
    tracking_number: trackingNumber,
    dispatched_at: '2020-01-01T09:00:00Z',
  };
}

/** The n-th scan of a parcel: every minute another one, so that each is new and moves the shipment. */
export function scanBody(trackingNumber: string, minute: number) {
  const at = new Date(Date.UTC(2020, 0, 2) + minute * 60_000);
  return {
    carrier: 'ups',
    tracking_number: trackingNumber,
    stage: 'in_transit',
    occurred_at: at.toISOString(),
    location: 'Louisville, KY, US',
    description: 'Departed from facility',
  };
}

export function trackingNumber(run: string, index: number): string {
  return `${run.toUpperCase()}${String(index).padStart(9, '0')}`;
}

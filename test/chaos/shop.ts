/** What the server said yes to. Whatever is in here must be found in the stories afterwards. */
export interface Answered {
  /** Total by order number. */
  placed: Map<string, number>;
  /** Stage answered as accepted, by order number. */
  scanned: Map<string, string>;
  canceled: Map<string, { value: number; refund: number }>;
}

interface OrderAnswer {
  totals: { total: number };
  payment: { paid: number; refunded: number };
  shipments: { stage: string }[];
  adjustments: { kind: string; amount: number }[];
  result?: { id: string; amount: number };
}

export const CHAOS_KEY = 'chaos-key-0123456789';

/** Pause after a call that failed because the process was dead, before the same call is made again. */
const AGAIN_MS = 20;

/**
 * Buyers who go on whatever happens: every call is repeated under its Idempotency-Key until it is answered, as a
 * well-behaved shop does. `url` is null while the process is dead.
 */
export function shopAt(url: () => string | null, answered: Answered) {
  /** Repeats the call until it is answered by anything but a failure of the server. */
  async function call(path: string, body: unknown, key: string): Promise<OrderAnswer> {
    for (;;) {
      const answer = await attempt(path, body, key);
      if (answer && answer.status < 500) {
        if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return answer.body;
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  async function attempt(path: string, body: unknown, key: string) {
    const at = url();
    if (!at) return null;
    try {
      const response = await fetch(at + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${CHAOS_KEY}`,
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as OrderAnswer };
    } catch {
      return null;
    }
  }

  /** Places, then cancels a line of every second order, then dispatches and scans the other line. */
  async function buy(buyer: number, open: () => boolean): Promise<void> {
    for (let index = 0; open(); index++) {
      const number = `chaos-${buyer}-${index}`;
      const placed = await call('/v1/orders', orderBody(number), `place-${number}`);
      answered.placed.set(number, placed.totals.total);
      if (index % 2 === 0) {
        const canceled = await call(
          `/v1/orders/${number}/cancellations`,
          { lines: [{ line: '2', quantity: 1 }], reason: 'late', by: 'customer' },
          `cancel-${number}`,
        );
        answered.canceled.set(number, {
          value: -canceled.result!.amount,
          refund: canceled.payment.refunded,
        });
      }
      await call(`/v1/orders/${number}/shipments`, shipmentBody(number), `ship-${number}`);
      await call('/v1/tracking-events', [scanBody(number)], `scan-${number}`);
      answered.scanned.set(number, 'in_transit');
    }
  }

  async function read(number: string): Promise<OrderAnswer> {
    const response = await fetch(`${url()}/v1/orders/${number}`, {
      headers: { authorization: `Bearer ${CHAOS_KEY}` },
    });
    return (await response.json()) as OrderAnswer;
  }

  return { buy, read };
}

function orderBody(number: string) {
  const line = { quantity: 1, unit_price: 1999, seller: 's-1', availability: 'in_stock' };
  return {
    number,
    placed_at: '2026-11-20T10:00:00Z',
    currency: 'USD',
    locale: 'en',
    time_zone: 'America/New_York',
    customer: { email: `${number}@example.com`, name: 'Ann Buyer' },
    ship_to: { name: 'Ann Buyer', line1: '1 Main St', city: 'Boston', postal_code: '02101', country: 'US' },
    delivery_option: 'standard',
    payment: { method: 'card', status: 'paid', reference: number },
    lines: [
      { id: '1', sku: 'a', title: 'First book', ...line },
      { id: '2', sku: 'b', title: 'Second book', ...line },
    ],
    shipping_price: 399,
    tax: 33,
    discount: 50,
  };
}

function shipmentBody(number: string) {
  return {
    id: 'p1',
    lines: [{ line: '1', quantity: 1 }],
    carrier: 'ups',
    tracking_number: `T${number}`,
    dispatched_at: '2026-11-21T10:00:00Z',
  };
}

function scanBody(number: string) {
  return {
    carrier: 'ups',
    tracking_number: `T${number}`,
    stage: 'in_transit',
    occurred_at: '2026-11-21T12:00:00Z',
    location: 'Louisville',
  };
}

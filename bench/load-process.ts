import autocannon from 'autocannon';
import type { Figures, Load } from './load.ts';
import { orderBody, scanBody, trackingNumber } from './orders.ts';

const SCANS_PER_BATCH = 100;

/** One process, one load: settings come as JSON in the first argument, figures go back as a message. */
const load = JSON.parse(process.argv[2]!) as Load;
let made = 0;

const REQUESTS: Record<Load['kind'], () => Partial<autocannon.Request>> = {
  orders: () => ({
    method: 'POST',
    path: '/v1/orders',
    body: JSON.stringify(orderBody(`${load.run}-${made++}`)),
  }),
  scans: () => ({ method: 'POST', path: '/v1/tracking-events', body: JSON.stringify([nextScan()]) }),
  scan_batches: () => ({
    method: 'POST',
    path: '/v1/tracking-events',
    body: JSON.stringify(Array.from({ length: SCANS_PER_BATCH }, nextScan)),
  }),
  order_reads: () => ({ method: 'GET', path: `/v1/orders/${load.run}-${scattered()}` }),
  lookups: () => {
    const number = `${load.run}-${scattered()}`;
    return {
      method: 'POST',
      path: '/v1/lookups',
      body: JSON.stringify({ number, email: `${number}@example.com` }),
    };
  },
  page: () => ({ method: 'GET', path: `/orders/${load.run}` }),
};

function nextScan() {
  const index = made++;
  const [original, copy] = nameOf(index).split('.');
  const number = trackingNumber(load.run, Number(original)) + (copy ? `X${copy}` : '');
  return scanBody(number, load.minute + Math.floor(index / (load.originals * load.copies)));
}

/** Spread over all of them without a pattern a cache could follow: multiplication by a prime. */
function scattered(): string {
  return nameOf(made++ * 7919);
}

/** The n-th stored order, after its run: `17`, or `17.4` for its fourth copy. See fill.ts. */
function nameOf(index: number): string {
  const copy = Math.floor(index / load.originals) % load.copies;
  return `${index % load.originals}${copy === 0 ? '' : `.${copy}`}`;
}

const result = await autocannon({
  url: load.url,
  connections: load.connections,
  duration: load.seconds,
  headers: { 'content-type': 'application/json', ...load.headers },
  requests: [{ setupRequest: (request) => ({ ...request, ...REQUESTS[load.kind]() }) }],
});

const per_request = load.kind === 'scan_batches' ? SCANS_PER_BATCH : 1;
const answered = result['2xx'];
const figures: Figures = {
  per_second: Math.round((answered * per_request) / result.duration),
  p50_ms: result.latency.p50,
  p99_ms: result.latency.p99,
  errors: result.non2xx + result.errors + result.timeouts,
  requests: answered,
};
process.send!(figures, () => process.exit(0));

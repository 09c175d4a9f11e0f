import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { BenchDatabase } from './database.ts';
import { orderBody } from './orders.ts';
import { API_KEY, type Server, startProduct } from './processes.ts';
import type { MailFigures } from './report.ts';

/** Orders a second while the time to the mail server's acceptance is taken. */
const STEADY_RATE = 100;
/** Orders placed at once, to see how fast their mails leave. */
const BURST = 3_000;
const DRAIN_LIMIT_MS = 120_000;

/** A mail server that takes everything, and remembers when it took whose mail. */
async function startSink() {
  const accepted = new Map<string, number[]>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      stream.resume();
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]!.address;
        accepted.set(to, [...(accepted.get(to) ?? []), performance.now()]);
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    stop: () => new Promise<void>((done) => server.close(done)),
  };
}

/** Orders in, confirmations out, in one process (ROLE=all), counted at the far end. */
export async function measureMails({ url, pool }: BenchDatabase, seconds: number): Promise<MailFigures> {
  // What was placed while nobody sent would leave first.
  await pool.query("delete from deliveries where status = 'waiting'");
  const sink = await startSink();
  const product = await startProduct(url, { ROLE: 'all', SMTP_URL: sink.url });
  try {
    const answered = await placeSteadily(product, seconds);
    await untilAll(sink.accepted, answered.size);
    const waits = [...answered].map(([to, at]) => (sink.accepted.get(to)?.[0] ?? Number.NaN) - at);
    const sorted = waits.filter((wait) => !Number.isNaN(wait)).sort((a, b) => a - b);
    const before = sink.accepted.size;
    const started = performance.now();
    await placeBurst(product);
    await untilAll(sink.accepted, before + BURST);
    const drained_s = (performance.now() - started) / 1000;
    const counts = [...sink.accepted.values()].map((times) => times.length);
    return {
      orders_per_second: STEADY_RATE,
      p50_ms: round(sorted[Math.floor(sorted.length * 0.5)]),
      p99_ms: round(sorted[Math.floor(sorted.length * 0.99)]),
      burst_mails_per_second: Math.round((sink.accepted.size - before) / drained_s),
      doubles: counts.filter((count) => count > 1).length,
      missing: answered.size + BURST - sink.accepted.size,
    };
  } finally {
    await product.stop();
    await sink.stop();
  }
}

function round(ms = Number.NaN): number {
  return Math.round(ms * 10) / 10;
}

/** When each order was answered, by the address its confirmation goes to. */
async function placeSteadily(product: Server, seconds: number): Promise<Map<string, number>> {
  const answered = new Map<string, number>();
  const started = performance.now();
  const calls = Array.from({ length: STEADY_RATE * seconds }, async (_, index) => {
    await new Promise((resolve) => setTimeout(resolve, (index * 1000) / STEADY_RATE));
    const number = `steady-${Math.round(started)}-${index}`;
    await post(product, '/v1/orders', orderBody(number));
    answered.set(`${number}@example.com`, performance.now());
  });
  await Promise.all(calls);
  return answered;
}

async function placeBurst(product: Server): Promise<void> {
  const run = `burst-${Math.round(performance.now())}`;
  for (let from = 0; from < BURST; from += 500) {
    const orders = Array.from({ length: 500 }, (_, index) => orderBody(`${run}-${from + index}`));
    await post(product, '/v1/batch/orders', orders);
  }
}

async function post(product: Server, path: string, body: unknown): Promise<void> {
  const answer = await fetch(product.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${API_KEY}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

async function untilAll(accepted: Map<string, unknown>, count: number): Promise<void> {
  const until = performance.now() + DRAIN_LIMIT_MS;
  while (accepted.size < count && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

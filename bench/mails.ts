import { setTimeout as sleep } from 'node:timers/promises';
import { postmasterOf, processorTime } from './cpu.ts';
import type { BenchDatabase } from './database.ts';
import { orderBody } from './orders.ts';
import { API_KEY, type Server, startProduct } from './processes.ts';
import type { MailFigures } from './report.ts';
import { sendPrebuilt } from './smtp/prebuilt.ts';
import { type Sink, startSink } from './smtp/sink.ts';

/** Orders a second while the time to the mail server's acceptance is taken. */
const STEADY_RATE = 100;
/** A process that has just started is compiled while it runs. */
const WARM_UP_SECONDS = 3;
/** Orders placed at once, to see how fast their mails leave: one to the buyer, one to the seller. */
const BURST = 2_000;
const MAILS = 2 * BURST;
const ROUNDS = 3;
/** As many as the product keeps open (src/channels/email/smtp.ts). */
const CONNECTIONS = 8;
const DRAIN_LIMIT_MS = 120_000;
const POLL_MS = 20;

interface Stage extends BenchDatabase {
  product: Server;
  sink: Sink;
  /** How often each message came. */
  counts: Map<string, number>;
}

/** Orders in, confirmations out, in one process (ROLE=all), counted at the far end. */
export async function measureMails(database: BenchDatabase, seconds: number): Promise<MailFigures> {
  // What was placed while nobody sent would leave first.
  await database.pool.query("delete from deliveries where status = 'waiting'");
  const sink = await startSink();
  const product = await startProduct(database.url, {
    ...{ ROLE: 'all', SMTP_URL: `smtp://127.0.0.1:${sink.port}`, MAIL_FROM: 'Shop <shop@bench.example>' },
  });
  const stage: Stage = { ...database, product, sink, counts: new Map() };
  try {
    await describeSeller(product);
    await measureSteadily(stage, WARM_UP_SECONDS);
    const { waits, example } = await measureSteadily(stage, seconds);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({ limit: await measureLimit(sink, example), ...(await measureBurst(stage)) });
    }
    const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
    return {
      orders_per_second: STEADY_RATE,
      p50_ms: round(waits[Math.floor(waits.length * 0.5)]),
      p99_ms: round(waits[Math.floor(waits.length * 0.99)]),
      burst_mails_per_second: Math.round(middle(rounds.map(({ per_second }) => per_second))),
      limit_per_second: Math.round(middle(rounds.map(({ limit }) => limit))),
      share: middle(rounds.map(({ per_second, limit }) => per_second / limit)),
      cpu_us: Math.round(middle(rounds.map(({ cpu_us }) => cpu_us))),
      doubles: [...stage.counts.values()].filter((count) => count > 1).length,
      missing: 2 * STEADY_RATE * (WARM_UP_SECONDS + seconds) + ROUNDS * MAILS - stage.counts.size,
    };
  } finally {
    await product.stop();
    await sink.stop();
  }
}

function round(ms = Number.NaN): number {
  return Math.round(ms * 10) / 10;
}

/** From the answer to an order to the acceptance of its confirmation, sorted. */
async function measureSteadily(stage: Stage, seconds: number) {
  const started = Date.now();
  const answered = new Map<string, number>();
  const calls = Array.from({ length: STEADY_RATE * seconds }, async (_, index) => {
    await sleep((index * 1000) / STEADY_RATE);
    const number = `steady-${started}-${index}`;
    await post(stage.product, '/v1/orders', orderBody(number));
    answered.set(`${number}@example.com`, performance.timeOrigin + performance.now());
  });
  await Promise.all(calls);
  const { arrived, example } = await untilArrived(stage, 2 * answered.size);
  const waits = [...answered].flatMap(([to, at_ms]) => {
    const accepted_ms = arrived.get(to);
    return accepted_ms === undefined ? [] : [accepted_ms - at_ms];
  });
  return { waits: waits.sort((a, b) => a - b), example };
}

/** How many finished messages the sink takes a second. */
async function measureLimit(sink: Sink, message: string): Promise<number> {
  const started = performance.now();
  await sendPrebuilt(sink.port, { message, count: MAILS, connections: CONNECTIONS });
  const per_second = (MAILS * 1000) / (performance.now() - started);
  await sink.arrivals();
  return per_second;
}

/** Orders placed, notifications planned, mails written and accepted: from the first request to the last acceptance. */
async function measureBurst(stage: Stage): Promise<{ per_second: number; cpu_us: number }> {
  const { pool, product } = stage;
  const postmaster = await postmasterOf(pool);
  const cpu_before = await processorTime(product.pid, postmaster);
  const started_ms = performance.timeOrigin + performance.now();
  const run = `burst-${Date.now()}`;
  for (let from = 0; from < BURST; from += 500) {
    const orders = Array.from({ length: 500 }, (_, index) => orderBody(`${run}-${from + index}`));
    await post(product, '/v1/batch/orders', orders);
  }
  const { count, last_ms } = await untilArrived(stage, MAILS);
  const cpu_s = (await processorTime(product.pid, postmaster)) - cpu_before;
  return { per_second: (count * 1000) / (last_ms - started_ms), cpu_us: (cpu_s * 1e6) / count };
}

/** Without an address a seller is written nothing. */
async function describeSeller(product: Server): Promise<void> {
  const seller = { name: 'Bench', email: 'seller@bench.example', time_zone: 'UTC', country: 'US' };
  await send(product, 'PUT', '/v1/sellers/s-1', { ...seller, handling_days: 1, locale: 'en' });
}

function post(product: Server, path: string, body: unknown): Promise<void> {
  return send(product, 'POST', path, body);
}

async function send(product: Server, method: string, path: string, body: unknown): Promise<void> {
  const answer = await fetch(product.url + path, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${API_KEY}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** Waits until so many messages have come, a bounded time. Answers when each reader had the first of theirs. */
async function untilArrived({ sink, counts }: Stage, wanted: number) {
  const arrived = new Map<string, number>();
  const until = performance.now() + DRAIN_LIMIT_MS;
  for (let count = 0, last_ms = 0; ; ) {
    const { mails, example } = await sink.arrivals();
    for (const [to, message_id, at_ms] of mails) {
      if (!arrived.has(to)) arrived.set(to, at_ms);
      if (!counts.has(message_id)) count++;
      counts.set(message_id, (counts.get(message_id) ?? 0) + 1);
      last_ms = at_ms;
    }
    if (count >= wanted || performance.now() > until) return { arrived, example, count, last_ms };
    await sleep(POLL_MS);
  }
}

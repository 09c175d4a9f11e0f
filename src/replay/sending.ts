import { type Api, ApiRefused } from '../client/api.ts';
import type { OlistSeller } from './dataset.ts';
import type { Options } from './options.ts';
import { sellerBody } from './placing.ts';
import type { PlannedCall } from './plan.ts';
import { grouped, Progress, type Terminal } from './progress.ts';
import { openResumption } from './resume.ts';
import { runCalls } from './run.ts';
import { Sender, type Tally } from './send.ts';

interface Sending extends Pick<Options, 'notify' | 'restart' | 'concurrency'> {
  url: string;
  /** File that says how far an earlier run has come. */
  mark: string;
  calls: readonly PlannedCall[];
  /** Described before anything is sent. */
  sellers: readonly OlistSeller[];
  terminal: Terminal;
}

/** Sends what an earlier run has not; null when it was interrupted. */
export async function sendAll(api: Api, sending: Sending): Promise<Tally | null> {
  const { calls, terminal, concurrency } = sending;
  const { first, note } = await openResumption(api, sending.mark, sending);
  const eventsIn = (some: readonly PlannedCall[]) => some.reduce((sum, call) => sum + call.events.length, 0);
  const before = eventsIn(calls.slice(0, first));
  const total = eventsIn(calls);
  if (first === calls.length) {
    terminal.write(`All ${grouped(total)} events were sent before. --restart sends them again.\n`);
    return { told: 0, known: 0, refused: [] };
  }
  if (first > 0) terminal.write(`Going on after ${grouped(before)} events that were sent before.\n`);
  using stopping = stopOnSignal();
  const stop = stopping.signal;
  if (first === 0) await describeSellers(api, sending, stop);
  const sender = new Sender(api, sending);
  const progress = new Progress(terminal, total, before, performance.now());
  let done = first;
  const began_ms = performance.now();
  try {
    await runCalls(calls, first, {
      send: (call) => sender.send(call),
      concurrency,
      signal: stop,
      onDone(call, done_without_gap) {
        done = done_without_gap;
        progress.advance(call.events.length, call.events[0]!.at.slice(0, 10), performance.now());
        // One that fails makes the last one fail, which is waited for.
        note(done, false).catch(() => {});
      },
    });
  } finally {
    progress.end(performance.now());
    await note(done, true);
  }
  if (done < calls.length) {
    terminal.write(`Interrupted. Run it again to go on from here.\n`);
    return null;
  }
  const { told, known, refused } = sender.tally;
  const seconds = Math.max(1, Math.round((performance.now() - began_ms) / 1000));
  terminal.write(
    `${grouped(told)} told, ${grouped(known)} known before, ${grouped(refused.length)} refused, in ${seconds} s\n`,
  );
  return sender.tally;
}

/** Who sells, before anything is sold: with their names and zones. */
async function describeSellers(
  api: Api,
  { sellers, concurrency, terminal }: Sending,
  stop: AbortSignal,
): Promise<void> {
  const queue = sellers.values();
  const worker = async () => {
    for (const seller of queue) {
      if (stop.aborted) return;
      const answer = await api.call('PUT', `/v1/sellers/${seller.id}`, { body: sellerBody(seller) });
      if (answer.status >= 300) throw new ApiRefused(`/v1/sellers/${seller.id}`, answer);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  terminal.write(`${grouped(sellers.length)} sellers described.\n`);
}

/** The first Ctrl-C lets the calls under way end, the second one does not. */
function stopOnSignal(): Disposable & { signal: AbortSignal } {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const stop = () => controller.abort();
  for (const signal of signals) process.once(signal, stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const signal of signals) process.off(signal, stop);
    },
  };
}

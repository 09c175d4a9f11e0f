import type { PlannedCall } from './plan.ts';

export interface Run {
  /** Carries one call out; a rejection ends the run. */
  send(call: PlannedCall): Promise<void>;
  /** How many calls may be under way at once. */
  concurrency: number;
  /** Stops beginning new calls; those under way are waited for. */
  signal: AbortSignal;
  /** After each call: how many from the first on are done without a gap. From there a later run may go on. */
  onDone(call: PlannedCall, done_without_gap: number): void;
}

/**
 * Begins the calls in their order, several at once, but a call only after the earlier ones about its orders
 * have been answered.
 * @param first how many calls an earlier run has done
 * @throws the first error of `send`, after all calls under way have ended
 */
export async function runCalls(calls: readonly PlannedCall[], first: number, run: Run): Promise<void> {
  const latest = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();
  const done = new Set<number>();
  let done_without_gap = first;
  let failure: { error: unknown } | undefined;

  async function carryOut(index: number, earlier: readonly Promise<void>[]): Promise<void> {
    await Promise.all(earlier);
    if (failure) return;
    try {
      await run.send(calls[index]!);
    } catch (error) {
      failure ??= { error };
      return;
    }
    done.add(index);
    while (done.delete(done_without_gap)) done_without_gap += 1;
    run.onDone(calls[index]!, done_without_gap);
  }

  for (let index = first; index < calls.length; index++) {
    if (failure || run.signal.aborted) break;
    const orders = new Set(calls[index]!.events.map((event) => event.order));
    const earlier = [...orders].flatMap((order) => latest.get(order) ?? []);
    const call = carryOut(index, earlier).finally(() => {
      running.delete(call);
      for (const order of orders) if (latest.get(order) === call) latest.delete(order);
    });
    running.add(call);
    for (const order of orders) latest.set(order, call);
    if (running.size >= run.concurrency) await Promise.race(running);
  }
  await Promise.all(running);
  if (failure) throw failure.error;
}

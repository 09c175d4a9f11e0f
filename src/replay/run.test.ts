import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlannedCall } from './plan.ts';
import { runCalls } from './run.ts';

const callAbout = (...orders: string[]): PlannedCall => ({
  path: orders.join(),
  events: orders.map((order) => ({ order, at: '', path: '', body: {}, key: null })),
});

const never = new AbortController().signal;
const someCalls = fc.array(
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 3 }),
  { maxLength: 30 },
);

test('calls about one order come one after the other, in their order, and never too many at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      someCalls,
      fc.integer({ min: 1, max: 6 }),
      fc.scheduler(),
      async (orders, concurrency, scheduler) => {
        const calls = orders.map((names) => callAbout(...names));
        const begun: number[] = [];
        const busy = new Set<string>();
        let under_way = 0;
        const running = runCalls(calls, 0, {
          concurrency,
          signal: never,
          onDone() {},
          async send(call) {
            begun.push(calls.indexOf(call));
            expect(++under_way).toBeLessThanOrEqual(concurrency);
            for (const { order } of call.events) {
              expect(busy.has(order)).toBe(false);
              busy.add(order);
            }
            await scheduler.schedule(Promise.resolve());
            for (const { order } of call.events) busy.delete(order);
            under_way -= 1;
          },
        });
        await scheduler.waitFor(running);
        for (const order of ['a', 'b', 'c', 'd', 'e']) {
          const own = begun.filter((index) => calls[index]!.events.some((event) => event.order === order));
          expect(own).toEqual(own.toSorted((a, b) => a - b));
        }
        expect(begun.toSorted((a, b) => a - b)).toEqual(calls.map((_, index) => index));
      },
    ),
  );
});

test('what counts as done has no gap before it', async () => {
  const calls = ['a', 'b', 'c', 'd'].map((order) => callAbout(order));
  const answers = calls.map(() => Promise.withResolvers<void>());
  const seen: number[] = [];
  const running = runCalls(calls, 1, {
    concurrency: 3,
    signal: never,
    send: (call) => answers[calls.indexOf(call)]!.promise,
    onDone: (_call, done_without_gap) => void seen.push(done_without_gap),
  });
  for (const index of [3, 2, 1]) {
    answers[index]!.resolve();
    await new Promise(setImmediate);
  }
  await running;
  expect(seen).toEqual([1, 1, 4]);
});

test('after an error nothing new begins, and the error is thrown when all has ended', async () => {
  const calls = ['a', 'b', 'b', 'c', 'd'].map((order) => callAbout(order));
  const begun: string[] = [];
  const running = runCalls(calls, 0, {
    concurrency: 2,
    signal: never,
    onDone() {},
    async send(call) {
      begun.push(call.path);
      if (call.path === 'b') throw new Error('nobody answers');
    },
  });
  await expect(running).rejects.toThrow('nobody answers');
  expect(begun.filter((path) => path === 'b')).toHaveLength(1);
  expect(begun).not.toContain('d');
});

test('an interruption lets what is under way end', async () => {
  const stop = new AbortController();
  const done: string[] = [];
  await runCalls(
    ['a', 'b', 'c', 'd'].map((order) => callAbout(order)),
    0,
    {
      concurrency: 1,
      signal: stop.signal,
      async send(call) {
        if (call.path === 'b') stop.abort();
      },
      onDone: (call) => void done.push(call.path),
    },
  );
  expect(done).toEqual(['a', 'b']);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BATCH_PATHS, type LifeEvent } from './life.ts';
import { batch_items_max, batch_wait_ms, type PlannedCall, planCalls } from './plan.ts';

const paths = [BATCH_PATHS.orders, BATCH_PATHS.scans, 'single'];

/** Events of a few orders, minutes to days apart. */
const timelines = fc
  .array(
    fc.record({
      order: fc.constantFrom('a', 'b', 'c', 'd'),
      path: fc.constantFrom(...paths),
      pause_minutes: fc.integer({ min: 0, max: 1500 }),
    }),
    { maxLength: 300 },
  )
  .map((steps) => {
    let now_ms = Date.parse('2017-05-02T00:00:00Z');
    return steps.map(({ order, path, pause_minutes }, index): LifeEvent => {
      now_ms += pause_minutes * 60_000;
      return { order, path, at: new Date(now_ms).toISOString(), body: { index }, key: null };
    });
  });

const eventsOf = (calls: readonly PlannedCall[]) => calls.flatMap((call) => call.events);

test('nothing is lost, nothing is sent twice, and no order is turned round', () => {
  fc.assert(
    fc.property(timelines, (timeline) => {
      const sent = eventsOf(planCalls(timeline));
      expect(new Set(sent)).toEqual(new Set(timeline));
      expect(sent).toHaveLength(timeline.length);
      for (const order of ['a', 'b', 'c', 'd']) {
        const own = (events: readonly LifeEvent[]) => events.filter((event) => event.order === order);
        expect(own(sent)).toEqual(own(timeline));
      }
    }),
  );
});

test('a batch goes to one endpoint, is bounded, and holds nothing back for more than its time', () => {
  fc.assert(
    fc.property(timelines, (timeline) => {
      let latest_ms = 0;
      for (const { path, events } of planCalls(timeline)) {
        expect(events.every((event) => event.path === path)).toBe(true);
        expect(events.length).toBeLessThanOrEqual(path === 'single' ? 1 : batch_items_max);
        expect(latest_ms - Date.parse(events[0]!.at)).toBeLessThanOrEqual(batch_wait_ms);
        latest_ms = Math.max(latest_ms, Date.parse(events.at(-1)!.at));
      }
    }),
  );
});

test('orders of one hour share a call, until one of them is paid', () => {
  const event = (order: string, path: string, minute: number): LifeEvent => {
    return { order, path, at: `2017-05-02T00:${String(minute).padStart(2, '0')}:00Z`, body: {}, key: null };
  };
  const calls = planCalls([
    event('a', BATCH_PATHS.orders, 1),
    event('b', BATCH_PATHS.orders, 2),
    event('b', 'pay b', 3),
    event('c', BATCH_PATHS.orders, 4),
  ]);
  expect(calls.map(({ events }) => events.map(({ order }) => order))).toEqual([['a', 'b'], ['b'], ['c']]);
});

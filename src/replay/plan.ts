import { BATCH_PATHS, type LifeEvent } from './life.ts';

/** One call: a single event, or several of a batch endpoint. */
export interface PlannedCall {
  path: string;
  events: LifeEvent[];
}

/** Large enough that the call costs little beside its items, small enough to share the line with single calls. */
export const batch_items_max = 100;
/** An item waits for its batch no longer than this, in the orders' own time. */
export const batch_wait_ms = 24 * 3_600_000;

/**
 * Puts a timeline into calls without ever turning an order's events round: a batch is closed before a later
 * event of one of its orders, when it is full, and when its first item has waited for a day. So calls are in
 * the order of the clock, but for the day a batch may hold an item back from those of other orders.
 */
export function planCalls(timeline: readonly LifeEvent[]): PlannedCall[] {
  const calls: PlannedCall[] = [];
  const open = new Map<string, PlannedCall & { orders: Set<string>; until_ms: number }>();
  const close = (path: string) => {
    const { events } = open.get(path)!;
    open.delete(path);
    calls.push({ path, events });
  };

  for (const event of timeline) {
    const now_ms = Date.parse(event.at);
    for (const [path, batch] of open) {
      const follows = path !== event.path && batch.orders.has(event.order);
      if (follows || batch.until_ms <= now_ms || batch.events.length === batch_items_max) close(path);
    }
    if (!BATCHED.has(event.path)) {
      calls.push({ path: event.path, events: [event] });
      continue;
    }
    const batch = open.get(event.path);
    if (batch) {
      batch.events.push(event);
      batch.orders.add(event.order);
    } else {
      const until_ms = now_ms + batch_wait_ms;
      open.set(event.path, { path: event.path, events: [event], orders: new Set([event.order]), until_ms });
    }
  }
  for (const path of open.keys()) close(path);
  return calls;
}

const BATCHED: ReadonlySet<string> = new Set(Object.values(BATCH_PATHS));

/** The one source of the present. What needs the time takes a clock, so that a test can say what time it is. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is told to move. */
export interface FixedClock extends Clock {
  /** Moves the clock forward by `duration_ms`. */
  advance(duration_ms: number): void;
  /** Sets the clock to an instant: epoch milliseconds or an RFC 3339 text. */
  set(at: number | string): void;
}

/** A clock for tests, standing at `start`: epoch milliseconds or an RFC 3339 text. */
export function fixedClock(start: number | string): FixedClock {
  let now = milliseconds(start);
  return {
    now: () => now,
    advance: (duration_ms) => {
      now += duration_ms;
    },
    set: (at) => {
      now = milliseconds(at);
    },
  };
}

/** Epoch milliseconds as RFC 3339 in UTC without a fraction (`2026-11-21T10:00:00Z`), the shape of every edge. */
export function instant(at_ms: number): string {
  return `${new Date(at_ms).toISOString().slice(0, -'.000Z'.length)}Z`;
}

function milliseconds(at: number | string): number {
  return typeof at === 'number' ? at : Temporal.Instant.from(at).epochMilliseconds;
}

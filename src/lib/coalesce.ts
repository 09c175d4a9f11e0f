/** How many keys one look-up names at most. */
const KEYS_MAX = 256;

/**
 * Makes one set-based look-up of many concurrent single ones: it starts at once when none is in flight, and
 * what is asked meanwhile is asked together. A caller waits for at most one look-up that is not its own.
 *
 * @param lookUp answers a map; a key that is not in it is answered with null.
 * @param flights_max how many look-ups may be in flight; more means smaller ones.
 */
export function coalesce<Value>(
  lookUp: (keys: string[]) => Promise<Map<string, Value>>,
  flights_max = 2,
): (key: string) => Promise<Value | null> {
  let waiting = new Map<string, PromiseWithResolvers<Value | null>>();
  let flights = 0;

  async function fly(): Promise<void> {
    while (waiting.size > 0) {
      const batch = take();
      try {
        const found = await lookUp([...batch.keys()]);
        for (const [key, { resolve }] of batch) resolve(found.get(key) ?? null);
      } catch (error) {
        for (const { reject } of batch.values()) reject(error);
      }
    }
    flights -= 1;
  }

  function take(): typeof waiting {
    const all = waiting;
    waiting = new Map();
    if (all.size <= KEYS_MAX) return all;
    const batch: typeof waiting = new Map();
    for (const [key, waiter] of all) (batch.size < KEYS_MAX ? batch : waiting).set(key, waiter);
    return batch;
  }

  return (key) => {
    let waiter = waiting.get(key);
    if (!waiter) {
      waiter = Promise.withResolvers();
      waiting.set(key, waiter);
      if (flights < flights_max) {
        flights += 1;
        setImmediate(fly);
      }
    }
    return waiter.promise;
  };
}

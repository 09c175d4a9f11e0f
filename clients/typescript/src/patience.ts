/** How long a call is tried before it is given up, and how. */
export interface Patience {
  /** All tries of one call together, milliseconds. */
  patience_ms: number;
  /** One try, milliseconds. */
  attempt_timeout_ms: number;
}

export const default_patience: Patience = { patience_ms: 60_000, attempt_timeout_ms: 60_000 };

const pause_ms = 250;
const pause_ms_max = 5_000;

type Fetch = (request: Request) => Promise<Response>;

/**
 * A `fetch` that comes back later when it is told so (429 and 503, after `Retry-After`) or when nobody answers. Every POST
 * carries an `Idempotency-Key` and keeps it: a call that arrives twice is carried out once. Without such a key, a PATCH
 * that may have arrived is not sent again.
 *
 * @returns the last answer, when patience is over, whatever it says
 * @throws what `fetch` threw, when nobody answered all the while
 */
export function patiently(
  fetch: Fetch,
  { patience_ms, attempt_timeout_ms }: Patience = default_patience,
): Fetch {
  return async (asked) => {
    const request = withKey(asked);
    const until_ms = performance.now() + patience_ms;
    for (let wait_ms = pause_ms; ; wait_ms = Math.min(wait_ms * 2, pause_ms_max)) {
      const answer = await attempt(fetch, request, attempt_timeout_ms).catch((error: unknown) => {
        const over =
          performance.now() + wait_ms > until_ms || asked.signal.aborted || request.method === 'PATCH';
        if (over) throw error;
        return null;
      });
      if (answer && answer.status !== 429 && answer.status !== 503) return answer;
      const pause = answer ? (retryAfter_ms(answer) ?? wait_ms) : wait_ms;
      if (answer && performance.now() + pause > until_ms) return answer;
      await answer?.body?.cancel();
      await pausing(pause, asked.signal);
    }
  };
}

function withKey(request: Request): Request {
  if (request.method !== 'POST' || request.headers.has('idempotency-key')) return request;
  const keyed = new Request(request);
  keyed.headers.set('idempotency-key', crypto.randomUUID());
  return keyed;
}

/** A clone, since a body can be read only once. */
function attempt(fetch: Fetch, request: Request, timeout_ms: number): Promise<Response> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeout_ms)]);
  return fetch(new Request(request.clone(), { signal }));
}

/** In seconds or as a date (RFC 9110, 10.2.3); null: the server does not say. */
function retryAfter_ms(answer: Response): number | null {
  const said = answer.headers.get('retry-after');
  if (said === null) return null;
  if (/^\d+$/.test(said)) return Number(said) * 1000;
  const at_ms = Date.parse(said);
  return Number.isNaN(at_ms) ? null : Math.max(0, at_ms - Date.now());
}

function pausing(pause_ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, pause_ms);
    signal.addEventListener('abort', abort, { once: true });
  });
}

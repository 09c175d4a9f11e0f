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
 * Tries until there is an answer that is not "later" (429 and 503, after their `Retry-After`), or until patience is over.
 *
 * @param attempt one try; it is called anew for each
 * @param again whether it may be tried again when nobody answered, so that it may have arrived
 * @returns the last answer, whatever it says
 * @throws what the last try threw, when nobody answered
 */
export async function withPatience(
  attempt: (signal: AbortSignal) => Promise<Response>,
  { patience_ms, attempt_timeout_ms }: Patience = default_patience,
  { signal, again = true }: { signal?: AbortSignal; again?: boolean } = {},
): Promise<Response> {
  const until_ms = performance.now() + patience_ms;
  for (let wait_ms = pause_ms; ; wait_ms = Math.min(wait_ms * 2, pause_ms_max)) {
    const timeout = AbortSignal.timeout(attempt_timeout_ms);
    const trying = attempt(signal ? AbortSignal.any([signal, timeout]) : timeout);
    const answer = await trying.catch((error: unknown) => {
      if (!again || signal?.aborted || performance.now() + wait_ms > until_ms) throw error;
      return null;
    });
    if (answer && answer.status !== 429 && answer.status !== 503) return answer;
    const wait = (answer && retryAfter_ms(answer)) ?? wait_ms;
    if (answer && performance.now() + wait > until_ms) return answer;
    await answer?.body?.cancel();
    await pausing(wait, signal);
  }
}

/** A `fetch` with patience. A PATCH that may have arrived is not sent again; a POST is, so give it a key: see `keyed`. */
export function patiently(fetch: Fetch, patience: Patience = default_patience): Fetch {
  return (request) =>
    // A clone, since a body can be read only once.
    withPatience((signal) => fetch(new Request(request.clone(), { signal })), patience, {
      signal: request.signal,
      again: request.method !== 'PATCH',
    });
}

/** Gives every POST an `Idempotency-Key`, unless it has one: when it arrives twice it is carried out once. */
export function keyed(fetch: Fetch): Fetch {
  return (request) => {
    if (request.method !== 'POST' || request.headers.has('idempotency-key')) return fetch(request);
    const named = new Request(request);
    named.headers.set('idempotency-key', crypto.randomUUID());
    return fetch(named);
  };
}

/** In seconds or as a date (RFC 9110, 10.2.3); null: the server does not say. */
function retryAfter_ms(answer: Response): number | null {
  const said = answer.headers.get('retry-after');
  if (said === null) return null;
  if (/^\d+$/.test(said)) return Number(said) * 1000;
  const at_ms = Date.parse(said);
  return Number.isNaN(at_ms) ? null : Math.max(0, at_ms - Date.now());
}

function pausing(wait_ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal!.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, wait_ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

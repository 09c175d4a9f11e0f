/** Every bound of the senders. Tests shorten some; production uses these. */
export const webhook_limits = {
  /** Due messages are found within this time even if nobody woke us (a retry, another process that died). */
  poll_ms: 1_000,
  /** One try, from the question for the address to the first line of the answer. */
  timeout_ms: 15_000,
  /** A sender that has not recorded by then is taken for dead. Longer than any try may take. */
  lease_ms: 60_000,
  /** How often messages of dead senders are looked for. */
  reclaim_every_ms: 5_000,
  reclaim_batch: 1_000,
  /** Messages on their way at once to endpoints in good standing: waiting for an answer costs next to nothing. */
  concurrency: 128,
  /** And to one of them. */
  per_endpoint: 10,
  /** Endpoints that fail have senders of their own, one for each: however many hang, the others do not notice. */
  failing_concurrency: 64,
  /** After a message could not be made because the database was away. */
  unready_pause_ms: 1_000,
  /** How long a stop waits for messages on their way. */
  close_timeout_ms: 5_000,
};

export type WebhookLimits = typeof webhook_limits;

/** Of an answer only the status counts; so much of the rest is read so that the connection can be used again. */
export const answer_bytes_max = 64 * 1024;
/** A connection nobody needed for so long is closed. */
export const idle_ms = 5_000;
/** Servers of a domain that answer slower than this twice are not there. */
export const resolve_timeout_ms = 3_000;
export const resolve_tries = 2;
/** Whoever registers an endpoint waits so long for its name; it is asked again at each connection. */
export const resolve_patience_ms = 2_000;

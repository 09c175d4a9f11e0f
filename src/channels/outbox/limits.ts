/** Every bound of the outbox. Tests shorten some; production uses these. */
export const outbox_limits = {
  /** Due messages are found within this time even if nobody woke us (a retry, another process that died). */
  poll_ms: 1_000,
  /** A sender that has not recorded by then is taken for dead. Longer than any try may take. */
  lease_ms: 60_000,
  /** A try that takes longer is ended: its outcome is then unknown. */
  send_timeout_ms: 30_000,
  /** How often messages of dead senders are looked for. */
  reclaim_every_ms: 5_000,
  /** First pause of a message whose sender died in its second try; grows with each. */
  reclaim_pause_ms: 30_000,
  reclaim_batch: 1_000,
  /** After an outage: fast enough for 12,000 messages a minute, slow enough not to bring the server down again. */
  drain_per_second: 200,
  /** How long a stop waits for messages on their way. */
  close_timeout_ms: 10_000,
};

export type OutboxLimits = typeof outbox_limits;

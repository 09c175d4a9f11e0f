/** What strangers may ask of the listener. Everything refused for one of these is refused for now (4xx), or too large. */
export const inbound_limits = {
  /** A buyer's pictures of a damaged parcel; Gmail sends up to 25 MB, and people shrink pictures. */
  message_bytes_max: 10 * 1024 * 1024,
  /** Of all messages being received at once. */
  bytes_under_way_max: 64 * 1024 * 1024,
  connections_max: 50,
  /** One mail system reports to several recipients of ours in one go, never to hundreds. */
  recipients_max: 20,
  /** Silence. RFC 5321 asks for minutes where a sender thinks, not where it dawdles. */
  socket_timeout_ms: 60_000,
  /** From DATA to its end: 10 MB at 35 kB a second. */
  message_timeout_ms: 300_000,
  /** For open conversations, when the listener stops. */
  close_timeout_ms: 5_000,
  /** Of one address (of one /64 in IPv6), in a minute. */
  connections_per_minute: 120,
  messages_per_minute: 600,
} as const;

export type InboundLimits = { readonly [Name in keyof typeof inbound_limits]: number };

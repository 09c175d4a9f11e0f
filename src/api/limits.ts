/** Every bound of the HTTP contract, in one place. What is above a bound of size is 413, of content 422. */

export const body_bytes_max = 1024 * 1024;
export const batch_body_bytes_max = 8 * 1024 * 1024;
export const batch_items_max = 1_000;

export const list_limit_default = 20;
export const list_limit_max = 100;
export const cursor_length_max = 500;
export const search_length_max = 200;

export const idempotency_key_length_max = 255;
/** A call that has not finished after this long died with its process: the next one may begin anew. */
export const call_lease_ms = 60_000;
/** How long a second call waits for the first one with the same key before it is told to come back. */
export const call_wait_ms = 10_000;

/** Sums of everything an order may hold stay far below 2^53: 1,000 payments of it are 1e15. */
export const money_max = 1_000_000_000_000;
export const quantity_max = 1_000_000;
export const order_lines_max = 500;

export const id_length_max = 64;
export const title_length_max = 500;
export const text_length_max = 2_000;
export const name_length_max = 200;
export const email_length_max = 254;
export const url_length_max = 2_000;
export const claim_codes_max = 20;
export const handling_days_max = 365;
/** More types of notification than there will ever be. */
export const type_wishes_max = 200;

/** Senders' clocks are a little wrong; more than this is a mistake. */
export const instant_ahead_max_ms = 5 * 60_000;
/** Carriers write local times without a zone: half the world away, and daylight saving. */
export const scan_ahead_max_ms = 26 * 3_600_000;
/** Years an order can have to do with; far from what dates cannot be computed with. */
export const year_min = 1900;
export const year_max = 2999;

/** Whoever tries an endpoint waits for its answer. */
export const webhook_test_timeout_ms = 10_000;

/** How many mistakes of one request are listed. */
export const validation_errors_max = 50;

/** What a client is asked to wait when the database is away. */
export const away_retry_after_s = 5;

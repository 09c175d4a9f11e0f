/** How many one owner (the shop, or a seller) may have: each costs every commit a comparison. */
export const endpoints_max = 20;

/** An old secret signs beside the new one for so long. */
export const old_secret_hours = 24;
/** However often it is rotated meanwhile: a header of signatures must stay short. */
export const secrets_signing_max = 3;

/** Tries in a row that failed before an endpoint is only probed. */
export const failures_before_pause = 5;
export const probe_pause_min_ms = 1_000;
/** An endpoint that is back is noticed within this. */
export const probe_pause_max_ms = 60_000;

/** Without one success for so long it is disabled. */
export const failing_days_max = 5;
/** One that is told little must not be disabled for two messages a week apart. */
export const failures_before_disabling = 10;

import type { Database } from '../../../lib/database.ts';
import {
  failing_days_max,
  failures_before_disabling,
  failures_before_pause,
  probe_pause_max_ms,
  probe_pause_min_ms,
} from '../endpoints/limits.ts';
import type { WebhookResult } from './delivery.ts';
import { standingsOf } from './standing.ts';

/** How many tries the log of a delivery keeps: all of the schedule, and some replays. */
const tries_kept = 30;

/** An endpoint that was disabled by what was just recorded. */
export interface Disabled {
  endpoint: string;
  reason: 'gone' | 'failing';
}

/**
 * Writes down what became of claimed deliveries, and what that says about their endpoints, in one statement.
 *
 * A result whose lease ran out is not written over a newer claim, with one exception: a message known to be delivered
 * is marked so even when it waits again, because the next try would be a double.
 *
 * @param random 0 .. 1, spreads the probes
 */
export async function recordWebhooks(
  database: Database,
  results: readonly WebhookResult[],
  now_ms: number,
  random: number,
): Promise<Disabled[]> {
  if (results.length === 0) return [];
  const sorted = [...results].sort(byKey);
  const standings = standingsOf(results);
  const { rows } = await database.query({
    name: 'webhooks_record',
    text: RECORD,
    values: [
      new Date(now_ms),
      JSON.stringify(sorted.map((result) => ({ ...result, due_at: new Date(result.due_at_ms) }))),
      JSON.stringify(
        standings.map(({ throttled_until_ms, ...standing }) => ({
          ...standing,
          throttled_until: throttled_until_ms === null ? null : new Date(throttled_until_ms),
        })),
      ),
      random,
    ],
  });
  return rows;
}

/** Everybody locks in the same order: no deadlock between two senders. */
function byKey(a: WebhookResult, b: WebhookResult): number {
  if (a.order_number !== b.order_number) return a.order_number < b.order_number ? -1 : 1;
  if (a.fact_version !== b.fact_version) return a.fact_version - b.fact_version;
  return a.endpoint < b.endpoint ? -1 : 1;
}

/**
 * `hurried`: an endpoint that was away and is back gets at once what had been put off while it was. Only messages that
 * were used as probes have been, so there are few.
 */
const RECORD = `
with results as materialized (
  select * from json_to_recordset($2) as r(order_number text, fact_version int, endpoint text,
    lease_until timestamptz, status text, due_at timestamptz, given_back bool, tried jsonb)
), recorded as (
  update webhook_deliveries d
  set status = r.status, due_at = r.due_at, lease_until = null, attempts = d.attempts - r.given_back::int,
      tries = case when jsonb_array_length(d.tries) < ${tries_kept} then d.tries else d.tries - 0 end
              || case when r.tried is null then '[]' else jsonb_build_array(r.tried) end
  from results r
  where d.order_number = r.order_number and d.fact_version = r.fact_version and d.endpoint = r.endpoint
    and ((d.status = 'sending' and d.lease_until = r.lease_until)
      or (r.status = 'delivered' and d.status in ('sending', 'waiting')))
), standings as materialized (
  select s.*, e.failures as failures_before, e.disabled_at is null as enabled,
    case when s.failed_from is null then 0
         when s.succeeded then 1
         when s.failed_from >= coalesce(e.last_failure_at, '-infinity') then e.failures + 1
         else greatest(e.failures, 1) end as failures,
    case when s.failed_from is null then null
         when s.succeeded then s.failed_from
         else coalesce(e.failing_since, s.failed_from) end as failing_since
  from json_to_recordset($3) as s(endpoint text, succeeded bool, failed_from timestamptz, gone bool,
                                  throttled_until timestamptz)
  join webhook_endpoints e on e.id = s.endpoint
  -- A success that tells nothing new is not worth a new version of the row.
  where not s.succeeded or s.failed_from is not null or e.failures > 0
    or e.last_success_at is null or e.last_success_at < $1::timestamptz - interval '10 seconds'
), judged as materialized (
  select *, case when not enabled then null
                 when gone then 'gone'
                 when failures >= ${failures_before_disabling}
                  and failing_since < $1::timestamptz - interval '${failing_days_max} days' then 'failing' end as reason
  from standings
), stood as (
  update webhook_endpoints e
  set failures = j.failures, failing_since = j.failing_since,
      last_success_at = case when j.succeeded then $1 else e.last_success_at end,
      last_failure_at = case when j.failed_from is null then e.last_failure_at else $1 end,
      next_try_at = case when j.failures >= ${failures_before_pause} then $1::timestamptz + interval '1 millisecond'
        * least(${probe_pause_max_ms},
                ${probe_pause_min_ms} * 2 ^ least(j.failures - ${failures_before_pause}, 30))
        * (1 - 0.2 * $4::float8) end,
      throttled_until = greatest(e.throttled_until, j.throttled_until),
      disabled_at = case when j.reason is null then e.disabled_at else $1 end,
      disabled_reason = coalesce(j.reason, e.disabled_reason)
  from judged j where e.id = j.endpoint
), hurried as (
  update webhook_deliveries d set due_at = $1
  from judged j
  where j.failures_before >= ${failures_before_pause} and j.failures = 0
    and d.endpoint = j.endpoint and d.status = 'waiting' and d.attempts > 0 and d.due_at > $1
    and not exists (select from results r where d.order_number = r.order_number
                    and d.fact_version = r.fact_version and d.endpoint = r.endpoint)
)
select endpoint, reason from judged where reason is not null`;

import type { Database } from '../../../lib/database.ts';
import { readFact } from '../../../story/index.ts';
import { secrets_signing_max } from '../endpoints/limits.ts';
import type { ClaimedWebhook } from './delivery.ts';

interface Claim {
  /** Endpoints whose last try failed, or all others: each kind has senders of its own. */
  failing: boolean;
  now_ms: number;
  lease_ms: number;
  /** How many in all. */
  limit: number;
  /** How many one endpoint may have on their way from this process. */
  per_endpoint: number;
  /** How many each endpoint has on its way from this process. */
  on_their_way: ReadonlyMap<string, number>;
}

/**
 * Takes deliveries that are due for this process alone, by turns: first the oldest of every endpoint, then the second
 * of every endpoint. However long one's line is, the others wait for one message of it at most.
 */
export async function claimWebhooks(database: Database, claim: Claim): Promise<ClaimedWebhook[]> {
  const { rows } = await database.query({
    name: 'webhooks_claim',
    text: CLAIM,
    values: [
      new Date(claim.now_ms),
      new Date(claim.now_ms + claim.lease_ms),
      claim.failing,
      claim.limit,
      claim.per_endpoint,
      [...claim.on_their_way.keys()],
      [...claim.on_their_way.values()],
    ],
  });
  return rows.map(({ type, version, at, recorded_at, actor, data, ...claimed }) => ({
    ...claimed,
    fact: type === null ? null : readFact({ type, version, at, recorded_at, actor, data }),
  }));
}

/**
 * An endpoint is not given more before half of what it may have on its way has been answered: claims of one row each
 * cost more than sending. Updated where they were found, as in notifications/deliveries/claim.ts. The fact comes along, which is all that a message to the shop is made from.
 */
const CLAIM = `
with listening as (
  select e.id, coalesce(b.count, 0) as busy
  from webhook_endpoints e left join unnest($6::text[], $7::int[]) as b(id, count) using (id)
  where e.disabled_at is null and (e.failures > 0) = $3 and coalesce(b.count, 0) <= $5 / 2
    and (e.next_try_at is null or e.next_try_at <= $1)
    and (e.throttled_until is null or e.throttled_until <= $1)
), due as materialized (
  select d.place, d.endpoint, d.due_at, l.busy
  from listening l cross join lateral (
    select ctid as place, endpoint, due_at from webhook_deliveries
    where endpoint = l.id and status = 'waiting' and due_at <= $1
    order by due_at, id limit $5 - l.busy for update skip locked
  ) d
), candidates as (
  select place from due
  order by busy + row_number() over (partition by endpoint order by due_at), due_at limit $4
), claimed as (
  update webhook_deliveries d set status = 'sending', attempts = attempts + 1, lease_until = $2
  where d.ctid = any(array(select place from candidates))
  returning d.order_number, d.fact_version, d.endpoint, d.id, d.attempts, d.created_at, d.lease_until
)
select c.*, e.url, e.seller,
  f.type, f.version, f.at, f.recorded_at, f.actor, f.data::json as data,
  (select array_agg(secret order by number desc) from
    (select secret, number from webhook_secrets s
     where s.endpoint = e.id and (s.expires_at is null or s.expires_at > $1)
     order by number desc limit ${secrets_signing_max}) s) as secrets
from claimed c join webhook_endpoints e on e.id = c.endpoint
  left join facts f on f.order_number = c.order_number and f.version = c.fact_version
order by c.id`;

/**
 * Puts back what a dead sender held. It goes again under the same id, since nobody knows whether it arrived; after
 * `attempts_max` tries it is left for a person.
 *
 * @returns how many were put back
 */
export async function reclaimWebhooks(
  database: Database,
  reclaim: { now_ms: number; attempts_max: number; limit: number },
): Promise<number> {
  const { rowCount } = await database.query({
    name: 'webhooks_reclaim',
    text: `
      update webhook_deliveries d
      set status = case when d.attempts >= $2 then 'failed' else 'waiting' end, due_at = $1, lease_until = null,
          tries = d.tries || jsonb_build_array(jsonb_build_object('at', $4::text, 'http_status', null,
                                               'error', 'answer_unknown: the sender stopped', 'duration_ms', 0))
      from (select order_number, fact_version, endpoint from webhook_deliveries
            where status = 'sending' and lease_until <= $1
            order by lease_until limit $3 for update skip locked) dead
      where d.order_number = dead.order_number and d.fact_version = dead.fact_version
        and d.endpoint = dead.endpoint`,
    values: [
      new Date(reclaim.now_ms),
      reclaim.attempts_max,
      reclaim.limit,
      new Date(reclaim.now_ms).toISOString(),
    ],
  });
  return rowCount ?? 0;
}

/** Whether anybody listens: without that no line is looked at. */
export async function anybodyListens(database: Database): Promise<boolean> {
  const { rows } = await database.query({
    name: 'webhooks_listening',
    text: 'select exists (select from webhook_endpoints where disabled_at is null) as listening',
  });
  return rows[0].listening;
}

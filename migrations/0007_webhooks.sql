-- Telling other systems: where the shop's and the sellers' systems listen, and what they were told (Standard
-- Webhooks 1.0.0). A delivery is planned by the ledger in the commit of its fact, and holds no body: that is made
-- from the fact whenever it is sent, and facts never change.

create table webhook_endpoints (
  id text collate "C" primary key,
  -- Null: the shop's own, which is told everything. Otherwise only what concerns this seller.
  seller text collate "C",
  url text not null,
  description text,
  -- '*', or names of events.
  types text[] not null,
  created_at timestamptz not null,
  disabled_at timestamptz,
  -- 'gone' (it answered 410), 'failing' (days without one success), 'by_request'.
  disabled_reason text collate "C",
  last_success_at timestamptz,
  -- The first try that failed since the last one that did not.
  failing_since timestamptz,
  -- Tries in a row that failed, whatever the message; those that were on their way together count once.
  failures int not null default 0,
  last_failure_at timestamptz,
  -- While it fails it is only probed: not before this.
  next_try_at timestamptz,
  -- It asked to be left alone (Retry-After).
  throttled_until timestamptz
);
create index webhook_endpoints_seller on webhook_endpoints (seller) where seller is not null;

-- What messages are signed with. Readable, since a signature needs the secret itself; a key to seal it with would lie
-- in the same database. An older one signs beside the newest until it expires.
create table webhook_secrets (
  endpoint text collate "C" not null,
  -- 1, and one more at each rotation.
  number int not null,
  secret bytea not null,
  expires_at timestamptz,
  primary key (endpoint, number)
);

create table webhook_deliveries (
  order_number text collate "C" not null,
  fact_version int not null,
  endpoint text collate "C" not null,
  -- webhook-id. The same at every try, and for all endpoints that are told the same; begins with the time it was
  -- made, so that one index lists an endpoint's newest and finds one.
  id text collate "C" not null,
  type text collate "C" not null,
  status text collate "C" not null default 'waiting'
    check (status in ('waiting', 'sending', 'delivered', 'failed')),
  created_at timestamptz not null,
  -- When it may be tried next; of a settled one, when it was settled.
  due_at timestamptz not null,
  -- Tries that count: one that was turned away by a rate limit does not.
  attempts int not null default 0,
  -- A sender that has not recorded by then is taken for dead. Names the claim.
  lease_until timestamptz,
  -- The last tries: [{ at, http_status, error, duration_ms }].
  tries jsonb not null default '[]',
  primary key (order_number, fact_version, endpoint)
) with (
  fillfactor = 70,
  -- Like deliveries: every row is updated twice in its life.
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_vacuum_insert_scale_factor = 0.1
);
create index webhook_deliveries_id on webhook_deliveries (endpoint, id);
create index webhook_deliveries_waiting on webhook_deliveries (endpoint, due_at, id) where status = 'waiting';
create index webhook_deliveries_sending on webhook_deliveries (lease_until) where status = 'sending';
create index webhook_deliveries_failed on webhook_deliveries (endpoint, id) where status = 'failed';

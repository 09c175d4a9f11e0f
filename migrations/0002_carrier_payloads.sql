-- What carriers and tracking services posted to us, as it came: kept before it is read, so that nothing is lost
-- when reading fails or the process dies in between, and so that a mapping can be corrected and run again.
--
-- The bodies may name buyers. They belong to no order yet, so they are not erased with one; they go by age.

create table carrier_payloads (
  id uuid primary key default gen_random_uuid(),
  source text collate "C" not null,
  received_at timestamptz not null,
  -- SHA-256 of the body as it came. Senders repeat a message until they see our 2xx, and again by mistake.
  digest bytea not null,
  -- zstd; about a quarter of the JSON.
  body bytea not null,
  handled_at timestamptz,
  -- Codes the reader did not know, to be mapped by a person.
  unknown_codes text[] not null default '{}',
  unique (source, digest)
);
alter table carrier_payloads alter column body set storage external;
create index carrier_payloads_unhandled on carrier_payloads (received_at) where handled_at is null;
create index carrier_payloads_oldest on carrier_payloads (received_at);

-- Who withdrew from a contract, beside the fact that says so. Personal: erased with the order.
create table withdrawal_declarants (
  order_number text collate "C" not null,
  withdrawal text collate "C" not null,
  -- As they wrote it themselves.
  name text not null,
  -- Where they wanted the acknowledgement.
  email text not null,
  primary key (order_number, withdrawal)
);

-- Declarations that fit no order when they came in: a wrong number, another address, nothing left to withdraw from.
-- They count all the same, so they wait for a person who finds the order. Personal.
create table unmatched_withdrawals (
  id uuid primary key,
  declared_at timestamptz not null,
  -- As typed.
  number text not null,
  name text not null,
  email text not null,
  locale text collate "C" not null,
  -- The order a person found for it; null: none, or not yet.
  order_number text collate "C",
  settled_at timestamptz
);
create index unmatched_withdrawals_open on unmatched_withdrawals (declared_at) where settled_at is null;
create index unmatched_withdrawals_email on unmatched_withdrawals (lower(email));

-- One order, one story: facts, their fold as a snapshot, and the rows that can be erased or looked up.
--
-- Every table about an order has order_number as the first column of its key, so that the data can be
-- distributed by it without touching a query. Keys are COLLATE "C": compared by bytes, which is what an
-- identifier is, and about a third faster to index than a language's order.

-- The present state of each order. The columns beside `state` are only those that lists filter by.
create table stories (
  order_number text collate "C" primary key,
  version int not null,
  state_version int not null,
  status text collate "C" not null,
  placed_at timestamptz not null,
  customer text collate "C",
  -- The latest promised date of what has not arrived: what is late is found by it, without a job per order.
  latest_open date,
  -- JSON, written and read by us alone: as `json` PostgreSQL would parse 2 KB again for every scan.
  state text not null
) with (fillfactor = 80, toast_tuple_target = 8160);
-- A snapshot of 2 KB or more would be compressed on every write and again read from aside; this build has no lz4, and
-- without pglz scans went from 525 to 1,313 a second. Up to a page it now stays in its row as it is.
alter table stories alter column state set storage external;
create index stories_newest on stories (placed_at desc, order_number desc);
create index stories_status on stories (status, placed_at desc, order_number desc);
create index stories_customer on stories (customer, placed_at desc, order_number desc) where customer is not null;

create table facts (
  order_number text collate "C" not null,
  version int not null,
  type text collate "C" not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor text collate "C" not null,
  command_id uuid not null,
  -- JSON as well; `data::json` to look inside.
  data text not null,
  primary key (order_number, version)
);

-- Who and where: exported on request, erased on request. access_epoch revokes links and sessions.
create table contacts (
  order_number text collate "C" primary key,
  customer text collate "C",
  email text,
  name text,
  phone text,
  ship_to json,
  access_epoch int not null default 1
);
create index contacts_email on contacts (lower(email)) where email is not null;

-- Free texts of people, beside the fact they belong to.
create table notes (
  order_number text collate "C" not null,
  command_id uuid not null,
  text text not null,
  primary key (order_number, command_id)
);

-- Which sellers have lines in an order.
create table order_sellers (
  seller text collate "C" not null,
  placed_at timestamptz not null,
  order_number text collate "C" not null,
  primary key (order_number, seller)
);
create index order_sellers_newest on order_sellers (seller, placed_at desc, order_number desc);

-- Which shipments a tracking number may mean; it repeats over time and across carriers.
create table tracking_numbers (
  order_number text collate "C" not null,
  shipment text collate "C" not null,
  number text collate "C" not null,
  carrier text collate "C",
  dispatched_at timestamptz not null,
  voided bool not null default false,
  primary key (order_number, shipment)
);
create index tracking_numbers_number on tracking_numbers (number, dispatched_at desc);

-- One row per scan: place and the carrier's words. The fact has the rest.
create table scans (
  order_number text collate "C" not null,
  shipment text collate "C" not null,
  fingerprint text collate "C" not null,
  stage text collate "C" not null,
  reason text,
  occurred_at timestamptz not null,
  location text,
  description text,
  primary key (order_number, shipment, fingerprint)
);

-- Scans of numbers we do not know yet, until their shipment is registered.
create table unmatched_scans (
  number text collate "C" not null,
  fingerprint text collate "C" not null,
  carrier text collate "C",
  scan json not null,
  received_at timestamptz not null,
  primary key (number, fingerprint)
);

-- Answers to calls that carried an Idempotency-Key, kept at least 24 hours.
create table answers (
  key text collate "C" primary key,
  order_number text collate "C",
  fingerprint text collate "C" not null,
  status int not null,
  body text not null,
  created_at timestamptz not null
);
create index answers_created on answers (created_at);

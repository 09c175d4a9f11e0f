-- People who asked to be forgotten, or for everything that is kept about them.

-- One erasure of one person. Says who it is only as long as it is under way; afterwards it is the record that it was
-- done, without a word about whom.
create table erasures (
  id uuid primary key,
  -- 'customer:<id>', 'order:<number>', 'account:<id>'; null once it is done.
  subject text collate "C",
  -- Addresses of theirs in small letters, by which their letters are found. Empty once it is done.
  emails text[] not null,
  -- Where the last message goes; null: nowhere, or it is done.
  email text,
  locale text collate "C" not null,
  time_zone text collate "C" not null,
  -- What stands in their orders in place of the shop's id of them: random, so that nothing leads back.
  pseudonym text collate "C" not null,
  -- 'person', 'shop'.
  asked_by text collate "C" not null,
  asked_at timestamptz not null,
  -- When it is gone on with. A worker takes it by moving this.
  due_at timestamptz not null,
  -- Everything is erased but the address, which the last message is on its way to.
  told_at timestamptz,
  done_at timestamptz
);
-- Asking twice is asking once.
create unique index erasures_running on erasures (subject) where done_at is null;
create index erasures_due on erasures (due_at) where done_at is null;
create index erasures_newest on erasures (asked_at desc, id);

-- Its orders, one by one: what a restart goes on with, and what comes in about them later is found by.
create table erased_orders (
  order_number text collate "C" not null,
  erasure uuid not null,
  -- Why it is not erased yet; null: it is, or nobody has looked.
  kept_for text collate "C",
  erased_at timestamptz,
  primary key (order_number, erasure)
);
create index erased_orders_open on erased_orders (erasure, order_number) where erased_at is null;
create index erased_orders_erasure on erased_orders (erasure);
create index erased_orders_recent on erased_orders (erased_at, order_number) where erased_at is not null;

-- Exports too large to be made while somebody waits. Personal: kept for some days, erased with its person.
create table exports (
  id uuid primary key,
  subject text collate "C" not null,
  email text not null,
  locale text collate "C" not null,
  time_zone text collate "C" not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  made_at timestamptz,
  expires_at timestamptz,
  -- zstd: the document as JSON, and as one page to read.
  json bytea,
  page bytea
);
alter table exports alter column json set storage external, alter column page set storage external;
create index exports_due on exports (due_at) where made_at is null;
create index exports_subject on exports (subject, asked_at desc);
create index exports_expires on exports (expires_at) where made_at is not null;

-- Parcels a message of a carrier was about: by these it goes with its order. Null: it came before there was this
-- column, and is looked into.
alter table carrier_payloads add column numbers text[];
create index carrier_payloads_numbers on carrier_payloads using gin (numbers);

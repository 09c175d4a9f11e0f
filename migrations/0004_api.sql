-- Who may call the API, and what is sold by whom. Plain rows: only orders have stories.

-- A key's secret is shown once and never kept: 256 random bits need no salt and no slow hash.
create table api_keys (
  id text collate "C" primary key,
  label text not null,
  secret_hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

create table sellers (
  id text collate "C" primary key,
  name text not null,
  email text,
  time_zone text not null,
  country text not null,
  handling_days int not null,
  locale text not null,
  -- While inactive (vacation) none of the seller's listings can be bought. Null bounds are open.
  listing_status text not null default 'active',
  inactive_from timestamptz,
  inactive_until timestamptz,
  updated_at timestamptz not null
);

create table listings (
  sku text collate "C" primary key,
  seller text collate "C" not null,
  title text not null,
  description text,
  price bigint not null,
  currency text not null,
  image_url text,
  availability text not null,
  ships_after date,
  handling_days int,
  updated_at timestamptz not null
);
create index listings_seller on listings (seller, sku);
create index listings_words on listings using gin (to_tsvector('simple', title));

-- A buyer's name is looked for by any of its words. Fast update defers the work out of the order's commit.
create index contacts_words on contacts using gin (to_tsvector('simple', name)) where name is not null;

-- A call that is not about one order begins by writing its row with status 0 and ends by filling it in.
create index answers_order on answers (order_number) where order_number is not null;

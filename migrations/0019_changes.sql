-- What an order can be changed to before it leaves, and where those parts of it went that had left already.

-- What the shop takes for each way of delivery, per currency. {"standard": 399, "one_day": null}: null is not offered.
create table delivery_prices (
  currency text collate "C" primary key,
  prices json not null,
  updated_at timestamptz not null
);

-- Lockers and counters a buyer can choose. The keys are what is searched by: the code without signs, and the words of
-- city, name and street without accents.
create table pickup_points (
  id text collate "C" primary key,
  name text not null,
  carrier text collate "C",
  line1 text not null,
  line2 text,
  city text not null,
  region text,
  postal_code text,
  country text collate "C" not null,
  hours text,
  active bool not null default true,
  postal_key text collate "C" not null,
  place_key text not null,
  updated_at timestamptz not null
);
create index pickup_points_near on pickup_points (country, left(postal_key, 2)) where active;

-- The address a shipment left with, of those that had left when the order's address changed. All others have the
-- order's. Erased with its order.
create table shipment_addresses (
  order_number text collate "C" not null,
  shipment text collate "C" not null,
  ship_to json not null,
  primary key (order_number, shipment)
);

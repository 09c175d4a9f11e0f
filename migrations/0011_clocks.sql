-- What happens when a moment comes. Both are found by an index and asked of the order itself, which may have moved on.

-- One row per question to an order: set, moved and forgotten in the commit of facts (docs/decisions/0012-alarms.md).
create table alarms (
  order_number text collate "C" not null,
  -- Which question; what of the order it is about, such as a shipment.
  name text collate "C" not null,
  subject text collate "C" not null,
  due_at timestamptz not null,
  primary key (order_number, name, subject)
);
create index alarms_due on alarms (due_at, order_number, name, subject);

-- When a seller is to be reminded that its day of shipping is near; null: nothing to remind of. A row of its own for
-- every order placed would cost more than a column of one that is written anyway.
alter table order_sellers add column remind_at timestamptz;
create index order_sellers_remind on order_sellers (remind_at, order_number, seller) where remind_at is not null;

-- What a customer's own list of orders is found by. One row per order, written in the commits of its facts.

create table listed_orders (
  order_number text collate "C" primary key,
  placed_at timestamptz not null,
  -- Whose it is: erasable, and kept in step with `contacts` by the trigger below.
  customer text collate "C",
  email text collate "C",
  -- ISO 3166 alpha-2 country it goes to.
  country text collate "C",
  -- Number, titles, SKUs and sellers, folded (src/modules/order-list/words.ts): what the customer searches.
  words text collate "C",
  -- Something is on its way; something has not left; something was canceled.
  coming bool not null,
  unshipped bool not null,
  some_canceled bool not null,
  -- From when on something of it is late; null: nothing that is still to come has a date.
  late_from timestamptz,
  -- Until when something delivered can be sent back; null: nothing delivered, or not all of it yet.
  returnable_until timestamptz
  -- Changes a few times in an order's life, never by a scan on the road, and touches no index: heap-only updates.
) with (fillfactor = 90);

insert into listed_orders
  select s.order_number, s.placed_at, c.customer, lower(normalize(btrim(c.email))), s.state::json #>> '{order,country}',
    E'\n' || lower(s.order_number) || E'\n' || (
      select string_agg(lower(concat_ws(E'\n', line ->> 'title', line ->> 'sku', '@' || (line ->> 'seller'))), E'\n')
      from json_array_elements(s.state::json #> '{order,lines}') line) || E'\n',
    s.status in ('shipped', 'partially_shipped', 'partially_delivered'),
    s.status in ('awaiting_payment', 'invoiced', 'awaiting_packing', 'processing', 'partially_shipped'),
    s.status = 'canceled',
    -- As of the order's next fact to the minute of its zone.
    (s.latest_open + 1)::timestamp at time zone coalesce(s.state::json #>> '{order,time_zone}', 'UTC'),
    null
  from stories s join contacts c using (order_number);

create index listed_orders_customer on listed_orders (customer, placed_at desc, order_number desc)
  where customer is not null;
-- With the customer, so that orders found by their customer already are passed over without being read.
create index listed_orders_email on listed_orders (email, placed_at desc, order_number desc) include (customer)
  where email is not null;
-- Lists by customer read the smaller rows.
drop index stories_customer;

-- An address is changed, and a person forgotten, in `contacts`, by whoever does it: a list that disagreed would show
-- somebody's orders to somebody else. What nobody can list any more is not searched either.
create function follow_contact() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.customer is null and new.email is null) then
    delete from listed_orders where order_number = old.order_number;
  else
    update listed_orders set customer = new.customer, email = lower(normalize(btrim(new.email)))
    where order_number = new.order_number;
  end if;
  return null;
end
$$;
create trigger contacts_changed after update of customer, email on contacts
  for each row when (old.customer is distinct from new.customer or old.email is distinct from new.email)
  execute function follow_contact();
create trigger contacts_deleted after delete on contacts for each row execute function follow_contact();

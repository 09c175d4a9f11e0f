-- With the address, so that an id all of whose orders bear one is told apart from one that is shared without reading a
-- row: the ids of who has an address are asked for with every page about all of somebody's data.
drop index listed_orders_customer;
create index listed_orders_customer on listed_orders (customer, placed_at desc, order_number desc) include (email)
  where customer is not null;

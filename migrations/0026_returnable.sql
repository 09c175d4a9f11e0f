-- What has arrived can be sent back while the rest is still to come: the period has not begun, so it has no end yet
-- (listed_orders.returnable_until is then 'infinity'). Rows of orders of which units are awaited wait for their next fact.

update listed_orders l set returnable_until = 'infinity'
  from stories s, lateral (
    select bool_or((q ->> 'delivered')::int > (q ->> 'returned')::int) as some_here,
      bool_or((q ->> 'delivered')::int < (q ->> 'ordered')::int - (q ->> 'canceled')::int) as some_to_come
    from json_array_elements(s.state::json #> '{order,lines}') line, lateral (select line -> 'quantity') of (q)
  ) units
  where s.order_number = l.order_number and l.returnable_until is null
    and units.some_here and units.some_to_come and s.state::json #> '{withdrawals,declared}' is null;

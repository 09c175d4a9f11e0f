-- Orders under an address that another id bears, found without passing over those of the customer's own id: 10,000 of
-- them were read in the index for each list, and once more for its counts.
drop index listed_orders_email;
create index listed_orders_email on listed_orders (email, customer, placed_at desc, order_number desc)
  where email is not null;

-- What buyers of the shop bought together, and what they buy again and again. Worked out anew every night from the orders
-- themselves. Nothing here is about a person: a pair stands here only when several different people bought both.

create table bought_together (
  sku text collate "C" not null,
  other text collate "C" not null,
  -- How many different people had both in one order.
  buyers int not null,
  -- The higher, the more the two belong together; see src/modules/recommendations/score.ts.
  score real not null,
  primary key (sku, other)
);

create table bought_again (
  sku text collate "C" primary key,
  -- How many different people bought it, and how many of them came back for it in another order.
  buyers int not null,
  came_back int not null
);

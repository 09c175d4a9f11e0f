-- Cases across orders: whose they are, and which wait for an answer. What was said is in `notes`.
create table cases (
  order_number text collate "C" not null,
  id text collate "C" not null,
  seller text collate "C" not null,
  kind text collate "C" not null,
  status text collate "C" not null,
  opened_at timestamptz not null,
  -- By when its seller is to answer; null: nobody waits for it.
  answer_due timestamptz,
  primary key (order_number, id)
);
create index cases_id on cases (id);
create index cases_newest on cases (opened_at desc, order_number desc, id desc);
create index cases_of_seller on cases (seller, opened_at desc, order_number desc, id desc);
-- What a desk has to answer, soonest first.
create index cases_waiting on cases (answer_due, order_number, id) where answer_due is not null;
create index cases_waiting_of_seller on cases (seller, answer_due, order_number, id) where answer_due is not null;

-- What people are told: one notification per fact and person, one delivery per channel (the outbox),
-- what was really sent, and the development inbox.
--
-- Notifications and deliveries are written by the ledger in the commit of their fact: nothing that happened can
-- go untold. Neither holds personal data; the address and the name are read when a message is sent.
-- subject_key comes first in every key: 'order:<number>', 'seller:<id>', 'customer:<id>'.

create table notifications (
  subject_key text collate "C" not null,
  id text collate "C" not null,
  order_number text collate "C",
  fact_version int,
  type text collate "C" not null,
  audience text collate "C" not null,
  -- 'customer' or a seller's id.
  recipient text collate "C" not null,
  locale text collate "C" not null,
  -- 1 most urgent .. 9.
  importance int not null,
  -- References only: shipment, refund, the promise before and after.
  data json not null,
  created_at timestamptz not null,
  primary key (subject_key, id)
);
create index notifications_id on notifications (id);
create index notifications_newest on notifications (created_at desc, id desc);
create index notifications_type on notifications (type, created_at desc, id desc);
create index notifications_recipient on notifications (recipient, created_at desc, id desc)
  where recipient <> 'customer';

create table deliveries (
  subject_key text collate "C" not null,
  notification_id text collate "C" not null,
  channel text collate "C" not null,
  status text collate "C" not null default 'waiting'
    check (status in ('waiting', 'sending', 'sent', 'suppressed', 'failed')),
  importance int not null,
  -- When it may be tried next; of a settled one, when it was settled.
  due_at timestamptz not null,
  -- Tries that count: one that met a dead mail server is given back.
  attempts int not null default 0,
  -- Why the last try failed or why nothing is sent: a code, never an address.
  last_error text,
  -- A worker that does not record by then is taken for dead, and its messages go again.
  lease_until timestamptz,
  sent_at timestamptz,
  message_id text collate "C",
  -- How often a person asked for it again after it had been sent: each gets a Message-ID of its own.
  resends int not null default 0,
  primary key (subject_key, notification_id, channel)
) with (
  fillfactor = 70,
  -- Every row is updated twice in its life; the queue's index is only short if the dead ones go soon.
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_vacuum_insert_scale_factor = 0.1
);
-- The queue. Read one importance at a time, so that rows not yet due cost nothing to those behind them.
create index deliveries_waiting on deliveries (channel, importance, due_at) where status = 'waiting';
create index deliveries_sending on deliveries (lease_until) where status = 'sending';
create index deliveries_unsent on deliveries (status, due_at desc) where status in ('failed', 'suppressed');

-- The switch of each channel, one for all processes: paused by a person, or its provider is away.
create table channels (
  channel text collate "C" primary key,
  paused_at timestamptz,
  away_since timestamptz,
  -- Tries in a row that found nobody: the pause before the next one grows with it.
  failures int not null default 0,
  next_try_at timestamptz,
  away_reason text
);
insert into channels (channel) values ('email');

-- Word for word what was sent: JSON { to, subject, headers, html, text }, compressed, kept for a time, erased
-- with its subject.
create table sent_messages (
  subject_key text collate "C" not null,
  notification_id text collate "C" not null,
  channel text collate "C" not null,
  body bytea not null,
  sent_at timestamptz not null,
  primary key (subject_key, notification_id, channel)
);
alter table sent_messages alter column body set storage external;
create index sent_messages_sent on sent_messages (sent_at);

-- Where mail goes as long as no mail server is set.
create table dev_inbox (
  id bigint generated always as identity primary key,
  message_id text collate "C" not null unique,
  subject_key text collate "C" not null,
  order_number text collate "C",
  type text collate "C" not null,
  recipient text not null,
  subject text not null,
  body bytea not null,
  received_at timestamptz not null
);
alter table dev_inbox alter column body set storage external;
create index dev_inbox_order on dev_inbox (order_number, id desc) where order_number is not null;

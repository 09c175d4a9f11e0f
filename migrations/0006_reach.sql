-- How and when each person wants to be told, and which further channels a message takes.

-- A person: 'customer:<id>', 'order:<number>' (a guest), 'seller:<id>'. `type` spares the operator's page a join.
alter table deliveries
  add column person text collate "C" not null default '',
  add column type text collate "C" not null default '',
  -- Why its time has not come: 'quiet_hours' or 'digest'.
  add column held_for text collate "C",
  -- The digest it leaves in: set before that is written, so that a digest written twice says the same.
  add column digest_id text collate "C";
alter table deliveries drop constraint deliveries_status_check;
alter table deliveries add constraint deliveries_status_check
  check (status in ('waiting', 'sending', 'sent', 'suppressed', 'failed', 'held'));
-- What gathers for a person's next digest.
create index deliveries_held on deliveries (person, channel) where status = 'held';
create index deliveries_waiting_types on deliveries (channel, type) where status in ('waiting', 'sending', 'held');

create table preferences (
  person text collate "C" primary key,
  -- BCP 47 and IANA; null: those of the order.
  locale text collate "C",
  time_zone text collate "C",
  -- JSON as in the contract: { email, sms, push }, { <type>: { <channel>: instant | digest | off } }.
  channels json not null,
  types json not null,
  -- '22:00' in the person's zone; both or neither.
  quiet_from text,
  quiet_to text,
  digest_at text not null,
  updated_at timestamptz not null
);

-- The channels a person has beside e-mail: a notification gets a delivery on each in the commit of its fact.
create table reach (
  person text collate "C" not null,
  channel text collate "C" not null,
  primary key (person, channel)
);

insert into channels (channel) values ('sms'), ('push') on conflict do nothing;

-- The development inbox takes what every channel without a provider would have sent.
alter table dev_inbox add column channel text collate "C" not null default 'email';

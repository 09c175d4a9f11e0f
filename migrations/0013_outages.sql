-- When the provider of a channel was away, and how many messages waited when it came back: what a shop owner who just
-- lost a mail server wants to read.
create table outages (
  channel text collate "C" not null,
  away_at timestamptz not null,
  back_at timestamptz,
  reason text,
  -- How many waited when it was back; they are sent at a set rate from then on.
  waited int,
  primary key (channel, away_at)
);

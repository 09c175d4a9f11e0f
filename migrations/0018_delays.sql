-- When somebody is to look whether an order is late: the end of the first promised day of what has not left, where it
-- goes. Written with the snapshot; null as soon as nothing is left to be said.
alter table stories add column late_at timestamptz;
create index stories_late on stories (late_at) where late_at is not null;

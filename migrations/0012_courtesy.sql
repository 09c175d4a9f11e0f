-- What a person's wishes hold, and why a delivery is in the line other than by its fact.

-- 'asked': a person had it sent again, so that wishes no longer count. 'fallback': another channel could not carry a
-- mandatory one, so that it cannot be switched off here.
alter table deliveries add column cause text collate "C";

-- What is held is decided anew when its reader's wishes change.
drop index deliveries_held;
create index deliveries_held on deliveries (person) where held_for is not null;
-- What leaves in a digest, and settles with it.
create index deliveries_digest on deliveries (digest_id) where digest_id is not null;

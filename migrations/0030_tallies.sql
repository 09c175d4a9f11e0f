-- How often something failed, or was mailed, lately: counted for all processes together. What goes well is not counted,
-- so nobody who makes no mistake costs a write. After a crash of the server it is empty, which harms nobody.
create unlogged table tallies (
  -- Keyed hash of what is limited and of whom: a network, an address.
  key bytea not null,
  -- Beginning of the window that was counted in.
  began_at timestamptz not null,
  count integer not null,
  expires_at timestamptz not null,
  primary key (key, began_at)
) with (fillfactor = 70);
create index tallies_expires on tallies (expires_at);

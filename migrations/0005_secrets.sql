-- What links and sessions are signed with. The newest row signs; every row that is not retired still verifies,
-- so a new secret can be put in (insert a row) days before the old one is taken out (set retired_at).
create table secrets (
  -- Short and public: it travels in front of what it signed.
  id text collate "C" primary key,
  secret bytea not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz
);

-- Text messages: what is known about phone numbers, without the numbers.

-- What numbers are hashed with, made once. It is never rotated: nobody could hash the numbers of those who said STOP
-- anew, and a STOP must hold. Two random UUIDs are 244 bits.
create table phone_key (
  single boolean primary key default true check (single),
  key bytea not null
);
insert into phone_key (key)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

create table phones (
  -- HMAC-SHA256 of the number in E.164. Outlives the erasure of its owner: so does the wish to be left alone.
  phone bytea primary key,
  -- It said STOP, and not START since.
  opted_out_at timestamptz,
  -- Its network said that texts cannot reach it.
  unreachable_at timestamptz,
  -- When a text last told it how to stop.
  told_how_to_stop_at timestamptz,
  -- The language of its last text: answers to STOP and HELP are in it.
  locale text collate "C",
  -- Ids of the last messages it sent, so that one delivered twice by a gateway counts once.
  messages text[] not null default '{}'
);

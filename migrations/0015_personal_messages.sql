-- What messages about no order are written from: whom they go to, and what they say. Personal, and so beside the
-- notification, which holds none of it. Those with a secret in them are deleted as soon as it is worth nothing.
create table personal_messages (
  subject_key text collate "C" not null,
  notification_id text collate "C" not null,
  email text not null,
  -- IANA; where the reader is, for the dates in it.
  time_zone text collate "C" not null,
  data json not null,
  -- After this it is not sent any more, and not kept.
  expires_at timestamptz,
  created_at timestamptz not null,
  primary key (subject_key, notification_id)
);
create index personal_messages_expires on personal_messages (expires_at) where expires_at is not null;
create index personal_messages_created on personal_messages (created_at);

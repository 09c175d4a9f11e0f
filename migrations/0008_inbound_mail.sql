-- What comes back: mails to us as they came, what is known of addresses, and what people wrote.

-- What addresses are hashed with, made once. It is never rotated: nobody could hash the addresses anew that bounced or
-- complained, and that must hold. Two random UUIDs are 244 bits.
create table address_key (
  single boolean primary key default true check (single),
  key bytea not null
);
insert into address_key (key)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

create table addresses (
  -- HMAC-SHA256 of the address in small letters. Outlives the erasure of its owner: so does the wish to be left alone.
  address bytea primary key,
  -- No mail reaches it, and since when we know. A person may lift that.
  stopped_at timestamptz,
  -- Why: a word and a code of RFC 3463.
  stopped_for text collate "C",
  stopped_status text collate "C",
  -- Its reader called a mail of ours spam, or asked for no more.
  complained_at timestamptz,
  -- Days in a row (a month without ends the row) on which a mail could not be delivered for the moment.
  soft_days int not null default 0,
  soft_first_at timestamptz,
  soft_last_at timestamptz
);
create index addresses_stopped on addresses (stopped_at desc) where stopped_at is not null;

-- Mails as they came, kept before the sender is told so. Read afterwards: a mistake of ours can be mended and the mail
-- read again.
create table inbound_mails (
  id uuid primary key default gen_random_uuid(),
  -- HMAC of recipient and content without the trace of its way: a mail server that did not hear our answer repeats it.
  digest bytea not null unique,
  received_at timestamptz not null,
  -- Ours: what stands before the @.
  recipient text collate "C" not null,
  -- '' is the null sender. Personal.
  envelope_sender text not null,
  -- zstd. Personal.
  body bytea not null,
  handled_at timestamptz,
  kind text collate "C",
  reason text collate "C",
  status text collate "C",
  -- Whose it is, once that is known: erased with it.
  subject_key text collate "C",
  notification_id text collate "C"
);
alter table inbound_mails alter column body set storage external;
create index inbound_mails_unhandled on inbound_mails (received_at) where handled_at is null;
create index inbound_mails_oldest on inbound_mails (received_at);
create index inbound_mails_subject on inbound_mails (subject_key) where subject_key is not null;

-- What people wrote to us. Personal: erased with its subject.
create table replies (
  -- 'order:<number>'; '' as long as nobody knows what it is about.
  subject_key text collate "C" not null,
  id uuid not null,
  -- The message of ours it answers.
  notification_id text collate "C",
  received_at timestamptz not null,
  -- JSON { from, subject, text, quoted, attachments: [{ name, type }] }, zstd.
  body bytea not null,
  -- When a person said that it is dealt with.
  settled_at timestamptz,
  primary key (subject_key, id)
);
alter table replies alter column body set storage external;
create index replies_newest on replies (received_at desc, id desc);
create index replies_open on replies (received_at desc, id desc) where settled_at is null;

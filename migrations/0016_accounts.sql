-- Who signs in. Buyers and the people behind the desks have tables of their own, so that nothing a buyer's door does
-- can ever open a desk. Most of it is written by better-auth (src/modules/accounts/auth): test/accounts/schema.test.ts
-- asks it whether anything is missing.

create table customer_accounts (
  id text collate "C" primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  -- The shop's own id of this customer, when it signed them in.
  customer text collate "C" unique,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);

create table customer_sessions (
  id text collate "C" primary key,
  token text collate "C" not null unique,
  account_id text collate "C" not null references customer_accounts on delete cascade,
  -- How they proved who they are, and when they did so last: the second step for money and settings asks.
  proof text collate "C",
  proven_at timestamptz,
  -- The end, whatever they do; idle ones end earlier, counted from updated_at.
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  -- Always empty: we need no address. The browser's name, not all that it says of itself.
  ip_address text,
  user_agent text
);
create index customer_sessions_account on customer_sessions (account_id);
create index customer_sessions_expires on customer_sessions (expires_at);

create table customer_passwords (
  id text collate "C" primary key,
  account_id text collate "C" not null references customer_accounts on delete cascade,
  -- better-auth keeps here who vouches for somebody; for us it is always its own "credential".
  provider_id text collate "C" not null,
  provider_account_id text collate "C" not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index customer_passwords_account on customer_passwords (account_id);

-- Challenges of passkeys, and sign-ins that stand between password and second factor.
create table customer_challenges (
  id text collate "C" primary key,
  identifier text collate "C" not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index customer_challenges_identifier on customer_challenges (identifier);
create index customer_challenges_expires on customer_challenges (expires_at);

create table customer_passkeys (
  id text collate "C" primary key,
  name text,
  public_key text not null,
  account_id text collate "C" not null references customer_accounts on delete cascade,
  credential_id text collate "C" not null,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index customer_passkeys_account on customer_passkeys (account_id);
create index customer_passkeys_credential on customer_passkeys (credential_id);

create table staff_accounts (
  id text collate "C" primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  -- 'seller' or 'operator'
  kind text collate "C" not null,
  -- The seller they work for.
  seller text collate "C",
  -- 'owner', 'staff' or 'viewer'
  role text collate "C" not null,
  -- Of the demonstration shop: signs in by mailed code alone.
  demonstration boolean not null default false,
  two_factor_enabled boolean,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);

create table staff_sessions (
  id text collate "C" primary key,
  token text collate "C" not null unique,
  account_id text collate "C" not null references staff_accounts on delete cascade,
  -- How they proved who they are, and when they did so last: the second step for money and settings asks.
  proof text collate "C",
  proven_at timestamptz,
  -- The end, whatever they do; idle ones end earlier, counted from updated_at.
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  -- Always empty: we need no address. The browser's name, not all that it says of itself.
  ip_address text,
  user_agent text
);
create index staff_sessions_account on staff_sessions (account_id);
create index staff_sessions_expires on staff_sessions (expires_at);

create table staff_passwords (
  id text collate "C" primary key,
  account_id text collate "C" not null references staff_accounts on delete cascade,
  -- better-auth keeps here who vouches for somebody; for us it is always its own "credential".
  provider_id text collate "C" not null,
  provider_account_id text collate "C" not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index staff_passwords_account on staff_passwords (account_id);

-- Challenges of passkeys, and sign-ins that stand between password and second factor.
create table staff_challenges (
  id text collate "C" primary key,
  identifier text collate "C" not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index staff_challenges_identifier on staff_challenges (identifier);
create index staff_challenges_expires on staff_challenges (expires_at);

create table staff_passkeys (
  id text collate "C" primary key,
  name text,
  public_key text not null,
  account_id text collate "C" not null references staff_accounts on delete cascade,
  credential_id text collate "C" not null,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index staff_passkeys_account on staff_passkeys (account_id);
create index staff_passkeys_credential on staff_passkeys (credential_id);

create table staff_authenticators (
  id text collate "C" primary key,
  secret text not null,
  backup_codes text not null,
  account_id text collate "C" not null references staff_accounts on delete cascade,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
create index staff_authenticators_account on staff_authenticators (account_id);
create index staff_authenticators_secret on staff_authenticators (secret);

create table invitations (
  id text collate "C" primary key,
  -- SHA-256 of what stands in the link.
  token_hash bytea not null unique,
  kind text collate "C" not null,
  email text not null,
  seller text collate "C",
  role text collate "C" not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz
);

-- Codes of six digits that show who reads a mailbox, for one browser each: it holds the ticket.
create table mailed_codes (
  -- SHA-256 of the ticket.
  id bytea primary key,
  -- What it opens: 'sign_in', 'order <number>', 'email <account>'
  purpose text collate "C" not null,
  email text not null,
  -- HMAC-SHA256 under a key of this server: six digits alone would be found by trying them all.
  code_hash bytea not null,
  tries_left smallint not null,
  expires_at timestamptz not null
);
create index mailed_codes_email on mailed_codes (email, expires_at);
create index mailed_codes_expires on mailed_codes (expires_at);

-- What works once and was used: codes of authenticators, a shop's sign-in tokens.
create table spent (
  key text collate "C" primary key,
  expires_at timestamptz not null
);
create index spent_expires on spent (expires_at);

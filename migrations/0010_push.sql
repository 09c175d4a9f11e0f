-- Web Push: the devices of each person, and the key this installation is known by at push services.

create table push_devices (
  -- 'order:<number>': a guest's device is told about that order; 'customer:<id>'.
  person text collate "C" not null,
  -- SHA-256 of the endpoint: a name for the device that may be shown, which the endpoint must not be.
  id text collate "C" not null,
  -- Whoever has it can make the device ring: a secret, like the two keys that only device and server know.
  endpoint text not null,
  p256dh bytea not null,
  auth bytea not null,
  -- The VAPID key it was made for: no other can reach it.
  server_key text collate "C" not null,
  -- Of the order when it was added: raising contacts.access_epoch ends what the device is told.
  access_epoch int,
  locale text collate "C" not null,
  -- "Firefox", "Chrome": to recognize one's own devices by.
  browser text collate "C" not null,
  created_at timestamptz not null,
  -- Its push service has not taken anything since then.
  failing_since timestamptz,
  primary key (person, id)
);
-- The same browser, told about several orders, gets a new endpoint for all of them at once.
create index push_devices_id on push_devices (id);
create index push_devices_created on push_devices (created_at);

-- One row: made at the first start unless the settings bring one. Changing it makes every device unreachable.
create table vapid_keys (
  the_only boolean primary key default true check (the_only),
  -- The 32 bytes of a P-256 private key.
  private_key bytea not null,
  created_at timestamptz not null
);

import type { Holds, PersonalTable } from '../personal-table.ts';

const SESSION: Record<string, Holds> = {
  id: 'key',
  token: 'secret',
  account_id: 'key',
  proof: 'key',
  proven_at: 'key',
  expires_at: 'key',
  created_at: 'key',
  updated_at: 'key',
  ip_address: 'personal',
  user_agent: 'personal',
};
const PASSWORD: Record<string, Holds> = {
  id: 'key',
  account_id: 'key',
  provider_id: 'key',
  provider_account_id: 'key',
  password: 'secret',
  access_token: 'secret',
  refresh_token: 'secret',
  id_token: 'secret',
  access_token_expires_at: 'key',
  refresh_token_expires_at: 'key',
  scope: 'key',
  created_at: 'key',
  updated_at: 'key',
};
const CHALLENGE: Record<string, Holds> = {
  id: 'key',
  identifier: 'secret',
  value: 'secret',
  expires_at: 'key',
  created_at: 'key',
  updated_at: 'key',
};
const PASSKEY: Record<string, Holds> = {
  id: 'key',
  name: 'personal',
  public_key: 'secret',
  account_id: 'key',
  credential_id: 'secret',
  counter: 'key',
  device_type: 'personal',
  backed_up: 'personal',
  transports: 'personal',
  aaguid: 'key',
  created_at: 'key',
};

const of_account: PersonalTable['of'] = ({ keys }) => `'account:' || t.account_id = any(${keys})`;
const erase: PersonalTable['erase'] = [{ delete: true }];

/** Buyers who sign in. */
const CUSTOMERS: readonly PersonalTable[] = [
  { table: 'customer_sessions', columns: SESSION, of: of_account, erase },
  { table: 'customer_passkeys', columns: PASSKEY, of: of_account, erase },
  { table: 'customer_passwords', columns: PASSWORD, of: of_account, erase },
  {
    table: 'customer_challenges',
    columns: CHALLENGE,
    // Minutes old at most; written by better-auth, which puts the account or its address into them.
    of: ({ keys, emails }) => `exists (
      select from (select substr(k, ${'account:'.length + 1}) from unnest(${keys}) k where k like 'account:%'
                   union all select unnest(${emails})) named(what)
      where what <> '' and position(what in lower(t.identifier || ' ' || t.value)) > 0)`,
    erase,
    unexported: true,
  },
  {
    table: 'mailed_codes',
    columns: {
      id: 'hash',
      purpose: 'key',
      email: 'personal',
      code_hash: 'hash',
      tries_left: 'key',
      expires_at: 'key',
    },
    of: ({ emails }) => `lower(t.email) = any(${emails})`,
    erase,
    unexported: true,
  },
  {
    table: 'customer_accounts',
    columns: {
      id: 'key',
      name: 'personal',
      email: 'personal',
      emails_before: 'personal',
      email_verified: 'key',
      image: 'personal',
      customer: 'personal',
      created_at: 'key',
      updated_at: 'key',
    },
    of: ({ keys }) => `'account:' || t.id = any(${keys})`,
    erase,
  },
];

const of_nobody = () => 'false';
const kept = { kept: 'People who work here: an owner of the shop or of the seller removes them.' };

/** People behind the desks are no buyers: what a buyer asks for never touches them. */
const STAFF: readonly PersonalTable[] = [
  { table: 'staff_sessions', columns: SESSION, of: of_nobody, erase: kept, unexported: true },
  { table: 'staff_passkeys', columns: PASSKEY, of: of_nobody, erase: kept, unexported: true },
  { table: 'staff_passwords', columns: PASSWORD, of: of_nobody, erase: kept, unexported: true },
  { table: 'staff_challenges', columns: CHALLENGE, of: of_nobody, erase: kept, unexported: true },
  {
    table: 'staff_authenticators',
    columns: {
      id: 'key',
      secret: 'secret',
      backup_codes: 'secret',
      account_id: 'key',
      verified: 'key',
      failed_verification_count: 'key',
      locked_until: 'key',
    },
    of: of_nobody,
    erase: kept,
    unexported: true,
  },
  {
    table: 'staff_accounts',
    columns: {
      id: 'key',
      name: 'personal',
      email: 'personal',
      email_verified: 'key',
      image: 'personal',
      kind: 'key',
      seller: 'key',
      role: 'key',
      demonstration: 'key',
      two_factor_enabled: 'key',
      signed_in_at: 'personal',
      created_at: 'key',
      updated_at: 'key',
    },
    of: of_nobody,
    erase: kept,
    unexported: true,
  },
  {
    table: 'invitations',
    columns: {
      id: 'key',
      token_hash: 'hash',
      kind: 'key',
      email: 'personal',
      name: 'personal',
      seller: 'key',
      role: 'key',
      created_at: 'key',
      expires_at: 'key',
      accepted_at: 'key',
    },
    of: of_nobody,
    erase: kept,
    unexported: true,
  },
];

export const ACCOUNT_TABLES: readonly PersonalTable[] = [...CUSTOMERS, ...STAFF];

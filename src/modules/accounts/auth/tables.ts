import type { BetterAuthOptions } from 'better-auth';

/** Whose tables: buyers, or the people behind the desks. */
export type Realm = 'customer' | 'staff';

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;
const of_account = { userId: 'account_id' } as const;

/** Our names for better-auth's tables and columns: migrations/0016_accounts.sql. */
export function tablesOf(realm: Realm) {
  return {
    user: {
      modelName: `${realm}_accounts`,
      fields: { ...times, emailVerified: 'email_verified' },
    },
    session: {
      modelName: `${realm}_sessions`,
      fields: {
        ...times,
        ...of_account,
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    account: {
      modelName: `${realm}_passwords`,
      fields: {
        ...times,
        ...of_account,
        providerId: 'provider_id',
        accountId: 'provider_account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { modelName: `${realm}_challenges`, fields: { ...times, expiresAt: 'expires_at' } },
  } satisfies Partial<BetterAuthOptions>;
}

export function passkeyTable(realm: Realm) {
  return {
    passkey: {
      modelName: `${realm}_passkeys`,
      fields: {
        ...of_account,
        publicKey: 'public_key',
        credentialID: 'credential_id',
        deviceType: 'device_type',
        backedUp: 'backed_up',
        createdAt: 'created_at',
      },
    },
  };
}

export const authenticator_tables = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'staff_authenticators',
    fields: {
      ...of_account,
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
};

import { randomInt } from 'node:crypto';
import { APIError } from '@better-auth/core/error';
import { passkey } from '@better-auth/passkey';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Clock } from '../../../lib/clock.ts';
import { browserOf } from '../../devices/index.ts';
import { absolute_ms, isComplete, type Proof } from '../session.ts';
import { rememberSignIn } from '../staff.ts';
import { openSession } from './open-session.ts';
import { authPath, cookiePrefix, type DoorOptions, password_length_min, secretsFor } from './options.ts';
import { authenticator_tables, passkeyTable, type Realm, tablesOf } from './tables.ts';

const password_length_max = 128;
const two_factor_seconds = 300;

/** Buyers: no passwords. better-auth keeps their sessions and passkeys. */
export function openCustomerDoor(options: DoorOptions) {
  return betterAuth({
    ...common(options, 'customer'),
    plugins: [openSession(), passkeys(options, 'customer')],
  });
}

/** Sellers and operators: passkeys that ask who holds them, or a password with an authenticator's code. */
export function openStaffDoor(options: DoorOptions) {
  const shared = common(options, 'staff');
  return betterAuth({
    ...shared,
    user: {
      ...shared.user,
      additionalFields: {
        kind: { type: 'string', required: true, input: false },
        seller: { type: 'string', required: false, input: false },
        role: { type: 'string', required: true, input: false },
        demonstration: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: password_length_min,
      maxPasswordLength: password_length_max,
    },
    plugins: [
      openSession(),
      passkeys(options, 'staff'),
      twoFactor({
        issuer: options.shop,
        twoFactorCookieMaxAge: two_factor_seconds,
        schema: authenticator_tables,
        backupCodeOptions: { customBackupCodesGenerate: backupCodes },
      }),
    ],
  });
}

const backup_codes = 10;
const backup_code_length = 10;
/** Nothing that a hand-written note could make into something else: 5 bits a letter, 50 a code. */
const backup_letters = 'abcdefghjkmnpqrstuvwxyz23456789';

function backupCodes(): string[] {
  const letters = (length: number) =>
    Array.from({ length }, () => backup_letters[randomInt(backup_letters.length)]).join('');
  const half = backup_code_length / 2;
  return Array.from({ length: backup_codes }, () => `${letters(half)}-${letters(half)}`);
}

function common(options: DoorOptions, realm: Realm) {
  const { origin, pathname, protocol } = new URL(options.public_url);
  const base = pathname.replace(/\/$/, '');
  const secure = protocol === 'https:';
  const tables = tablesOf(realm);
  return {
    appName: options.shop,
    baseURL: origin,
    basePath: authPath(realm),
    database: options.database,
    ...secretsFor(options.secrets),
    ...tables,
    ...(realm === 'customer'
      ? {
          user: {
            ...tables.user,
            additionalFields: { customer: { type: 'string', required: false, unique: true, input: false } },
          },
        }
      : {}),
    session: {
      ...tables.session,
      additionalFields: {
        proof: { type: 'string', required: false, input: false },
        proven_at: { type: 'date', required: false, input: false },
      },
      expiresIn: absolute_ms[realm] / 1000,
      // Idle ones are ended by sessions.ts, and whether one is fresh is asked by `isFresh`.
      disableSessionRefresh: true,
      freshAge: 0,
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: stamped(session, context?.path, realm, options.clock),
          }),
          after: async ({ userId, proof }) => {
            if (realm !== 'staff' || !isComplete(realm, proof as Proof)) return;
            await rememberSignIn(options.database, userId, options.clock.now());
          },
        },
      },
    },
    advanced: {
      cookiePrefix: cookiePrefix(realm, secure, base),
      // It would put `__Secure-` in front; ours says more.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, path: base || '/', sameSite: 'lax', httpOnly: true },
      ipAddress: { disableIpTracking: true },
    },
    // Counted by our own pages, by network and by account.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies BetterAuthOptions;
}

const PROOFS: Readonly<Record<string, Proof>> = {
  '/sign-in/email': 'password',
  '/passkey/verify-authentication': 'passkey',
  '/two-factor/verify-totp': 'authenticator',
  '/two-factor/verify-backup-code': 'backup_code',
};

/** Our clock, our lifetimes, and how they proved who they are. */
function stamped(session: Record<string, unknown>, path: string | undefined, realm: Realm, clock: Clock) {
  const now_ms = clock.now();
  const now = new Date(now_ms);
  return {
    ...session,
    createdAt: now,
    updatedAt: now,
    expiresAt: new Date(now_ms + absolute_ms[realm]),
    proof: PROOFS[path ?? ''] ?? session.proof ?? null,
    proven_at: now,
    userAgent: browserOf(String(session.userAgent ?? '')),
  } as never;
}

function passkeys({ public_url, shop }: DoorOptions, realm: Realm) {
  const { origin, hostname } = new URL(public_url);
  // A desk wants two factors at once: the device, and whoever unlocks it.
  const strict = realm === 'staff';
  const refuse = () => {
    throw new APIError('BAD_REQUEST', { message: 'The authenticator did not ask who holds it.' });
  };
  return passkey({
    rpID: hostname,
    rpName: shop,
    origin,
    schema: passkeyTable(realm),
    advanced: { webAuthnChallengeCookie: 'passkey' },
    authenticatorSelection: {
      residentKey: 'required',
      userVerification: strict ? 'required' : 'preferred',
    },
    registration: {
      afterVerification: async ({ verification }) => {
        if (strict && !verification.registrationInfo?.userVerified) refuse();
      },
    },
    authentication: {
      afterVerification: async ({ verification }) => {
        if (strict && !verification.authenticationInfo.userVerified) refuse();
      },
    },
  });
}

export type CustomerDoor = ReturnType<typeof openCustomerDoor>;
export type StaffDoor = ReturnType<typeof openStaffDoor>;

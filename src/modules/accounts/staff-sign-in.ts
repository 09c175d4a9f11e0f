import { hash } from 'node:crypto';
import type { Database } from '../../lib/database.ts';
import type { Accounts } from './accounts.ts';
import { withoutCookie } from './auth/cookie.ts';
import type { SignedIn } from './session.ts';
import { endSessions, endToken, renewProof } from './sessions.ts';
import { spend } from './spent.ts';

/** A code of an authenticator is right for three of its half minutes. */
const code_life_ms = 150_000;

interface Parts {
  accounts: Accounts;
  database: Database;
}

/**
 * The first half of a sign-in: address and password. @returns the cookies in which the second half is awaited; null:
 * they do not match, or there is no authenticator, without which a password opens nothing
 */
export async function enterPassword(
  { accounts, database }: Parts,
  typed: { email: string; password: string },
  headers: Headers,
): Promise<string[] | null> {
  const { api } = await accounts.staff();
  const answer = await api.signInEmail({ body: typed, headers, asResponse: true });
  if (!answer.ok) return null;
  const said = (await answer.json()) as { twoFactorRedirect?: boolean; token?: string };
  if (said.twoFactorRedirect) return answer.headers.getSetCookie();
  if (said.token) await endToken(database, 'staff', said.token);
  return null;
}

/** The second half: six digits, or a backup code. @returns whose it is, and the session's cookies; null: it does not fit */
export async function enterSecondCode(
  parts: Parts,
  code: string,
  headers: Headers,
  now_ms: number,
): Promise<{ email: string; cookies: string[] } | null> {
  const { accounts, database } = parts;
  // With an older session in the request better-auth would confirm that one, and begin none.
  const asked = withoutCookie(headers, accounts.cookieName('staff'));
  const digits = digitsOf(code);
  const { api } = await accounts.staff();
  const answer =
    digits === null
      ? await api.verifyBackupCode({
          body: { code: code.trim() },
          headers: asked,
          asResponse: true,
        })
      : await api.verifyTOTP({ body: { code: digits }, headers: asked, asResponse: true });
  if (!answer.ok) return null;
  const { user, token } = (await answer.json()) as { user: { id: string; email: string }; token: string };
  if (digits !== null && !(await isNew(database, user.id, digits, now_ms))) {
    await endToken(database, 'staff', token);
    return null;
  }
  await accounts.endCurrent('staff', headers);
  return { email: user.email, cookies: answer.headers.getSetCookie() };
}

/** The second step of somebody who is signed in. False: the code does not fit, or was used before. */
export async function confirmWithCode(
  { accounts, database }: Parts,
  person: SignedIn,
  code: string,
  headers: Headers,
  now_ms: number,
): Promise<boolean> {
  const digits = digitsOf(code);
  if (digits === null || !(await hasAuthenticator(database, person.id))) return false;
  const { api } = await accounts.staff();
  const answer = await api.verifyTOTP({ body: { code: digits }, headers, asResponse: true });
  if (!answer.ok || !(await isNew(database, person.id, digits, now_ms))) return false;
  await renewProof(database, 'staff', person.session, 'authenticator', now_ms);
  return true;
}

function digitsOf(code: string): string | null {
  const digits = code.replace(/\s/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** ASVS 5.0, 6.5.1: a code is used once, though it stays right for a while. */
function isNew(database: Database, account: string, digits: string, now_ms: number): Promise<boolean> {
  return spend(database, `code ${hash('sha256', `${account} ${digits}`)}`, now_ms + code_life_ms);
}

export interface AuthenticatorSetup {
  /** `otpauth://`: what its QR code says. */
  uri: string;
  /** The same for typing: base 32. */
  secret: string;
  backup_codes: readonly string[];
}

/**
 * Begins an authenticator: its secret waits until a code of it was typed. Who has no password yet gets this one.
 * @returns null: the password is too short, or not theirs
 */
export async function beginAuthenticator(
  { accounts }: Parts,
  password: string,
  headers: Headers,
): Promise<AuthenticatorSetup | null> {
  const { api } = await accounts.staff();
  // Refused where they have one: then this must be it, which is asked next.
  await api.setPassword({ body: { newPassword: password }, headers, asResponse: true });
  const answer = await api.enableTwoFactor({ body: { password }, headers, asResponse: true });
  if (!answer.ok) return null;
  const { totpURI, backupCodes } = (await answer.json()) as { totpURI: string; backupCodes: string[] };
  return {
    uri: totpURI,
    secret: new URL(totpURI).searchParams.get('secret') ?? '',
    backup_codes: backupCodes,
  };
}

/** Ends the setting up with a first code. @returns the cookies of a new session; null: the code does not fit */
export async function finishAuthenticator(
  { accounts, database }: Parts,
  person: SignedIn,
  code: string,
  headers: Headers,
  now_ms: number,
): Promise<string[] | null> {
  const digits = digitsOf(code);
  if (digits === null) return null;
  const { api } = await accounts.staff();
  const answer = await api.verifyTOTP({ body: { code: digits }, headers, asResponse: true });
  if (!answer.ok || !(await isNew(database, person.id, digits, now_ms))) return null;
  return answer.headers.getSetCookie();
}

/**
 * Gives somebody who is signed in another password, and ends every session of theirs but this one.
 * @returns false: the old one is not theirs, or the new one too short
 */
export async function changePassword(
  { accounts, database }: Parts,
  person: SignedIn,
  typed: { old_password: string; new_password: string },
  headers: Headers,
): Promise<boolean> {
  const { api } = await accounts.staff();
  // It would begin another session for the one it is asked in, which had proved nothing: we end the others ourselves.
  const body = {
    currentPassword: typed.old_password,
    newPassword: typed.new_password,
    revokeOtherSessions: false,
  };
  const answer = await api.changePassword({ body, headers, asResponse: true });
  if (!answer.ok) return false;
  await endSessions(database, 'staff', person.id, { but: person.session });
  return true;
}

export async function hasAuthenticator(database: Database, account: string): Promise<boolean> {
  const { rows } = await database.query(
    'select exists (select from staff_authenticators where account_id = $1 and verified) as has',
    [account],
  );
  return rows[0].has;
}

/** Removes it with the password, which opens nothing without it. */
export async function removeAuthenticator(database: Database, account: string): Promise<void> {
  await database.query(
    `with authenticators as (delete from staff_authenticators where account_id = $1),
          passwords as (delete from staff_passwords where account_id = $1)
     update staff_accounts set two_factor_enabled = false where id = $1`,
    [account],
  );
}

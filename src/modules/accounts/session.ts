import type { Account } from './account.ts';
import type { Realm } from './auth/tables.ts';

/** How somebody proved who they are. A `password` alone, or an `invitation`, opens no desk yet. */
export type Proof =
  | 'mailed_code'
  | 'shop'
  | 'passkey'
  | 'authenticator'
  | 'backup_code'
  | 'password'
  | 'invitation'
  | 'demonstration';

/** An account in this browser. */
export interface SignedIn extends Account {
  /** What they want to be called; empty: nobody asked. */
  name: string;
  /** The session's id: it is shown, unlike its token. */
  session: string;
  proof: Proof;
  proven_at_ms: number;
  /** False: invited, and still without a passkey or an authenticator. They may add one, and nothing else. */
  complete: boolean;
  /** Of the demonstration shop. */
  demonstration: boolean;
}

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const day_ms = 24 * hour_ms;

/** A session ends after this, whatever its holder does (ASVS 5.0, 7.3.2). */
export const absolute_ms: Readonly<Record<Realm, number>> = { customer: 90 * day_ms, staff: 12 * hour_ms };

/** A session ends when nobody used it for this long (ASVS 5.0, 7.3.1). */
export const idle_ms: Readonly<Record<Realm, number>> = { customer: 30 * day_ms, staff: hour_ms };

/** Its last use is written down at most this often. */
export const touched_every_ms: Readonly<Record<Realm, number>> = { customer: day_ms, staff: minute_ms };

/** Money, settings and ways to sign in want a proof no older than this. */
export const fresh_ms = 10 * minute_ms;

/** Whether they proved a moment ago that it is still they who sit there. */
export function isFresh({ proven_at_ms, complete }: SignedIn, now_ms: number): boolean {
  return complete && now_ms - proven_at_ms < fresh_ms;
}

const STAFF_PROOFS: readonly Proof[] = ['passkey', 'authenticator', 'backup_code', 'demonstration'];

/** Whether what they proved is enough behind their door. */
export function isComplete(realm: Realm, proof: Proof): boolean {
  return realm === 'customer' || STAFF_PROOFS.includes(proof);
}

import type { Account } from './account.ts';

/** Who has signed in, as the pages ask it. */
export interface Accounts {
  /** @param cookies the request's `Cookie` header; without a cookie of ours nothing is asked of the database */
  whoIs(cookies: string | undefined, now_ms: number): Promise<Account | null>;
}

/** Where nobody can sign in. */
export const nobody: Accounts = { whoIs: async () => null };

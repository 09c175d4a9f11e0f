import type { Config } from './config.ts';
import { DEMO_PEOPLE } from './demo/index.ts';
import type { Clock } from './lib/clock.ts';
import type { Database } from './lib/database.ts';
import { hasOperator, inviteFirstOperator } from './modules/accounts/index.ts';

/** A line for whoever starts the process: who signs in where. */
export interface SignInHint {
  who: string;
  /** Behind PUBLIC_URL. */
  path: string;
  hint: string;
}

/**
 * The people of the demonstration; or, as long as nobody can open the operator's pages, an invitation to do so: whoever
 * can read the terminal is the operator. It is worth nothing as soon as there is one.
 */
export async function signIns(parts: {
  config: Pick<Config, 'role'>;
  database: Database;
  clock: Clock;
  demonstration: boolean;
}): Promise<SignInHint[]> {
  if (parts.demonstration) return demonstration_hints;
  if (parts.config.role === 'worker' || (await hasOperator(parts.database))) return [];
  const { token } = await inviteFirstOperator(parts.database, parts.clock.now());
  return [{ who: 'Operator', path: `/invitation/${token}`, hint: '(an invitation: open it to sign in)' }];
}

const demonstration_hints: SignInHint[] = [
  { who: 'Buyer', path: '/sign-in', hint: `${DEMO_PEOPLE.buyer}  (the code comes to the inbox)` },
  { who: 'Seller', path: '/desk/sign-in', hint: `${DEMO_PEOPLE.seller}  (so does theirs)` },
  { who: 'Operator', path: '/operator/sign-in', hint: `${DEMO_PEOPLE.operator}  (and theirs)` },
];

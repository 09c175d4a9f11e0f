import { coalesce } from '../../lib/coalesce.ts';
import type { Database } from '../../lib/database.ts';
import { readToken } from './auth/cookie.ts';
import type { CustomerDoor, StaffDoor } from './auth/door.ts';
import { cookiePrefix, type DoorOptions, secretsFor } from './auth/options.ts';
import type { Realm } from './auth/tables.ts';
import type { Proof, SignedIn } from './session.ts';
import { endToken, readSessions } from './sessions.ts';

/** Who has signed in, and the doors they come in by. */
export interface Accounts {
  /**
   * @param cookies the request's `Cookie` header; without a cookie of ours nothing is asked of the database, and those
   * who ask at the same time share one query
   */
  whoIs(realm: Realm, cookies: string | undefined): Promise<SignedIn | null>;
  /** Begins a session, and ends the one this browser had. @returns the cookies to set */
  begin(realm: Realm, account: string, proof: Proof, headers: Headers): Promise<string[]>;
  /** Ends the session a request came with: another one was begun, and a token never outlives a sign-in. */
  endCurrent(realm: Realm, headers: Headers): Promise<void>;
  /** The name of the cookie that holds a session. */
  cookieName(realm: Realm): string;
  /** The cookie that makes the browser forget its session. */
  forgetting(realm: Realm): string;
  /** better-auth at the buyers' door. It takes half a second to load, so only what signs somebody in asks for it. */
  customers(): Promise<CustomerDoor>;
  staff(): Promise<StaffDoor>;
}

export function openAccounts(options: DoorOptions): Accounts {
  const { database } = options;
  const { customers, staff } = openDoors(options);
  const { pathname, protocol } = new URL(options.public_url);
  const base = pathname.replace(/\/$/, '');
  const secure = protocol === 'https:';
  const { secret } = secretsFor(options.secrets);
  const cookieOf = (realm: Realm) => `${cookiePrefix(realm, secure, base)}.session_token`;
  const tokenIn = (realm: Realm, cookies: string | undefined) => readToken(cookies, cookieOf(realm), secret);
  const readers = {
    customer: openReader(database, 'customer', options.clock),
    staff: openReader(database, 'staff', options.clock),
  };

  async function endCurrent(realm: Realm, headers: Headers): Promise<void> {
    const old = tokenIn(realm, headers.get('cookie') ?? undefined);
    if (old !== null) await endToken(database, realm, old);
  }

  return {
    customers,
    staff,
    whoIs: async (realm, cookies) => {
      const token = tokenIn(realm, cookies);
      return token === null ? null : readers[realm](token);
    },
    begin: async (realm, account, proof, headers) => {
      await endCurrent(realm, headers);
      const door = await (realm === 'customer' ? customers() : staff());
      const opened = await door.api.openSession({ body: { account, proof }, headers, returnHeaders: true });
      return opened.headers.getSetCookie();
    },
    endCurrent,
    cookieName: cookieOf,
    forgetting: (realm) =>
      `${cookieOf(realm)}=; Path=${base || '/'}; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
  };
}

/** Loaded when the first of them is asked for, and opened once. */
function openDoors(options: DoorOptions): Pick<Accounts, 'customers' | 'staff'> {
  let customers: Promise<CustomerDoor> | null = null;
  let staff: Promise<StaffDoor> | null = null;
  return {
    customers: () => {
      customers ??= import('./auth/door.ts').then(({ openCustomerDoor }) => openCustomerDoor(options));
      return customers;
    },
    staff: () => {
      staff ??= import('./auth/door.ts').then(({ openStaffDoor }) => openStaffDoor(options));
      return staff;
    },
  };
}

function openReader(database: Database, realm: Realm, clock: DoorOptions['clock']) {
  return coalesce((tokens) => readSessions(database, realm, tokens, clock.now()));
}

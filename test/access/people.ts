import { serverSecret } from '../../src/lib/secrets.ts';
import {
  type Accounts,
  customerOfShop,
  endSessions,
  keepStaff,
  openAccounts,
  type Role,
} from '../../src/modules/accounts/index.ts';
import { createKey } from '../../src/modules/api-keys/index.ts';
import { signLink } from '../../src/modules/order-view/links.ts';
import type { RunningProduct } from '../privacy/product.ts';
import { aLine, anOrder } from '../support/api.ts';
import { CUSTOMER, EMAIL, NUMBER, SELLER } from './victim.ts';

export const ORIGIN = 'http://tidings.test';
const OTHERS_NUMBER = 'W-1';
const OTHERS_EMAIL = 'other@example.net';

/** Somebody who asks: with what their browser, or their program, has. */
export interface Asker {
  name: string;
  cookie: string;
  /** Bearer of an API key; null: they have none. */
  key: string | null;
  /** What they may rightly read of the victim: then only that they change nothing is asked. */
  may_read: 'nothing' | 'order' | 'desk' | 'operator';
}

export interface People {
  /** Who must neither read nor change anything of the victim's. */
  wrong: Asker[];
  /** Who rightly reads some of it and must change nothing. */
  readers: Asker[];
  /** The very ones it belongs to: they show that the walk asks for what is there. */
  right: Record<'order' | 'own' | 'desk' | 'operator', Asker>;
  /** A link to the victim's order that has grown old; one that is not ours. */
  expired_link: string;
  forged_link: string;
  administrator: Asker;
}

/** Everybody of the walk. Two orders: the victim's, and one of somebody else with another seller. */
export async function people(running: RunningProduct): Promise<People> {
  const { product, database, clock, api } = running;
  const { pool } = database;
  const secrets = await serverSecret(pool);
  const accounts = openAccounts({ database: pool, clock, secrets, public_url: ORIGIN, shop: 'Harbour' });
  await api('POST', '/v1/orders', othersOrder());

  const guest = async (number: string, email: string) => {
    const body = new URLSearchParams({ number, email });
    const headers = { 'sec-fetch-site': 'same-origin' };
    const request = new Request(`${ORIGIN}/status`, { method: 'POST', body, headers });
    return cookiesOf((await product.fetch(request, {} as never)) as Response);
  };
  const proven = async (number: string) => {
    const link = signLink(secrets, { number, access_epoch: 1 }, clock.now());
    const request = new Request(ORIGIN + link, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    return cookiesOf((await product.fetch(request, {} as never)) as Response);
  };
  const customer = async (customer: string, email: string) => {
    const account = await customerOfShop(pool, { customer, email, name: '' }, clock.now());
    return pairs(await accounts.begin('customer', account, 'mailed_code', new Headers()));
  };
  const staff = (seller: string | null, role: Role, name: string) =>
    signInStaff(accounts, running, { seller, role, email: `${name}@example.org` });

  const victim = await customer(CUSTOMER, EMAIL);
  const stolen = await endedSession(accounts, running);
  const expired_link = signLink(secrets, { number: NUMBER, access_epoch: 1 }, clock.now() - 30 * 86_400_000);
  const scopes = ['orders:read', 'orders:write', 'carriers:write', 'seller:s-other'];
  const admin = await createKey(pool, { label: 'admin', scopes: ['admin'] }, clock.now());
  const { secret: other_seller_key } = await createKey(pool, { label: 'other', scopes }, clock.now());
  const asker = (name: string, cookie: string, may_read: Asker['may_read'] = 'nothing'): Asker => {
    return { name, cookie, key: null, may_read };
  };
  const other = await staff('s-other', 'owner', 'owner-of-other');
  return {
    wrong: [
      asker('nobody', ''),
      asker('a guest of another order', await guest(OTHERS_NUMBER, OTHERS_EMAIL)),
      asker('a guest proven for another order', await proven(OTHERS_NUMBER)),
      asker(
        'another customer',
        `${await customer('c-other', OTHERS_EMAIL)}; ${await guest(OTHERS_NUMBER, OTHERS_EMAIL)}`,
      ),
      asker('an ended session of the victim', stolen),
      asker('the owner of another seller', other),
      { ...asker('the key of another seller', ''), key: other_seller_key },
    ],
    readers: [
      asker('a viewer at the desk of the seller', await staff(SELLER, 'viewer', 'viewer-of-home'), 'desk'),
      asker('a viewer of the operator', await staff(null, 'viewer', 'operator-viewer'), 'operator'),
    ],
    right: {
      order: asker('the guest', await proven(NUMBER), 'order'),
      own: asker('the customer', victim, 'order'),
      desk: asker('the seller', await staff(SELLER, 'owner', 'owner-of-home'), 'desk'),
      operator: asker('the operator', await staff(null, 'owner', 'operator-owner'), 'operator'),
    },
    ...{ expired_link, forged_link: `${expired_link.slice(0, -1)}${expired_link.endsWith('x') ? 'y' : 'x'}` },
    administrator: { ...asker('the administrator', '', 'operator'), key: admin.secret },
  };
}

function othersOrder() {
  return anOrder({
    ...{
      number: OTHERS_NUMBER,
      customer: { id: 'c-other', email: OTHERS_EMAIL, name: 'Other', phone: null },
    },
    lines: [aLine({ id: '1', seller: 's-other', quantity: 2 })],
  });
}

async function signInStaff(
  accounts: Accounts,
  { database, clock }: RunningProduct,
  { seller, role, email }: { seller: string | null; role: Role; email: string },
): Promise<string> {
  const kind = seller === null ? ('operator' as const) : ('seller' as const);
  const person = { kind, email, name: '', seller, role, demonstration: false };
  const id = await keepStaff(database.pool, person, clock.now());
  return pairs(await accounts.begin('staff', id!, 'passkey', new Headers()));
}

/** A cookie of the victim's own that somebody kept after they had signed out. */
async function endedSession(accounts: Accounts, { database, clock }: RunningProduct): Promise<string> {
  const wish = { customer: CUSTOMER, email: EMAIL, name: '' };
  const account = await customerOfShop(database.pool, wish, clock.now());
  const cookie = pairs(await accounts.begin('customer', account, 'mailed_code', new Headers()));
  const signed_in = await accounts.whoIs('customer', cookie);
  await endSessions(database.pool, 'customer', account, { only: signed_in!.session });
  return cookie;
}

function cookiesOf(response: Response): string {
  return pairs(response.headers.getSetCookie());
}

function pairs(set_cookies: readonly string[]): string {
  return set_cookies.map((cookie) => cookie.split(';')[0]!).join('; ');
}

import { createOTP } from '@better-auth/utils/otp';
import { invite, type Role } from '../../src/modules/accounts/index.ts';
import { type TestShop, Visitor } from './shop.ts';

export const password = 'correct horse battery';

interface Staff {
  email: string;
  role?: Role;
  /** Whose desk; absent: an operator. */
  seller?: string;
}

/**
 * Somebody at a desk: invited, with password and authenticator, and signed in by them. better-auth reads the system's
 * clock, so the shop's must show the same: `shop.clock.set(Date.now())`.
 */
export async function atDesk(shop: TestShop, { email, role = 'owner', seller }: Staff): Promise<Visitor> {
  const kind = seller === undefined ? 'operator' : 'seller';
  const wish = { kind, email, seller: seller ?? null, role } as const;
  const { token: invitation } = await invite(shop.deps.database, wish, shop.clock.now());
  const visitor = new Visitor(shop.app);
  const account = (await visitor.post(`/invitation/${invitation}`, {})).headers.get('location')!;
  const { token } = Visitor.fields(await (await visitor.get(account)).text());
  const setup = await (await visitor.post(`${account}/authenticator`, { token: token!, password })).text();
  const code = await createOTP(secretIn(setup)).hotp(Math.floor(Date.now() / 30_000));
  await visitor.post(`${account}/authenticator/check`, { token: token!, code });
  return visitor;
}

/** The secret that a phone would have scanned, base 32 as it is shown. */
function secretIn(page: string): string {
  const shown = /<code>([A-Z2-7 ]{20,})<\/code>/.exec(page)![1]!.replaceAll(' ', '');
  const bits = [...shown].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g)!;
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString();
}

import { keepStaff, listStaff, type Role } from '../../src/modules/accounts/index.ts';
import { type TestShop, Visitor } from '../support/shop.ts';

/** Somebody at a desk who has come in with a passkey a moment ago. `seller` null: an operator. */
export async function comeIn(shop: TestShop, name: string, role: Role, seller: string | null) {
  const kind = seller === null ? ('operator' as const) : ('seller' as const);
  const email = `${name}@${seller ?? 'shop'}.example`;
  const person = { kind, email, name: '', seller, role, demonstration: false };
  const id = (await keepStaff(shop.database.pool, person, shop.clock.now()))!;
  await shop.database.pool.query(
    `insert into staff_passkeys (id, public_key, account_id, credential_id, counter, device_type, backed_up)
     values ($1, '', $1, $1, 0, 'singleDevice', false)`,
    [id],
  );
  const visitor = new Visitor(shop.app);
  visitor.keep(await shop.deps.accounts.begin('staff', id, 'passkey', new Headers()));
  return { id, email, visitor };
}

export async function textOf(visitor: Visitor, path: string): Promise<string> {
  return (await visitor.get(path)).text();
}

/** Posts what a page says would be posted, and what is chosen on it. */
export async function click(visitor: Visitor, path: string, chosen: Record<string, string> = {}) {
  const fields = Visitor.fields(await textOf(visitor, path));
  return visitor.post(path, { ...fields, ...chosen });
}

/** The same, and then what the page in between asks: the text of that page, and the answer to it. */
export async function clickThrough(visitor: Visitor, path: string, chosen: Record<string, string>) {
  const asked = await (await click(visitor, path, chosen)).text();
  return { asked, answer: await visitor.post(path, { ...Visitor.fields(asked), step: 'confirm' }) };
}

/** `owner owner`, `ann staff`: who works for a seller, as the list has them. */
export async function rolesOf(shop: TestShop, seller: string): Promise<string[]> {
  const members = await listStaff(shop.database.pool, { kind: 'seller', seller });
  return members.map(({ email, role }) => `${email.split('@')[0]} ${role}`);
}

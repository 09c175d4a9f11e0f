import type { TestShop } from '../support/shop.ts';

interface Planned {
  type: string;
  data: Record<string, string>;
}

/** What was planned for an address that is about no order, newest first. */
export async function mailsTo({ database }: TestShop, email: string): Promise<Planned[]> {
  const { rows } = await database.pool.query(
    `select n.type, p.data from personal_messages p
     join notifications n on n.subject_key = p.subject_key and n.id = p.notification_id
     where p.email = $1 order by p.created_at desc, p.ctid desc`,
    [email],
  );
  return rows;
}

/** The newest code. */
export async function mailedCode(shop: TestShop, email: string): Promise<string> {
  const mails = await mailsTo(shop, email);
  return mails.find(({ type }) => type === 'sign_in_code')!.data.code!;
}

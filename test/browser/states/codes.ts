import { createOTP } from '@better-auth/utils/otp';
import type { Page } from 'playwright-core';
import type { RunningProduct } from '../../privacy/product.ts';

/** The newest code for this address, whoever asked for it. */
export async function codeMailedTo({ database }: RunningProduct, email: string): Promise<string> {
  const { rows } = await database.pool.query(
    `select p.data from personal_messages p
     join notifications n on n.subject_key = p.subject_key and n.id = p.notification_id
     where p.email = $1 and n.type = 'sign_in_code' order by p.created_at desc, p.ctid desc limit 1`,
    [email],
  );
  return rows[0].data.code;
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The secret that a phone would have scanned, in letters as it is shown. */
export async function secretOf(page: Page): Promise<string> {
  const shown = await page.locator('code').allTextContents();
  const letters = shown.map((text) => text.replaceAll(' ', '')).find((text) => /^[A-Z2-7]{20,}$/.test(text))!;
  const bits = [...letters].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2))).toString();
}

/** What an authenticator shows now. */
export function timedCode(secret: string): Promise<string> {
  return createOTP(secret).hotp(Math.floor(Date.now() / 30_000));
}

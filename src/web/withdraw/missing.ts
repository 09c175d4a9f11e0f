import type { GuestForm } from './guest-page.ts';

/** One place an answer can go to: nothing a header or a list of addresses could be made of. */
const address = /^[^\s@<>()[\]\\,;:"\p{C}]+@[^\s@<>()[\]\\,;:"\p{C}]+$/u;

/** What is wrong with a declaration before it is one; null: nothing. That its order exists is not asked. */
export function missingIn({ name, number, email }: GuestForm): 'missing' | 'missing_email' | null {
  if (name === '' || number === '' || email === '') return 'missing';
  return address.test(email) ? null : 'missing_email';
}

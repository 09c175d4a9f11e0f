import type { ContactDetails, ShipTo } from '../orders/commands.ts';
import type { ChangeKind } from './state.ts';

const ADDRESS = [
  'name',
  'line1',
  'line2',
  'city',
  'region',
  'postal_code',
  'country',
] as const satisfies (keyof ShipTo)[];

/** What differs between two contacts. A pickup point is an address too: it is named once. */
export function kindsOf(before: ContactDetails, after: ContactDetails): ChangeKind[] {
  const kinds: ChangeKind[] = [];
  if (after.ship_to.pickup_point !== before.ship_to.pickup_point) kinds.push('pickup_point');
  const moved = ADDRESS.some((field) => after.ship_to[field] !== before.ship_to[field]);
  if (moved && (kinds.length === 0 || after.ship_to.pickup_point === null)) kinds.push('address');
  if (after.name !== before.name) kinds.push('name');
  if (after.phone !== before.phone) kinds.push('phone');
  if (after.email !== before.email) kinds.push('email');
  return kinds;
}

/**
 * What stood there before, one line for each kind, so covered that its owner knows it and nobody learns it:
 * `b***@example.com`, `1*** M***`. It is kept as a note beside the fact, and erased with it.
 */
export function maskedBefore(
  { email, name, phone, ship_to }: ContactDetails,
  kinds: readonly ChangeKind[],
): string {
  const lines: string[] = [];
  if (kinds.includes('address') || kinds.includes('pickup_point')) {
    const parts = [
      ship_to.name,
      ship_to.pickup_point,
      ship_to.line1,
      ship_to.line2,
      ship_to.postal_code,
      ship_to.city,
    ];
    lines.push(parts.flatMap((part) => (part ? [coverWords(part)] : [])).join(', '));
  }
  if (kinds.includes('name') && name) lines.push(coverWords(name));
  if (kinds.includes('phone') && phone) lines.push(coverPhone(phone));
  if (kinds.includes('email')) lines.push(coverEmail(email));
  return lines.filter((line) => line !== '').join('\n');
}

/** The first letter of every word. */
function coverWords(text: string): string {
  return text
    .split(/\s+/)
    .flatMap((word) => (word === '' ? [] : [`${[...word][0]}***`]))
    .join(' ');
}

function coverPhone(phone: string): string {
  return phone.length < 5 ? '***' : `***${phone.slice(-2)}`;
}

/** `ann@example.com` -> `a***@example.com`. */
export function coverEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${[...email][0]}***${email.slice(at)}`;
}

import type { PersonalType } from '../type.ts';
import { accessChanged } from './access_changed.ts';
import { contactChanged } from './contact_changed.ts';
import { erased } from './erased.ts';
import { exportReady } from './export_ready.ts';
import { invitation } from './invitation.ts';
import { listingStatusChanged } from './listing_status_changed.ts';
import { signInCode } from './sign_in_code.ts';
import { withdrawalKept } from './withdrawal_kept.ts';

/** Everything people are told that is about no order. */
export const PERSONAL_TYPES: readonly PersonalType[] = [
  contactChanged,
  invitation,
  accessChanged,
  listingStatusChanged,
  signInCode,
  exportReady,
  erased,
  withdrawalKept,
] as PersonalType<never>[] as PersonalType[];

const byName = new Map(PERSONAL_TYPES.map((type) => [type.name, type]));

/** Null: it is about an order, or there is none of this name. */
export function personalTypeNamed(name: string): PersonalType | null {
  return byName.get(name) ?? null;
}

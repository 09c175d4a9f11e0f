import type { DeliveryOption } from '../orders/vocabulary.ts';

/** What of an order can be another: what the parcel bears, and how its buyer is reached. */
export const CHANGE_KINDS = ['address', 'pickup_point', 'delivery_option', 'name', 'phone', 'email'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** These are written on the parcel, or say which way it goes: nothing of it may have been packed. */
const OF_THE_PARCEL: ReadonlySet<ChangeKind> = new Set(['address', 'pickup_point', 'delivery_option']);

export function concernsParcel(kind: ChangeKind): boolean {
  return OF_THE_PARCEL.has(kind);
}

export const CHANGED_BY = ['customer', 'shop'] as const;
export type ChangedBy = (typeof CHANGED_BY)[number];

export interface Change {
  id: string;
  at: string;
  by: ChangedBy;
  kinds: ChangeKind[];
  delivery_option?: { from: DeliveryOption; to: DeliveryOption };
  /** Minor units more; negative: less. */
  surcharge: number;
  /** Id of the refund that went with it. */
  refund: string | null;
}

/** The changes module's slice, oldest first. Absent in nearly every snapshot: nothing was changed. */
export type ChangesState = Change[];

export function changesOf({ changes }: { changes?: ChangesState }): readonly Change[] {
  return changes ?? [];
}

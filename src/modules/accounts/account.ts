/** Which door somebody came in by; each has its own sign-in and its own rights. */
export type AccountKind = 'customer' | 'seller' | 'operator';

/** What somebody may do behind the doors of sellers and operators: see rights.ts. A customer is always `owner`. */
export type Role = 'owner' | 'staff' | 'viewer';

/** Somebody who has signed in. */
export interface Account {
  id: string;
  kind: AccountKind;
  /** Proven: they have read a mail that was sent there, or the shop vouches for it. As typed, without spaces. */
  email: string;
  /** The shop's own id of this customer, when the shop signed them in; null: known by the address alone. */
  customer: string | null;
  /** The seller they work for; null for customers and operators. */
  seller: string | null;
  role: Role;
}

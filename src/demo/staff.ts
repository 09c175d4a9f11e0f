import { type Database, transaction } from '../lib/database.ts';
import { findStaff, keepStaff } from '../modules/accounts/index.ts';
import { BUYERS, SELLERS } from './people.ts';

/** Who can be tried out. They sign in by a code that is mailed into the development inbox. */
export const DEMO_PEOPLE = {
  buyer: BUYERS.ann.email,
  seller: SELLERS[0]!.email!,
  operator: 'operator@example.com',
} as const;

/** Sees to it that the people behind the desks of the demonstration are there. */
export async function seedStaff(database: Database, now_ms: number): Promise<void> {
  const people = [
    { kind: 'seller' as const, email: DEMO_PEOPLE.seller, seller: SELLERS[0]!.id },
    { kind: 'operator' as const, email: DEMO_PEOPLE.operator, seller: null },
  ];
  for (const person of people) {
    if (await findStaff(database, person.email)) continue;
    const staff = { ...person, name: '', role: 'owner' as const, demonstration: true };
    await transaction(database, (connection) => keepStaff(connection, staff, now_ms));
  }
}

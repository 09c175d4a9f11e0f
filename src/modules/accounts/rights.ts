import type { Account, AccountKind, Role } from './account.ts';

/**
 * What somebody may do behind a desk.
 * `look`: see what there is. `act`: answer, dispatch, resend, pause. `money`: give back what a rule does not give by
 * itself. `settings`: how the shop or the seller works. `people`: invite and remove.
 */
export type Right = 'look' | 'act' | 'money' | 'settings' | 'people';

/** All of it, in one place. A buyer has no rights here: what is theirs is theirs by `ownsOrder`. */
export const RIGHTS: Readonly<Record<AccountKind, Readonly<Record<Role, readonly Right[]>>>> = {
  operator: {
    owner: ['look', 'act', 'money', 'settings', 'people'],
    staff: ['look', 'act', 'money'],
    viewer: ['look'],
  },
  seller: {
    owner: ['look', 'act', 'money', 'settings', 'people'],
    staff: ['look', 'act'],
    viewer: ['look'],
  },
  customer: { owner: [], staff: [], viewer: [] },
};

/** These want the second step too: see `isFresh`. */
export const FRESH_RIGHTS: readonly Right[] = ['money', 'settings', 'people'];

export function may({ kind, role }: Pick<Account, 'kind' | 'role'>, right: Right): boolean {
  return RIGHTS[kind][role].includes(right);
}

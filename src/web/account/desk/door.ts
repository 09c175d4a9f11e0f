import type { AccountKind } from '../../../modules/accounts/index.ts';
import type { Site } from '../../site.ts';
import { safeBack } from '../fields.ts';

/** The two doors beside the buyers' one, by the first part of their paths. */
export const DESKS = ['desk', 'operator'] as const;
export type Desk = (typeof DESKS)[number];

export function deskOf(kind: AccountKind): Desk {
  return kind === 'operator' ? 'operator' : 'desk';
}

/** Where work begins behind each, without PUBLIC_URL's own path. */
export const homes: Readonly<Record<Desk, string>> = { desk: '/desk/requests', operator: '/operator' };

/** Where to go on to, behind this very door. */
export function onward(site: Site, desk: Desk, back: string): string {
  const behind =
    back === `/${desk}` || back.startsWith(`/${desk}/`) || (desk === 'operator' && back.startsWith('/dev/'));
  return safeBack(site, behind ? back : '', homes[desk]);
}

import { hash } from 'node:crypto';
import { type Invitation, invitation_days, type StaffPerson } from '../../accounts/index.ts';
import type { PersonalNotice } from './plan.ts';

interface Telling {
  /** How people reach this installation, no trailing slash. */
  public_url: string;
  locale: string;
  /** IANA. */
  time_zone: string;
  now_ms: number;
}

/** What opens an invitation. */
export function invitationUrl({ public_url }: Pick<Telling, 'public_url'>, token: string): string {
  return `${public_url}/invitation/${token}`;
}

/** The invitation, to the address it is for. Sent again it is another message, with another link. */
export function invitationNotice(
  { id, email, kind, role, expires_at_ms, token }: Invitation & { token: string },
  telling: Telling,
): PersonalNotice {
  const { locale, time_zone, now_ms } = telling;
  return {
    ...{ type: 'invitation', key: hash('sha256', token, 'hex'), subject_key: `letter:${id}` },
    ...{ email, locale, time_zone, now_ms, expires_at_ms },
    data: { kind, role, url: invitationUrl(telling, token), days: invitation_days },
  };
}

/** To somebody behind a desk whose role, access or password has changed. */
export function accessNotice(
  { id, email, kind, role }: Pick<StaffPerson, 'id' | 'email' | 'kind' | 'role'>,
  what: 'role' | 'removed' | 'password',
  { locale, time_zone, now_ms }: Omit<Telling, 'public_url'>,
): PersonalNotice {
  return {
    ...{ type: 'access_changed', key: `${id} ${what} ${now_ms}`, subject_key: `letter:${id}` },
    ...{ email, locale, time_zone, now_ms },
    data: { what, kind, role },
  };
}

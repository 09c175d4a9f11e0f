import type { Context } from 'hono';
import { equalTexts, sign, verify } from '../../lib/signed.ts';
import type { SignedIn } from '../../modules/accounts/index.ts';
import type { Site } from '../site.ts';

const purpose = 'account-form';

/** What a form about an account must carry: only a page shown in this very session has it. */
export function accountToken({ deps }: Site, { session }: SignedIn): string {
  return sign(deps.secrets, purpose, session);
}

/** Whether a form was sent by a page of ours that this session was shown. */
export function isBelieved(site: Site, context: Context, { session }: SignedIn, token: string): boolean {
  const told = equalTexts(verify(site.deps.secrets, purpose, token) ?? '', session);
  return told && site.isFromOurPage(context);
}

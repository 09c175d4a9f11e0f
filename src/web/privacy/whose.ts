import type { Context } from 'hono';
import { isFresh } from '../../modules/accounts/index.ts';
import { type Person, readPerson } from '../../modules/privacy/person.ts';
import { accountToken, isBelieved } from '../account/form-token.ts';
import { identify } from '../buyer/identify.ts';
import { askForEmail, openOrder } from '../buyer/order.ts';
import { formToken, isFormToken } from '../http/session.ts';
import { orderPath } from '../page.ts';
import type { Answer, Site, Visit } from '../site.ts';

/** Whose data a page is about, shown by a code from their mailbox or a sign-in of a moment ago. */
export interface Whose {
  person: Person;
  /** Of the page, with PUBLIC_URL's own path. */
  path: string;
  /** The one order it is about; null: everything of an account. */
  order: string | null;
  locale: string | null;
  token: string;
  believes(token: string): boolean;
}

/** Of one order: who reads its mail. */
export async function whoseOrder(
  context: Context,
  site: Site,
  visit: Visit,
  number: string,
): Promise<Whose | Answer> {
  const stored = await openOrder(site, context, visit, number);
  if (!stored) return askForEmail(site, visit, number);
  const back = `/orders/${encodeURIComponent(number)}/privacy`;
  const unproven = await identify(context, site, { visit, stored, back });
  if (unproven) return unproven;
  const person = await readPerson(site.deps.database, `order:${number}`);
  if (!person) return askForEmail(site, visit, number);
  const { secrets } = site.deps;
  const session = visit.session!;
  const form = `privacy ${number}`;
  return {
    ...{ person, path: `${orderPath(site, number)}/privacy`, order: number },
    locale: stored.state.order!.locale,
    token: formToken(secrets, session, form),
    believes: (token) => isFormToken(secrets, session, form, token) && site.isFromOurPage(context),
  };
}

/**
 * Of an account: who proved a moment ago that it is theirs. Whoever finds an open browser learns nothing more, and
 * ends nothing. Null: nobody has signed in.
 */
export async function whoseAccount(
  context: Context,
  site: Site,
  visit: Visit,
): Promise<Whose | Answer | null> {
  const account = await site.account(context);
  if (account?.kind !== 'customer') return null;
  if (!isFresh(account, visit.now_ms)) return site.redirect(visit, `${site.base}/sign-in?back=%2Fprivacy`);
  const person = await readPerson(site.deps.database, `account:${account.id}`);
  if (!person) return null;
  return {
    ...{ person, path: `${site.base}/privacy`, order: null, locale: null },
    token: accountToken(site, account),
    believes: (token) => isBelieved(site, context, account, token),
  };
}

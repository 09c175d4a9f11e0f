import type { Context } from 'hono';
import { RateLimiter } from '../../../lib/rate-limit.ts';
import type { State } from '../../../modules/state.ts';
import type { Remember } from '../../../story/index.ts';
import { isFormToken } from '../../http/session.ts';
import type { Site, Visit } from '../../site.ts';

export type Fields = Partial<Record<string, string>>;

const hour_ms = 3_600_000;
/** Whoever has more to say about one order within an hour says it on the telephone. */
const said_an_hour_max = 20;

export function openSaidLimit(): RateLimiter {
  return new RateLimiter({ limit: said_an_hour_max, window_ms: hour_ms });
}

/** Only what is text, and what PostgreSQL can store. */
export async function readFields(site: Site, context: Context): Promise<Fields> {
  const entries = Object.entries(await site.form(context)).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && !entry[1].includes('\u0000') && entry[1].isWellFormed(),
  );
  return Object.fromEntries(entries);
}

/** The id of a form that a page of ours showed to this session about this order; null: it is not to be believed. */
export function believedForm(
  site: Site,
  context: Context,
  visit: Visit,
  number: string,
  { form = '', token = '' }: Fields,
): string | null {
  const { session } = visit;
  if (!session || !site.isFromOurPage(context)) return null;
  if (!isFormToken(site.deps.secrets, session, number, token)) return null;
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(form) ? form : null;
}

/** A form sent twice (an impatient thumb, a page reloaded) is carried out once and answered twice. */
export function rememberForm(form_id: string, said: string): Remember<State> {
  return {
    key: `form ${form_id}`,
    fingerprint: said,
    answer: (outcome) => (outcome.refusal ? null : { status: 303, body: JSON.stringify(outcome.result) }),
  };
}

import { setTimeout } from 'node:timers/promises';
import { instant } from '../../lib/clock.ts';
import { lookUp } from '../../modules/order-view/lookup.ts';
import { keepUnmatched, withdrawCommand } from '../../modules/withdrawals/index.ts';
import type { Site } from '../site.ts';

/** What somebody whom we do not know declares: three things and a form, in a language. */
export interface GuestDeclaration {
  form_id: string;
  number: string;
  name: string;
  email: string;
  locale: string;
}

/**
 * Carrying a withdrawal out takes longer than keeping one. So each is answered on the next full multiple of this after
 * it began, well above what either takes: its time says nothing about the order.
 */
const answer_ms = 400;

/**
 * Carries the declaration out when number and address are those of one order; otherwise keeps it for a person. Both
 * are acknowledged alike, by a mail to the address given. The same form again is the same declaration.
 * @returns when it was declared
 */
export async function declareAsGuest(
  site: Site,
  declaration: GuestDeclaration,
  now_ms: number,
): Promise<string> {
  const began_ms = performance.now();
  const declared_at =
    (await carriedOut(site, declaration, now_ms)) ?? (await kept(site, declaration, now_ms));
  await setTimeout(answer_ms - ((performance.now() - began_ms) % answer_ms));
  return declared_at;
}

/** Null: it fits no order, or nothing of the order is left to withdraw from. */
async function carriedOut(site: Site, declaration: GuestDeclaration, now_ms: number): Promise<string | null> {
  const { form_id, name, email } = declaration;
  const { reader, ledger, returns } = site.deps;
  const stored = await lookUp(reader, declaration);
  if (!stored) return null;
  const at = instant(now_ms);
  const command = withdrawCommand({
    ...{ order: stored.state.order!, form_id, lines: null, declarant: { name, email } },
    ...{ at, recorded_at: at, actor: 'customer', countries: returns },
  });
  const { refusal, result } = await ledger.execute(command);
  if (refusal) return null;
  return (result as { acknowledgement: { declared_at: string } }).acknowledgement.declared_at;
}

async function kept(site: Site, declaration: GuestDeclaration, now_ms: number): Promise<string> {
  const { database, tellPerson, config } = site.deps;
  const { form_id, number, name, email, locale } = declaration;
  const said = { number, name, email, locale };
  const declared_at = await keepUnmatched(database, { ...said, id: form_id, declared_at: instant(now_ms) });
  const time_zone = config.shop.timeZone;
  await tellPerson({
    ...{
      type: 'withdrawal_kept',
      key: form_id,
      subject_key: `letter:${form_id}`,
      email,
      locale,
      time_zone,
      now_ms,
    },
    data: { number, name, email, declared_at, time_zone, items: null },
  });
  return declared_at;
}
